import { beforeEach, expect, jest, test } from '@jest/globals';
import type { CommandAnswer } from '#contract';
import type { CaseRefStore } from '#database';
import type { CaseClient } from '#temporal';
import type { CaseRecorder } from '../cases/case.recorder.js';
import type { CommandOutcomes } from '../cases/command.outcome.js';
import type { Carrying } from '../requests/idempotency.js';
import { CaseOpener } from './case.opener.js';

const said = { caseId: 'case_1', seq: 1, state: 'NOTICE_RECEIVED', events: [{}] } as unknown as CommandAnswer;
const opening = { command: { type: 'NOTICE_INGESTED', requestId: 'req_1', fields: { caseId: 'case_1' } } } as never;
const carrying = { takenOver: false, deadlineMs: Date.now() + 4_000 } as Carrying;

const write = jest.fn<CaseRecorder['write']>();
const open = jest.fn<CaseClient['open']>();
const opener = new CaseOpener(
  { open } as unknown as CaseClient,
  {} as CommandOutcomes,
  { write } as unknown as CaseRecorder,
  {} as CaseRefStore,
);

beforeEach(() => {
  jest.resetAllMocks();
  open.mockResolvedValue({ kind: 'DONE', answer: said });
});

test('a case that is open and recorded is told', async () => {
  write.mockResolvedValue(true);
  await expect(opener.open(opening, carrying)).resolves.toMatchObject({ status: 201, body: { caseId: 'case_1' } });
});

test('nobody is told of a case that the record does not hold yet, for the next word to it would not find it', async () => {
  write.mockResolvedValue(false);
  await expect(opener.open(opening, carrying)).rejects.toMatchObject({ status: 503, code: 'dependency.unavailable' });
  await expect(opener.ensureStarted(opening, carrying)).rejects.toMatchObject({ status: 503 });
});
