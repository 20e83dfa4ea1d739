import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { headOf } from '#audit';
import {
  conformanceOf,
  evolve,
  linkOutward,
  OUTWARD_GENESIS,
  outwardEvents,
  rulesOf,
  type Case,
  type CaseEvent,
} from '#model';
import { replayHistories, type History } from '#temporal';
import { OUTWARD_MESSAGES, OUTWARD_TYPES } from '../../apps/api/partners/outward.schema.js';
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

/** What partners are told of these events, as endpoints get it. */
function toldOf(events: readonly CaseEvent[]) {
  let before: Case | undefined;
  return events.flatMap((event) => {
    const after = evolve(before, event);
    const told = outwardEvents(before, event, after, rulesOf(after));
    before = after;
    return told.map((one) => linkOutward({ number: 0, hash: OUTWARD_GENESIS }, event.caseId, event.at, one));
  });
}

describe('every kept life', () => {
  test('is lived again by the present code, event for event, and lies on the graph of its policy', async () => {
    const names = await goldenNames();
    expect(names.length).toBeGreaterThanOrEqual(45);
    for (const name of names) {
      const golden = await readGolden(name);
      const { deterministic, runs } = await replay(golden);
      const events = runs.flatMap((run) => run.events);
      expect([name, deterministic, headOf(events.at(-1)!)]).toEqual([name, true, golden.head]);
      const path = conformanceOf(
        events.map(({ event }) => event),
        rulesOf,
      );
      expect([name, path.filter(({ verdict }) => verdict === 'IMPOSSIBLE')]).toEqual([name, []]);
    }
  });

  test('tells partners nothing but what is published, and some life each of it', async () => {
    const seen = new Set<string>();
    for (const name of await goldenNames()) {
      const { runs } = await replay(await readGolden(name));
      for (const told of toldOf(runs.flatMap(({ events }) => events.map(({ event }) => event)))) {
        seen.add(told.type);
        const { error } = OUTWARD_MESSAGES[told.type].safeParse(told);
        expect([name, told.type, error?.issues ?? []]).toEqual([name, told.type, []]);
      }
    }
    expect([...seen].sort()).toEqual([...OUTWARD_TYPES].sort());
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
    const bundle = await changedBundle('order', 'RECORD_DELAY_MS = 10_000', 'RECORD_DELAY_MS = 0');
    expect((await replay(await golden(), bundle)).deterministic).toBe(false);
  });
});
