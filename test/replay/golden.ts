import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { ChainHead } from '#audit';
import type { History } from '#temporal';

export const HISTORIES = join(import.meta.dirname, 'histories');

/** A life as it happened: the histories of its runs and the head its events came to. */
export interface Golden {
  readonly caseId: string;
  readonly head: ChainHead;
  readonly histories: readonly History[];
}

const pathOf = (name: string): string => join(HISTORIES, `${name}.json.gz`);

/** Names of all kept lives: `story.version`. */
export const goldenNames = async (): Promise<readonly string[]> =>
  (await readdir(HISTORIES)).filter((file) => file.endsWith('.json.gz')).map((file) => file.replace('.json.gz', ''));

export const isKept = (name: string): boolean => existsSync(pathOf(name));

export async function readGolden(name: string): Promise<Golden> {
  const { caseId, head, runs } = JSON.parse(gunzipSync(await readFile(pathOf(name))).toString('utf8')) as {
    caseId: string;
    head: ChainHead;
    runs: unknown[];
  };
  return { caseId, head, histories: runs.map((run) => historyFromJSON(run)) };
}

/** Keeps a life. A kept one is never written over: what once happened stays what happened. */
export async function keepGolden(name: string, { caseId, head, histories }: Golden): Promise<void> {
  const runs = histories.map((history) => JSON.parse(historyToJSON(history)) as unknown);
  await writeFile(pathOf(name), gzipSync(JSON.stringify({ caseId, head, runs }), { level: 9 }), { flag: 'wx' });
}
