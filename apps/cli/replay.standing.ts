import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SignedReplayReport } from '#audit';
import { homeOf } from '../standalone/settings.js';
import { readStandalone } from '../standalone/standalone-file.js';
import { tokenOf } from './token.js';

/** What is asked of a standing replay. */
export interface StandingOrder {
  /** Undefined for all cases. */
  readonly sample: number | undefined;
  readonly seed: string | undefined;
  /** Processes that share it; undefined for what is set. */
  readonly processes: number | undefined;
}

/** How far it is. */
export interface StandingProgress {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
}

/** A finished standing replay. */
export interface StandingResult {
  readonly report: SignedReplayReport;
  /** The report as a page for people. */
  readonly page: () => Promise<string>;
}

/** The replay cannot be begun or came to no end; the message says why. */
export class NoStandingReplay extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NoStandingReplay';
  }
}

const LOOK_EVERY_MS = 500;
interface RunAnswer {
  readonly id: string;
  readonly state: string;
  readonly total: number;
  readonly done: number;
  readonly wrong: number;
  readonly unjudged: number;
}

/**
 * Has the running stack replay cases and waits for its report.
 * @throws NoStandingReplay, NoToken.
 */
export async function askForReplay(
  { sample, seed, processes }: StandingOrder,
  onProgress: (progress: StandingProgress) => void,
): Promise<StandingResult> {
  const ask = await auditorOf();
  const scope = sample === undefined ? { all: true } : { sample };
  const body = JSON.stringify({ ...scope, ...(seed !== undefined && { seed }), ...(processes && { processes }) });
  const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
  let run = (await (await ask('', { method: 'POST', body, headers })).json()) as RunAnswer;
  for (; run.state !== 'DONE'; run = (await (await ask(`/${run.id}`)).json()) as RunAnswer) {
    if (run.state === 'ABANDONED')
      throw new NoStandingReplay(`Nobody goes on with ${run.id}: the build that began it is gone.`);
    onProgress({ total: run.total, done: run.done, failed: run.wrong + run.unjudged });
    await sleep(LOOK_EVERY_MS);
  }
  const path = `/${run.id}/report`;
  const report = (await (await ask(path)).json()) as SignedReplayReport;
  return { report, page: async () => (await ask(`${path}?format=html`)).text() };
}

async function auditorOf(): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const url = process.env['REINSTATE_URL'] || readStandalone(homeOf())?.url;
  if (!url) throw new NoStandingReplay(`Reinstate does not run on ${homeOf()}. Start it with: npm start`);
  const authorization = `Bearer ${await tokenOf('auditor')}`;
  return async (path, init = {}) => {
    const response = await fetch(`${url}/audit/v1/replay-runs${path}`, {
      ...init,
      headers: { ...init.headers, authorization },
    });
    if (response.ok) return response;
    const detail: unknown = Reflect.get(Object(await response.json()), 'detail');
    throw new NoStandingReplay(`${url} answers ${response.status}: ${String(detail)}`);
  };
}
