import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { ChainedEvent } from '#audit';
import type { CaseStore, WriteResult } from '#database';
import type { CaseClient } from '#temporal';
import { CaseRecorder } from './case.recorder.js';

const write = jest.fn<CaseStore['write']>();
const snapshot = jest.fn<CaseClient['snapshot']>();
const recorder = new CaseRecorder({ write } as unknown as CaseStore, { snapshot } as unknown as CaseClient);

const event = (seq: number) => ({ event: { seq }, hash: `h${seq}`, previousHash: `h${seq - 1}` }) as ChainedEvent;
const also = (): Promise<void> => Promise.resolve();
const result = (kind: WriteResult['kind']): WriteResult => ({ kind, head: { seq: 1, hash: 'h1' } });
const soon = (): number => Date.now() + 2_000;

beforeEach(() => void jest.resetAllMocks());

describe('the events of an answer', () => {
  test('are written once where they follow', async () => {
    write.mockResolvedValue(result('written'));
    await expect(recorder.write('case_1', [event(2)], also, soon())).resolves.toBe(true);
    expect(write).toHaveBeenCalledTimes(1);
  });

  test('are written again while those before them are on their way', async () => {
    write
      .mockResolvedValueOnce(result('gap'))
      .mockResolvedValueOnce(result('gap'))
      .mockResolvedValue(result('written'));
    await expect(recorder.write('case_1', [event(3)], also, soon())).resolves.toBe(true);
    expect(snapshot).not.toHaveBeenCalled();
  });

  test('are written with those the workflow still has, where nobody else wrote them', async () => {
    write
      .mockResolvedValueOnce(result('gap'))
      .mockResolvedValueOnce(result('gap'))
      .mockResolvedValueOnce(result('gap'));
    write.mockResolvedValue(result('written'));
    snapshot.mockResolvedValue({ unrecorded: [event(2), event(3), event(4), event(5)] } as never);
    await expect(recorder.write('case_1', [event(3), event(4)], also, soon())).resolves.toBe(true);
    expect(write).toHaveBeenLastCalledWith(
      { caseId: 'case_1', events: [event(2), event(3), event(4)] },
      also,
      undefined,
    );
  });

  test('are left to the worker when the record is away', async () => {
    write.mockRejectedValue(new Error('away'));
    await expect(recorder.write('case_1', [event(2)], also, soon())).resolves.toBe(false);
  });

  test('are not waited for beyond the deadline', async () => {
    write.mockReturnValue(new Promise(() => undefined));
    await expect(recorder.write('case_1', [event(2)], also, Date.now() + 30)).resolves.toBe(false);
  });
});
