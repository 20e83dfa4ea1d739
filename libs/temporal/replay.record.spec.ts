import { describe, expect, test } from '@jest/globals';
import { eventBytes, GENESIS, headOf, link, type ChainedEvent, type ChainRow } from '#audit';
import type { CaseEvent } from '#model';
import { foldOf } from './replay.life.js';
import { compareWithItself, compareWithRecord, type RecordedChain } from './replay.record.js';

const eventOf = (seq: number, priority = seq): CaseEvent => ({
  caseId: 'case_1',
  seq,
  type: 'ADD_NOTE',
  at: '2026-11-23T01:00:00.000Z',
  actor: { id: 'reviewer', role: 'REVIEWER' },
  requestId: `request-${seq}`,
  policyVersion: '2026-11',
  payload: { row: '60', fields: {}, changes: { priority } },
});

/** A chain of so many events; in event 3 stands `third`. */
function chainOf(count: number, third = 3): readonly ChainedEvent[] {
  const chain: ChainedEvent[] = [];
  for (let seq = 1; seq <= count; seq += 1) {
    const last = chain.at(-1);
    chain.push(link(last ? headOf(last) : GENESIS, eventOf(seq, seq === 3 ? third : seq)));
  }
  return chain;
}

const rowOf = ({ event, hash, previousHash }: ChainedEvent): ChainRow => ({
  seq: event.seq,
  bytes: eventBytes(event),
  hash,
  previousHash,
});
const recordOf = (chain: readonly ChainedEvent[], more: Partial<RecordedChain> = {}): RecordedChain => {
  const last = chain.at(-1);
  return { rows: chain.map(rowOf), head: last ? headOf(last) : null, ...more };
};
const five = chainOf(5);
const without = (seq: number): readonly ChainRow[] => five.map(rowOf).filter((row) => row.seq !== seq);
const seqsOf = ({ problems }: { problems: readonly { seq: number }[] }): readonly number[] =>
  problems.map(({ seq }) => seq);

describe('the record of a closed case', () => {
  test('that holds what was computed anew has no problem', () => {
    const good = { matches: true, chainVerified: true, comparedSeq: 5, pendingSeqs: [], problems: [] };
    expect(compareWithRecord(five, recordOf(five), false)).toEqual(good);
  });

  test('is named with the seq of a row whose bytes were altered', () => {
    const rows = five.map(rowOf).map((row) => (row.seq === 3 ? { ...row, bytes: eventBytes(eventOf(3, 99)) } : row));
    const found = compareWithRecord(five, recordOf(five, { rows }), false);
    expect(found).toMatchObject({ matches: false, chainVerified: false });
    expect(seqsOf(found)).toEqual([3, 3]);
  });

  test('is named with the seq of a row that was altered with every hash after it', () => {
    const found = compareWithRecord(five, recordOf(chainOf(5, 99)), false);
    expect(found).toMatchObject({ matches: false, chainVerified: true });
    expect(seqsOf(found)).toEqual([3, 4, 5]);
  });

  test.each([2, 5])('is named with the seq of a row that was taken away: %d', (seq) => {
    const found = compareWithRecord(five, recordOf(five, { rows: without(seq) }), false);
    expect(found).toMatchObject({ matches: false, chainVerified: false, comparedSeq: seq - 1 });
    expect(new Set(seqsOf(found))).toEqual(new Set([seq]));
  });

  test('is named with the seq of a row that was added', () => {
    const found = compareWithRecord(chainOf(4), recordOf(five), false);
    expect(found).toMatchObject({ matches: false, chainVerified: true, comparedSeq: 4 });
    expect(seqsOf(found)).toEqual([5]);
  });

  test('is named with the head of a view that shows something else than its events', () => {
    const folded = foldOf(five);
    if (!folded) throw new Error('five events give a case');
    expect(compareWithRecord(five, recordOf(five, { folded }), false)).toMatchObject({ matches: true, problems: [] });
    const found = compareWithRecord(five, recordOf(five, { folded: { ...folded, priority: 9 } }), false);
    expect([found.matches, found.chainVerified, seqsOf(found)]).toEqual([false, true, [5]]);
  });

  test('is named with what else was found wrong with it', () => {
    const faults = [{ seq: 2, what: 'a column differs' }];
    expect(compareWithRecord(five, recordOf(five, { faults }), false)).toMatchObject({
      matches: false,
      problems: faults,
    });
  });
});

describe('the record of an open case', () => {
  test('may be behind what happened', () => {
    const found = compareWithRecord(five, recordOf(chainOf(3)), true);
    expect(found).toEqual({ matches: true, chainVerified: true, comparedSeq: 3, pendingSeqs: [4, 5], problems: [] });
  });

  test('may have grown since the view was read', () => {
    const head = { seq: 3, hash: five[2]?.hash ?? '' };
    expect(compareWithRecord(five, recordOf(five, { head }), true)).toMatchObject({
      chainVerified: true,
      problems: [],
    });
  });

  test('may be empty at the very beginning', () => {
    const found = compareWithRecord(chainOf(1), recordOf([]), true);
    expect(found).toMatchObject({ matches: true, pendingSeqs: [1], problems: [] });
  });

  test('may have no hole', () => {
    const found = compareWithRecord(five, recordOf(five, { rows: without(2) }), true);
    expect(found).toMatchObject({ matches: false, pendingSeqs: [], comparedSeq: 1 });
  });
});

test('without a record the events are one chain, or the first that does not follow is named', () => {
  expect(compareWithItself(five)).toMatchObject({ chainVerified: true, problems: [] });
  const broken = compareWithItself(five.filter(({ event }) => event.seq !== 2));
  expect([broken.chainVerified, seqsOf(broken)]).toEqual([false, [2]]);
});
