import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJson, writePrivateJson } from './private-file.js';

/** The processes of the stack, in the order they are stopped in; the supervisor comes last by itself. */
export const PARTS = ['api', 'worker', 'temporal', 'postgres'] as const;

/** One process the supervisor runs. */
export type PartName = (typeof PARTS)[number];

const pid = z.number().int().positive().optional();

const standaloneShape = z.object({
  /** Address of the api. */
  url: z.string(),
  /** True once every part has answered. */
  ready: z.boolean(),
  /** PostgreSQL as the owner of the schema, for tests and for people who look with psql. */
  databaseUrl: z.string(),
  temporalAddress: z.string(),
  oidcIssuer: z.string(),
  /** With these a token can be had for any standalone user. */
  tokenClient: z.object({ id: z.string(), secret: z.string(), endpoint: z.string() }),
  /** Where to find, and kill, each part. A part that is not ours (a database of one's own) has none. */
  pids: z.object({ supervisor: pid, postgres: pid, temporal: pid, api: pid, worker: pid }),
});

/** `standalone.json` of a data folder: how to reach the stack that runs on it. It is there while the stack runs. */
export type StandaloneFile = z.infer<typeof standaloneShape>;

const pathIn = (home: string) => join(home, 'standalone.json');

/** What the stack of a data folder last said of itself; `undefined` after a clean stop. */
export function readStandalone(home: string): StandaloneFile | undefined {
  return readJson(pathIn(home), standaloneShape);
}

/** Says how to reach the stack. A reader sees the old content or the new one, never a part. */
export function writeStandalone(home: string, content: StandaloneFile): void {
  writePrivateJson(pathIn(home), content);
}

/** Takes the file away after a clean stop. */
export function removeStandalone(home: string): void {
  rmSync(pathIn(home), { force: true });
}
