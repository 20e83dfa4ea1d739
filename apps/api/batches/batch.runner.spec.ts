import { describe, expect, test } from '@jest/globals';
import type { BatchStore } from '#database';
import type { CallerIdentity } from '../auth/caller.js';
import { BatchRunner } from './batch.runner.js';
import { inOrder } from './in-order.js';
import type { Letter } from './letter.js';
import type { LineOutcome, LineWorker } from './line.worker.js';

const caller: CallerIdentity = {
  id: 'person:intake',
  name: 'intake',
  roles: ['INTAKE'],
  institutions: ['*'],
  sandbox: true,
};
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);
const letterOf = (line: number, noticeNo = `UPR-${line}`): Letter => ({
  lines: [line],
  doubled: new Set(),
  notice: { issuer: 'UNIONPAY', noticeNo, merchantNo: 'M' },
  places: new Map(),
  columns: new Map(),
  amounts: [],
});

type Told = Readonly<Record<string, unknown>>;

/** A runner whose worker does as it is told, and what it was asked to take and to finish. */
function around(outcomeOf: (line: number) => Partial<LineOutcome> = () => ({})) {
  const [taken, finished]: [number[], string[]] = [[], []];
  const worker = {
    take: async (_: unknown, { lines: [line = 0] }: Letter) => {
      taken.push(line);
      // The first takes longest, so that the others overtake it.
      for (let turn = line % 8 === 1 ? 20 : 1; turn > 0; turn -= 1) await Promise.resolve();
      return [{ line, noticeNo: null, merchantNo: null, status: 'OPENED', ...outcomeOf(line) }];
    },
  };
  const batches = { finish: (id: string) => Promise.resolve(finished.push(id)) };
  const runner = new BatchRunner(worker as unknown as LineWorker, batches as unknown as BatchStore);
  const answer = (letters: readonly Letter[]) =>
    runner.answer({ batch: { batchId: 'batch_1', letters, sha256: '', resumed: false }, caller, key: 'key' });
  const told = async (letters: readonly Letter[]): Promise<readonly Told[]> => {
    const lines: Told[] = [];
    for await (const line of answer(letters)) lines.push(JSON.parse(line) as Told);
    return lines;
  };
  return { runner, answer, told, taken, finished };
}

describe('a list', () => {
  test('is answered in the order of the file, whichever line is done first', async () => {
    const { told, finished } = around();
    const lines = await told(numbers(50).map((line) => letterOf(line)));
    expect(lines.flatMap(({ type, line }) => (type === 'line' ? [line] : []))).toEqual(numbers(50));
    expect(lines.at(-1)).toMatchObject({ type: 'summary', complete: true, opened: 50, pending: 0 });
    expect(finished).toEqual(['batch_1']);
  });

  test('stops with a line that cannot be carried out now, and says to send it again', async () => {
    const { told, taken, finished } = around((line) =>
      line === 3 ? { status: 'FAILED', code: 'dependency.unavailable' } : {},
    );
    const last = (await told(numbers(50).map((line) => letterOf(line)))).at(-1);
    expect(taken.length).toBeLessThan(20);
    expect(last).toMatchObject({ complete: false, opened: taken.length - 1, pending: 50 - taken.length + 1 });
    expect(last?.['detail']).toMatch(/again/);
    expect(finished).toEqual([]);
  });

  test('goes on past a line the server fails at, which stays to be done', async () => {
    const { told, finished } = around((line) => (line === 3 ? { status: 'FAILED', code: 'internal.error' } : {}));
    const last = (await told(numbers(10).map((line) => letterOf(line)))).at(-1);
    expect(last).toMatchObject({ complete: false, opened: 9, pending: 1 });
    expect(finished).toEqual([]);
  });

  test('ends with what is under way when the process is to end', async () => {
    const { runner, told, taken } = around();
    const lines = told(numbers(50).map((line) => letterOf(line)));
    runner.beforeApplicationShutdown();
    expect((await lines).at(-1)).toMatchObject({ type: 'summary', complete: false, pending: 50 - taken.length });
  });

  test('ends with what is under way when nobody listens any more', async () => {
    const { answer, taken } = around();
    for await (const line of answer(numbers(50).map((one) => letterOf(one)))) if (line.includes('"line"')) break;
    expect(taken.length).toBeLessThan(20);
  });
});

test('a few things are done at once, and no more', async () => {
  let [now, most] = [0, 0];
  const work = async (thing: number): Promise<number> => {
    most = Math.max(most, (now += 1));
    await Promise.resolve();
    now -= 1;
    return thing;
  };
  const done: number[] = [];
  for await (const one of inOrder(numbers(30), 4, work)) done.push(one);
  expect([done, most]).toEqual([numbers(30), 4]);
});
