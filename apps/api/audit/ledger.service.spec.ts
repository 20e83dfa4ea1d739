import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import type { StreamableFile } from '@nestjs/common';
import type { LedgerPage, RefusalFilters, RefusalStore } from '#database';
import type { CallerIdentity } from '../auth/caller.js';
import type { CaseReader } from '../cases/case.reader.js';
import { caseNotFound } from '../problem/problem.js';
import { formOf, given } from './ledger.export.js';
import { refusalQuery } from './ledger.schema.js';
import { LedgerService, type AskedLedger } from './ledger.service.js';

const auditor = (institution: string): CallerIdentity => ({
  id: 'a',
  name: 'a',
  roles: ['AUDITOR'],
  institutions: [institution],
  sandbox: false,
});

/** A ledger of so many rows, newest first, and how often it was asked. */
function ledgerOf(count: number) {
  const rows = Array.from({ length: count }, (_, place) => ({
    id: `r${place}`,
    roles: ['LEAD', 'OPS'],
    words: place === 0 ? '=SUM(1)' : 'a "word", and\nmore',
    about: { row: '31' },
  }));
  const asked: LedgerPage[] = [];
  const ledger: AskedLedger<(typeof rows)[number]> = {
    name: 'rows',
    keyOf: ({ id }) => id,
    columns: ['id', 'roles', 'words', 'about.row', 'none'],
    page: (page) => {
      asked.push(page);
      const start = rows.findIndex(({ id }) => id === page.before) + 1;
      return Promise.resolve(rows.slice(start, start + page.limit));
    },
  };
  return { rows, ledger, asked };
}
const streamed = async (file: unknown): Promise<string> => text((file as StreamableFile).getStream());

describe('a ledger', () => {
  test('comes page by page until there are no more', async () => {
    const { ledger } = ledgerOf(4);
    const first = await given(ledger, 'json', { limit: 3 });
    expect(first).toMatchObject({ items: [{ id: 'r0' }, { id: 'r1' }, { id: 'r2' }], nextCursor: 'r2' });
    expect(await given(ledger, 'json', { limit: 3, cursor: 'r2' })).toMatchObject({
      items: [{ id: 'r3' }],
      nextCursor: null,
    });
  });

  test('comes as lines of JSON, all of it, from the cursor on', async () => {
    const { ledger, rows, asked } = ledgerOf(1_201);
    const lines = (await streamed(await given(ledger, 'ndjson', { limit: 3, cursor: 'r0' }))).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as object)).toEqual(rows.slice(1));
    expect(asked).toHaveLength(3);
  });

  test('comes as CSV with one header, quoted where it must be, and no formula in it', async () => {
    const csv = await streamed(await given(ledgerOf(2).ledger, 'csv', { limit: 50 }));
    expect(csv).toBe(
      ['id,roles,words,about.row,none', `r0,LEAD OPS,'=SUM(1),31,`, `r1,LEAD OPS,"a ""word"", and\nmore",31,`, ''].join(
        '\r\n',
      ),
    );
  });

  test('that cannot be read is no file', async () => {
    const broken = { ...ledgerOf(0).ledger, page: () => Promise.reject(new Error('the table is gone')) };
    await expect(given(broken, 'csv', { limit: 1 })).rejects.toThrow('the table is gone');
  });

  test.each([
    [undefined, undefined, 'json'],
    [undefined, 'text/csv', 'csv'],
    [undefined, 'application/x-ndjson, */*', 'ndjson'],
    [undefined, 'application/json', 'json'],
    ['csv', 'application/json', 'csv'],
  ] as const)('asked for with format %s and Accept %s is %s', (format, accept, form) => {
    expect(formOf(format, accept)).toBe(form);
  });
});

describe('refusals', () => {
  function around() {
    const asked: RefusalFilters[] = [];
    const store = { list: (filters: RefusalFilters) => Promise.resolve(void asked.push(filters)) };
    const cases = {
      recorded: (caseId: string, { institutions }: CallerIdentity) =>
        institutions.includes('*') ? Promise.resolve({}) : Promise.reject(caseNotFound(caseId)),
    };
    const none = {} as never;
    const service = new LedgerService(
      cases as unknown as CaseReader,
      store as unknown as RefusalStore,
      none,
      none,
      none,
    );
    const ask = async (caller: CallerIdentity, query: object) =>
      (await service.refusals(refusalQuery.parse(query), caller)).page({ limit: 1 });
    return { ask, asked };
  }

  test('are those of the institutions the auditor sees, narrowed by case, person, code and time', async () => {
    const { ask, asked } = around();
    await ask(auditor('48222900'), { code: 'auth.role', from: '2026-11-23T09:00:00+08:00' });
    await ask(auditor('*'), { caseId: 'case_1', actor: 'person:intake' });
    expect(asked).toEqual([
      { institutions: ['48222900'], code: 'auth.role', from: '2026-11-23T01:00:00.000Z' },
      { institutions: '*', caseId: 'case_1', actorId: 'person:intake' },
    ]);
  });

  test('of a case the auditor does not see are not found', async () => {
    await expect(around().ask(auditor('48222900'), { caseId: 'case_theirs' })).rejects.toMatchObject({
      code: 'case.not-found',
    });
  });
});
