import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { pino } from 'pino';
import type { Checkpoint, HeadConflict } from '#audit';
import type { Asks, CheckpointSigner } from '#database';
import { checkpointLoop } from './checkpoint.loop.js';

const START = Date.parse('2026-11-23T03:00:00.000Z');
const signer: CheckpointSigner = { keyId: 'key', publicKey: 'a'.repeat(64), sign: () => 'b'.repeat(128) };

let nowMs: number;
let heads: Checkpoint[];
let copied: Checkpoint[];
let scopes: (Date | '-infinity')[];
let conflicts: readonly HeadConflict[];
beforeEach(() => {
  [nowMs, heads, copied, scopes, conflicts] = [START, [], [], [], []];
});

const logger = pino({ level: 'silent' });
const signed = (): Checkpoint => {
  const at = new Date(nowMs).toISOString();
  return { size: heads.length + 1, root: 'c'.repeat(64), at, keyId: 'key', signature: 'b'.repeat(128) };
};
const log = {
  latest: () => Promise.resolve(heads.at(-1)),
  collect: (scope: { since: Date | '-infinity' } | { caseId: string }) => {
    if ('since' in scope) scopes.push(scope.since);
    return Promise.resolve(conflicts);
  },
  sign: () => {
    heads.push(signed());
    return Promise.resolve(heads.at(-1));
  },
  after: (at: string) => Promise.resolve(heads.filter((head) => head.at > at)),
};
const database = { query: () => Promise.resolve([{ ms: String(nowMs) }]) } as unknown as Asks;
const newLoop = (keep = (head: Checkpoint) => Promise.resolve(void copied.push(head))) =>
  checkpointLoop({ database, log, signer, copy: { keep }, logger });

describe('the checkpoint loop', () => {
  test('signs at once, then before the last head is a minute old, though nothing changed', async () => {
    const loop = newLoop();
    for (let second = 0; second <= 180; second += loop.everyMs / 1000) {
      await loop.round();
      const age = nowMs - Date.parse(heads.at(-1)!.at);
      expect(age).toBeLessThan(60_000);
      nowMs += loop.everyMs;
    }
    expect(heads.length).toBe(4);
  });

  test('looks through everything once, and then through the last hour', async () => {
    const loop = newLoop();
    await loop.round();
    nowMs += 60_000;
    await loop.round();
    expect(scopes).toEqual(['-infinity', new Date(START - 3_600_000)]);
  });

  test('copies each head, those another process signed too, and again what could not be copied', async () => {
    const away = jest
      .fn<(head: Checkpoint) => Promise<void>>()
      .mockRejectedValueOnce(new Error('the second place is away'));
    const loop = newLoop(async (head) => {
      await away(head);
      copied.push(head);
    });
    await expect(loop.round()).rejects.toThrow('away');
    nowMs += 1_000;
    heads.push(signed());
    await loop.round();
    expect(copied).toEqual(heads);
  });

  test('says loudly which record no longer is what the log was shown', async () => {
    conflicts = [{ caseId: 'case_1', seq: 4, hashes: ['a', 'b'] }];
    const error = jest.spyOn(logger, 'error');
    await newLoop().round();
    expect(error).toHaveBeenCalledWith(conflicts[0], expect.stringContaining('no longer'));
  });
});
