import getPort, { portNumbers } from 'get-port';
import { z } from 'zod';
import { readJson, writePrivateJson } from './private-file.js';

/** The port each server of the stack likes best. */
export const PREFERRED_PORTS = { api: 3000, oidc: 3001, worker: 9464, postgres: 54320, temporal: 7233 } as const;

/** One port for each server of the stack, all different. */
export type Ports = Record<keyof typeof PREFERRED_PORTS, number>;

const portsShape = z.record(z.enum(['api', 'oidc', 'worker', 'postgres', 'temporal']), z.number().int());

// Below the range from which the system hands out ports by itself, so that no other server gets one by chance; and in the
// 16 bits with a sign in which the members of a Temporal server keep theirs.
const SPARE_FIRST = 20_000;
const SPARE_LAST = 31_999;

/**
 * Chooses a free port for each server: the one asked for, else the one of the last start, else the usual one, else any.
 * The choice is kept in `path`: addresses in people's bookmarks and the issuer of their tokens stay what they were.
 */
export async function choosePorts(path: string, asked: Partial<Ports> = {}): Promise<Ports> {
  const last = readJson(path, portsShape);
  const ports: Ports = { ...PREFERRED_PORTS };
  const taken = new Set<number>();
  for (const name of ['api', 'oidc', 'worker', 'postgres', 'temporal'] as const) {
    const wished = [asked[name], last?.[name], PREFERRED_PORTS[name]].filter((port) => port !== undefined);
    ports[name] = await getPort({ port: [...wished, ...sparePorts()], exclude: taken });
    taken.add(ports[name]);
  }
  writePrivateJson(path, ports);
  return ports;
}

/** Has a stack that is only passing by start on spare ports: it neither takes the usual ones nor meets another like it. */
export async function settleOnSparePorts(path: string): Promise<void> {
  const [api = 0, oidc = 0, worker = 0, postgres = 0, temporal = 0] = await freePorts(5);
  writePrivateJson(path, { api, oidc, worker, postgres, temporal } satisfies Ports);
}

/** So many different free ports. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const taken = new Set<number>();
  while (taken.size < count) taken.add(await getPort({ port: sparePorts(), exclude: taken }));
  return [...taken];
}

// Two stacks started at once begin to look at different places.
function* sparePorts(): Generator<number> {
  const from = SPARE_FIRST + Math.floor(Math.random() * (SPARE_LAST - SPARE_FIRST));
  yield* portNumbers(from, SPARE_LAST);
  if (from > SPARE_FIRST) yield* portNumbers(SPARE_FIRST, from - 1);
}
