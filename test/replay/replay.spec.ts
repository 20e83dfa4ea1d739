import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { headOf } from '#audit';
import { replayHistories, type History } from '#temporal';
import { goldenNames, readGolden, type Golden } from './golden.js';

const present = resolve('dist/workflow-bundle.js');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replay-'));
});
afterAll(() => rm(folder, { recursive: true }));

const replay = ({ caseId, histories }: Golden, bundlePath = present) =>
  replayHistories({ caseId, histories, bundlePath });

/** The present code with one place of it changed. */
async function changedBundle(name: string, from: string, to: string): Promise<string> {
  const code = await readFile(present, 'utf8');
  expect(code.split(from)).toHaveLength(2);
  const path = join(folder, `${name}.js`);
  await writeFile(path, code.replace(from, to));
  return path;
}

const edited = ({ histories, ...rest }: Golden, edit: (events: { eventType: string }[]) => unknown[]): Golden => {
  const [first, ...others] = histories.map(
    (history) => JSON.parse(historyToJSON(history)) as { events: { eventType: string }[] },
  );
  const altered: History = historyFromJSON({ events: edit(first!.events) });
  return { ...rest, histories: [altered, ...others.map((run) => historyFromJSON(run))] };
};

describe('every kept life', () => {
  test('is lived again by the present code, event for event', async () => {
    const names = await goldenNames();
    expect(names.length).toBeGreaterThanOrEqual(45);
    for (const name of names) {
      const golden = await readGolden(name);
      const { deterministic, runs } = await replay(golden);
      const last = runs.flatMap(({ events }) => events).at(-1)!;
      expect([name, deterministic, headOf(last)]).toEqual([name, true, golden.head]);
    }
  });
});

describe('the gate itself', () => {
  const golden = () => readGolden('supplement-with-stopped-clock.2026-11');

  test('fails for a history that is not the code’s', async () => {
    const wrong = edited(await golden(), (events) =>
      events.filter(({ eventType }) => eventType !== 'EVENT_TYPE_TIMER_STARTED'),
    );
    expect((await replay(wrong)).deterministic).toBe(false);
  });

  test('fails for code that moves a due date', async () => {
    const bundle = await changedBundle('due-date', 'HOUR_MS = 60 * MINUTE_MS', 'HOUR_MS = 61 * MINUTE_MS');
    expect((await replay(await golden(), bundle)).deterministic).toBe(false);
  });

  test('fails for code whose released policy was edited', async () => {
    const bundle = await changedBundle('policy', 'maxSupplementRounds: 3', 'maxSupplementRounds: 4');
    expect((await replay(await golden(), bundle)).deterministic).toBe(false);
  });

  test('fails for code that asks for things in another order', async () => {
    const bundle = await changedBundle('order', 'RECORD_DELAY_MS = 1500', 'RECORD_DELAY_MS = 0');
    expect((await replay(await golden(), bundle)).deterministic).toBe(false);
  });
});
