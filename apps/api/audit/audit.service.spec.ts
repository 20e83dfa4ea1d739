import { describe, expect, test } from '@jest/globals';
import type { Config } from '#config';
import type { RefusalFilters, RefusalStore, RunStore } from '#database';
import type { CaseEvidence, CaseHistories } from '#replay';
import type { CallerIdentity } from '../auth/caller.js';
import type { CaseReader } from '../cases/case.reader.js';
import { caseNotFound } from '../problem/problem.js';
import { AuditService } from './audit.service.js';

const auditor = (institution: string): CallerIdentity => ({
  id: 'a',
  name: 'a',
  roles: ['AUDITOR'],
  institutions: [institution],
  sandbox: false,
});
const refusals = [
  { refusalId: 'r4', caseId: 'case_ours', code: 'guard.four-eyes' },
  { refusalId: 'r3', caseId: 'case_theirs', code: 'auth.role' },
  { refusalId: 'r2', caseId: null, code: 'auth.role' },
  { refusalId: 'r1', caseId: 'case_ours', code: 'auth.role' },
];

function around() {
  const asked: RefusalFilters[] = [];
  const store = {
    list: (filters: RefusalFilters, before: string | undefined, limit: number) => {
      asked.push(filters);
      const start = before === undefined ? 0 : refusals.findIndex(({ refusalId }) => refusalId === before) + 1;
      return Promise.resolve(refusals.slice(start, start + limit));
    },
  };
  const cases = {
    recorded: (caseId: string, { institutions }: CallerIdentity) =>
      institutions.includes('*') || caseId === 'case_ours' ? Promise.resolve({}) : Promise.reject(caseNotFound(caseId)),
  };
  const service = new AuditService(
    cases as unknown as CaseReader,
    store as unknown as RefusalStore,
    {} as CaseHistories,
    {} as CaseEvidence,
    {} as RunStore,
    {} as Config,
  );
  const ids = async (caller: CallerIdentity, page: Partial<Parameters<AuditService['refusalsOf']>[0]> = {}) => {
    const { items, nextCursor } = await service.refusalsOf({ limit: 50, ...page }, caller);
    return { ids: items.map(({ refusalId }) => refusalId), nextCursor };
  };
  return { ids, asked };
}

describe('refusals', () => {
  test('come page by page until there are no more', async () => {
    const { ids } = around();
    const first = await ids(auditor('*'), { limit: 3 });
    expect(first).toEqual({ ids: ['r4', 'r3', 'r2'], nextCursor: 'r2' });
    expect(await ids(auditor('*'), { limit: 3, cursor: 'r2' })).toEqual({ ids: ['r1'], nextCursor: null });
  });

  test('are those of the institutions the auditor sees', async () => {
    expect(await around().ids(auditor('48222900'))).toEqual({ ids: ['r4', 'r1'], nextCursor: null });
  });

  test('of a case the auditor does not see are not found', async () => {
    await expect(around().ids(auditor('48222900'), { caseId: 'case_theirs' })).rejects.toMatchObject({
      code: 'case.not-found',
    });
  });

  test('are narrowed by case, actor and code', async () => {
    const { ids, asked } = around();
    await ids(auditor('*'), { caseId: 'case_ours', actor: 'person:intake', code: 'auth.role' });
    expect(asked).toEqual([{ caseId: 'case_ours', actorId: 'person:intake', code: 'auth.role' }]);
  });
});
