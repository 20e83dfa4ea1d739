import { describe, expect, test } from '@jest/globals';
import { decide, fold, rulesOf, type Case, type Command, type Instant } from '#model';
import type { CallerIdentity } from '../auth/caller.js';
import type { CaseReader } from '../cases/case.reader.js';
import { Problem, caseNotFound } from '../problem/problem.js';
import { MigrationController } from './migration.controller.js';
import { migrationAnswer } from './migration.schema.js';

const rules = rulesOf({ policyVersion: '2026-11', calendarVersion: 'cn-2026.1' });
const caller: CallerIdentity = { id: 'person:lead', name: 'Lead', roles: ['LEAD'], institutions: ['*'], sandbox: true };
const words = { textId: 'text_1', commitment: 'c'.repeat(64) };

/** A case of November with its notice taken in, `offsetMs` ahead of the wall clock. */
function openedCase(offsetMs = 0): Case {
  const fields = {
    caseId: 'case_1',
    issuer: 'LAKALA',
    noticeNo: 'N-1',
    noticeDate: '2026-11-23',
    effectiveAt: '2026-11-23T02:00:00.000Z',
    institutionCode: '48222900',
    merchantNo: '822290073920001',
    reasonCodes: ['TRADING_VIOLATION'],
    restrictions: [{ capability: 'ACCEPT_CARD', level: 'MERCHANT', execution: 'DONE' }],
    transactions: [],
    content: words,
    contentHash: 'a'.repeat(64),
    sandbox: true,
    policyVersion: rules.policy.version,
    policyHash: rules.policyHash,
    calendarVersion: rules.calendar.version,
    calendarHash: rules.calendarHash,
  };
  const command = {
    type: 'NOTICE_INGESTED',
    fields,
    by: { id: 'person:intake', roles: ['INTAKE'] },
    requestId: 'r_1',
  } as unknown as Command;
  const now: Instant = '2026-11-23T02:00:00.000Z';
  const decision = decide(undefined, command, { now, rules });
  return { ...fold('events' in decision ? decision.events : [])!, offsetMs };
}

const reading = (current: Case): CaseReader =>
  ({
    recorded: (caseId: string) =>
      caseId === current.caseId
        ? Promise.resolve({ case: current, head: { seq: 1, hash: '' }, source: 'record' })
        : Promise.reject(caseNotFound(caseId)),
  }) as unknown as CaseReader;
const ask = async (current: Case, caseId: string, query: object) =>
  migrationAnswer.parse(
    JSON.parse(JSON.stringify(await new MigrationController(reading(current)).rehearse(caseId, query, caller))),
  );
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'none',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );

describe('the gap list of a case', () => {
  test('says what would change, and that the move is not allowed before its day', async () => {
    const gap = await ask(openedCase(), 'case_1', { to: '2026-12' });
    expect(gap).toMatchObject({
      caseId: 'case_1',
      from: '2026-11',
      to: '2026-12',
      allowed: false,
      refusal: { code: 'guard.migration' },
      newPapers: [{ code: 'M26', before: null, requirement: 'REQUIRED', status: 'REQUESTED' }],
      kept: [{ name: 'T_CONFIRM', owner: 'INSTITUTION', status: 'RUNNING' }],
    });
    expect(gap.deadlines.map(({ name }) => name)).toEqual(['T_REVIEW', 'T_REPORT']);
  });

  test('says that the move is allowed once the other policy is mandatory on the clock of the case', async () => {
    const tenYears = 3_650 * 86_400_000;
    expect(await ask(openedCase(tenYears), 'case_1', { to: '2026-12' })).toMatchObject({
      allowed: true,
      refusal: null,
    });
  });

  test('is of a case the caller sees and a policy there is', async () => {
    const current = openedCase();
    expect(await codeOf(ask(current, 'case_2', { to: '2026-12' }))).toBe('case.not-found');
    expect(await codeOf(ask(current, 'case_1', { to: '1999-01' }))).toBe('policy.not-found');
    expect(await codeOf(ask(current, 'case_1', {}))).toBe('request.invalid');
  });
});
