import { describe, expect, jest, test } from '@jest/globals';
import { pino } from 'pino';
import type { ReplayRun, ReplayRunStore } from '#database';
import { standingLoop, type StandingSchedule } from './standing.loop.js';

const run = {
  runId: 'replay_1',
  chosenAt: '2026-11-27T18:00:00.000Z',
  buildId: 'build-1',
  institutions: '*',
} as ReplayRun;
const lastAt = '2026-11-27T18:01:00.000Z';

/** A record with one run all of whose cases are judged, some of them wrong, and work for so many processes. */
function around({
  wrong = 0,
  processes = null as number | null,
  schedule = undefined as StandingSchedule | undefined,
}) {
  const did: string[] = [];
  const note = (what: string) => Promise.resolve(void did.push(what));
  let report: string | null = null;
  const store = {
    beginDue: (occasion: string, sample?: number, since?: string) => note(['begin', occasion, sample, since].join(' ')),
    abandonOthers: () => Promise.resolve(),
    workFor: () => Promise.resolve({ processes }),
    complete: () => Promise.resolve(report === null ? [run] : []),
    figures: () =>
      Promise.resolve({
        total: 2,
        done: 2,
        sound: 2 - wrong,
        wrong,
        unjudged: 0,
        open: 0,
        runs: 2,
        events: 9,
        historyEvents: 60,
        replayMs: 5,
      }),
    digestOf: () => Promise.resolve({ digest: 'd'.repeat(64), lastAt }),
    failed: () => Promise.resolve([]),
    finish: (_: string, text: string) => Promise.resolve(void (report = text)),
    unpublished: () => Promise.resolve(report === null ? [] : [{ ...run, report, finishedAt: lastAt }]),
    published: (runId: string) => note(`published ${runId}`),
  } as unknown as ReplayRunStore;
  const logger = pino({ level: 'silent' });
  const loop = standingLoop({
    store,
    pool: { grow: (most: number) => void did.push(`grow ${most}`) },
    buildId: 'build-1',
    signer: { keyId: 'key', publicKey: 'a'.repeat(64), sign: () => 'b'.repeat(128) },
    copy: { keep: () => Promise.resolve(), keepText: (name, text) => note(`copy ${name} ${text === report}`) },
    schedule,
    processes: 3,
    clock: () => new Date('2026-11-27T19:00:00.000Z'),
    logger,
  });
  return { loop, did, error: jest.spyOn(logger, 'error') };
}

describe('standing replays', () => {
  test('begin by themselves at a new build and every night, where that is wanted', async () => {
    const { loop, did } = around({ schedule: { atMinute: 120, sample: 50 } });
    await loop.round();
    expect(did.filter((what) => what.startsWith('begin'))).toEqual([
      'begin release:build-1 50 ',
      'begin night:2026-11-28 50 2026-11-27T18:00:00.000Z',
    ]);
    const unasked = around({});
    await unasked.loop.round();
    expect(unasked.did.some((what) => what.startsWith('begin'))).toBe(false);
  });

  test('are shared by as many processes as they say, or as are set', async () => {
    for (const [processes, most] of [
      [2, 2],
      [null, 3],
    ] as const) {
      const { loop, did } = around({ processes });
      await loop.round();
      expect(did).toContain(`grow ${most}`);
    }
  });

  test('end in a report that is written to the second place as it is kept', async () => {
    const { loop, did } = around({});
    await loop.round();
    expect(did.slice(-2)).toEqual(['copy 2026-11-27/replay_1.json true', 'published replay_1']);
  });

  test('that find a case wrong raise an alarm, and no others do', async () => {
    const sound = around({});
    await sound.loop.round();
    expect(sound.error).not.toHaveBeenCalled();
    const unsound = around({ wrong: 1 });
    await unsound.loop.round();
    expect(unsound.error).toHaveBeenCalledTimes(1);
  });
});
