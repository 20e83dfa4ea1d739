import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import type { DataSource } from 'typeorm';
import { CaseDriver, eventually, good } from '../support/case.driver.js';
import { keptFile, resultsOf, sendList, summaryOf } from '../support/lists.js';
import { aNotice, type NoticeBody } from '../support/notices.js';
import { callerWith, peopleOf, type People } from '../support/people.js';
import { ownersDatabase } from '../support/stored.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADER = ['通知编号', '通知日期', '生效时间', '机构号', '商户号', '终端号', '原因', '签发机构'];
const PAN = '6228480402564890018';

let people: People;
let database: DataSource;
beforeAll(async () => {
  [people, database] = await Promise.all([peopleOf(), ownersDatabase()]);
});
afterAll(() => database.destroy());

const many = (count: number): readonly NoticeBody[] => Array.from({ length: count }, () => aNotice());
const ndjson = (notices: readonly object[]): string => notices.map((notice) => `${JSON.stringify(notice)}\n`).join('');
const rowOf = (no: string, terminal: string, merchant = '822290073920001'): readonly string[] => [
  no, '2026-11-23', '2026-11-23 09:00', '48222900', merchant, terminal, '频繁大额交易', '银联',
]; // prettier-ignore
const csv = (...rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join(',')}\n`).join('');
const newNo = (): string => `UPR-${randomUUID()}`;
const statusesOf = (answer: Parameters<typeof resultsOf>[0]) => resultsOf(answer).map(({ status }) => status);

/** How many cases notices have opened, and how many openings all those cases record. */
async function openedBy(
  notices: readonly { readonly noticeNo: unknown }[],
): Promise<{ cases: number; openings: number }> {
  const [counts] = await database.query<{ cases: number; openings: number }[]>(
    `SELECT count(DISTINCT ref.case_id)::int AS cases, count(event.case_id)::int AS openings
     FROM case_ref ref LEFT JOIN case_event event ON event.case_id = ref.case_id AND event.type = 'NOTICE_INGESTED'
     WHERE ref.notice_no = ANY($1)`,
    [notices.map(({ noticeNo }) => noticeNo)],
  );
  return counts!;
}

interface BatchView {
  readonly complete: boolean;
  readonly opened: number;
  readonly refused: number;
  readonly repeats: number;
  readonly pending: number;
  readonly file: { readonly sha256: string; readonly kept: string; readonly href: string | null };
}
const viewOf = async (batchId: string): Promise<BatchView> =>
  good(await people.lead.get<BatchView>(`/api/v1/notices/batches/${batchId}`));

describe('a list of notices', () => {
  test('has a result for each line, good and bad, progress, and totals at the end', async () => {
    const [first, second, third] = many(3);
    const bad = aNotice({ merchantNo: '822' });
    const list = `${ndjson([first!, bad])}not json\n${ndjson([second!, first!, aNotice({ reasonText: PAN }), third!])}`;
    const answer = await sendList(people.intake, list);
    expect(answer.lines[0]).toMatchObject({ type: 'batch', rows: 7 });
    expect(resultsOf(answer).map(({ line, status, code }) => [line, status, code])).toEqual([
      [1, 'OPENED', undefined],
      [2, 'REFUSED', 'request.invalid'],
      [3, 'REFUSED', 'request.invalid'],
      [4, 'OPENED', undefined],
      [5, 'REPEAT', undefined],
      [6, 'REFUSED', 'guard.card-data'],
      [7, 'OPENED', undefined],
    ]);
    expect(resultsOf(answer)[1]?.errors).toEqual([
      expect.objectContaining({ pointer: '/merchantNo', message: expect.stringContaining('15 characters') }),
    ]);
    expect(answer.lines.filter(({ type }) => type === 'progress').map(({ done }) => done)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7,
    ]);
    const totals = { rows: 7, opened: 3, repeats: 1, amendments: 0, refused: 3, pending: 0, complete: true };
    expect(summaryOf(answer)).toMatchObject(totals);
    const view = await viewOf(summaryOf(answer).batchId);
    expect(view).toMatchObject({ ...totals, file: { kept: 'MASKED' } });
    const kept = (await keptFile(people.lead, view.file.href!)).bytes.toString();
    expect(kept).not.toContain(PAN.slice(6, -4));
    expect(kept).toContain(JSON.stringify(third));
  });

  test('sent again does each line once, under the same key and under another', async () => {
    const [list, key] = [many(4), randomUUID()];
    const before = await sendList(people.intake, ndjson(list), { key });
    const again = await sendList(people.intake, ndjson(list), { key });
    const elsewhere = await sendList(people.intake2, ndjson(list));
    expect(statusesOf(before)).toEqual(Array(4).fill('OPENED'));
    expect(statusesOf(again)).toEqual(Array(4).fill('REPEAT'));
    expect(statusesOf(elsewhere)).toEqual(Array(4).fill('REPEAT'));
    const cases = (answer: typeof before) => resultsOf(answer).map(({ caseId }) => caseId);
    expect([cases(again), cases(elsewhere)]).toEqual([cases(before), cases(before)]);
    expect(await openedBy(list)).toEqual({ cases: 4, openings: 4 });
    expect(summaryOf(again).batchId).toBe(summaryOf(before).batchId);
    expect(await viewOf(summaryOf(before).batchId)).toMatchObject({ opened: 4, repeats: 0, complete: true });
  });

  test('cut off half way goes on when it is sent again: every line is done once', async () => {
    const [list, key] = [many(16), randomUUID()];
    const cut = await sendList(people.intake, ndjson(list), { key, cutAfter: 2 });
    const whole = await sendList(people.intake, ndjson(list), { key });
    expect(resultsOf(cut).length).toBeGreaterThanOrEqual(2);
    expect(summaryOf(whole)).toMatchObject({ rows: 16, refused: 0, pending: 0, complete: true });
    expect(new Set(resultsOf(whole).map(({ caseId }) => caseId)).size).toBe(16);
    expect(await openedBy(list)).toEqual({ cases: 16, openings: 16 });
    const { batchId } = summaryOf(whole);
    const view = await eventually(
      () => viewOf(batchId),
      ({ pending }) => pending === 0,
    );
    expect(view).toMatchObject({ opened: 16, complete: true });
    for (const { status, caseId } of resultsOf(cut)) expect([status, typeof caseId]).toEqual(['OPENED', 'string']);
  });

  test('that amends a notice does so once', async () => {
    const notice = aNotice();
    const { caseId } = good(await people.intake.post('/api/v1/notices', notice));
    const list = ndjson([{ ...notice, reasonText: '更正' }]);
    expect(statusesOf(await sendList(people.intake, list))).toEqual(['AMENDMENT']);
    expect(statusesOf(await sendList(people.intake, list))).toEqual(['REPEAT']);
    const events = await new CaseDriver(people, caseId).events();
    expect(events.filter(({ type }) => type === 'NOTICE_AMENDED')).toHaveLength(1);
  });
});

describe('a table', () => {
  test.each([
    ['in UTF-8 with a byte order mark', 'text/csv', (text: string) => `\ufeff${text}`],
    ['in a form, by its name', undefined, (text: string) => {
      const form = new FormData();
      form.set('file', new Blob([text]), '停用清单.csv');
      return form;
    }],
  ])('%s is one notice for all its terminals', async (_, type, sent) => {
    const no = newNo();
    const text = csv(HEADER, rowOf(no, '47781282'), rowOf(no, 'D9296400'), rowOf(newNo(), '47781282', '822'));
    const answer = await sendList(people.intake, sent(text), { ...(type && { type }), query: '?sandbox=true' });
    expect(resultsOf(answer).map(({ line, status }) => [line, status])).toEqual([[2, 'OPENED'], [3, 'OPENED'], [4, 'REFUSED']]);
    const [one, other, refused] = resultsOf(answer);
    expect(other?.caseId).toBe(one?.caseId);
    expect(refused?.errors).toEqual([expect.objectContaining({ pointer: '/merchantNo', column: '商户号' })]);
    const { scope } = await new CaseDriver(people, one!.caseId!).view();
    expect(scope.map(({ itemId }) => itemId)).toEqual(
      expect.arrayContaining(['TERMINAL:47781282:ACCEPT_CARD', 'TERMINAL:D9296400:ACCEPT_CARD']),
    );
  }); // prettier-ignore

  test('in GB18030 is read as what it says', async () => {
    const header = Buffer.from('cda8d6aab1e0bac52cc9ccbba7bac5', 'hex');
    const rest = `,noticeDate,effectiveAt,institutionCode,reason,issuer,sandbox\n${newNo()},822290073920001,2026-11-23,20261123090000,48222900,INACTIVITY,LAKALA,1\n`;
    const sent = Buffer.concat([header, Buffer.from(rest)]);
    for (const query of ['', '?charset=GB18030', '?sender=plain&lines=1'])
      expect(statusesOf(await sendList(people.intake, sent, { type: 'text/csv', query }))).toEqual([
        query === '' ? 'OPENED' : 'REPEAT',
      ]);
  });

  test('in a workbook is kept as it was sent, linked to its lines', async () => {
    const [no, other] = [newNo(), newNo()];
    const rows = [[...HEADER], [...rowOf(no, '47781282')], [...rowOf(other, '47781282', '82229007392000A')]];
    const book = Buffer.from(await writeXlsx({ sheets: [{ name: '停用', rows }] }));
    const answer = await sendList(people.intake, book, { type: XLSX, query: '?sandbox=true' });
    expect(statusesOf(answer)).toEqual(['OPENED', 'OPENED']);
    const { batchId } = summaryOf(answer);
    const { file } = await viewOf(batchId);
    expect(file).toMatchObject({ kept: 'AS_SENT', sha256: createHash('sha256').update(book).digest('hex') });
    expect(await keptFile(people.lead, file.href!)).toEqual({ status: 200, bytes: book });
    const lines = await people.lead.get<{ items: unknown[] }>(`/api/v1/notices/batches/${batchId}/lines?after=2`);
    const { caseId } = resultsOf(answer)[1]!;
    expect(lines.body).toMatchObject({
      items: [{ line: 3, noticeNo: other, status: 'OPENED', caseId }],
      nextAfter: null,
    });
  });
});

describe('nothing of a list is opened, and it is said why, when', () => {
  test('it is not what its control totals say', async () => {
    const list = many(2);
    for (const query of ['?lines=3', '?lines=2&amountFen=1'])
      expect(await sendList(people.intake, ndjson(list), { query })).toMatchObject({
        status: 422,
        problem: { code: 'guard.control-total', detail: expect.stringMatching(/said [31], counted/) },
      });
    expect(await openedBy(list)).toEqual({ cases: 0, openings: 0 });
    expect(statusesOf(await sendList(people.intake, ndjson(list), { query: '?lines=2' }))).toEqual([
      'OPENED',
      'OPENED',
    ]);
  });

  test.each([
    ['it has more than 10,000 lines', () => '{}\n'.repeat(10_001), {}, 413, 'body.too-large'],
    ['it has more than 32 MiB', () => 'x'.repeat(33 * 1024 * 1024), {}, 413, 'body.too-large'],
    ['it is of another type', () => '<list/>', { type: 'application/xml' }, 415, 'media.unsupported'],
    ['it is JSON', () => '[]', { type: 'application/json' }, 415, 'media.unsupported'],
    ['it is empty', () => '', {}, 400, 'request.invalid'],
    ['it is no workbook', () => 'PK', { type: XLSX }, 400, 'request.invalid'],
    ['its sender is unknown', () => '{}', { query: '?sender=nobody' }, 400, 'request.invalid'],
    ['it has no key', () => '{}', { key: '' }, 400, 'idempotency.missing'],
  ])('%s', async (_, body, sending, status, code) => {
    expect(await sendList(people.intake, body(), sending)).toMatchObject({ status, problem: { code } });
  });

  test('its key was used for another list', async () => {
    const key = randomUUID();
    await sendList(people.intake, ndjson(many(1)), { key });
    expect(await sendList(people.intake, ndjson(many(1)), { key })).toMatchObject({
      status: 422,
      problem: { code: 'idempotency.mismatch' },
    });
  });

  test('its sender is no intake', async () => {
    expect(await sendList(people.reviewer, ndjson(many(1)))).toMatchObject({
      status: 403,
      problem: { code: 'auth.role' },
    });
  });
});

test('a line of an institution that is not one’s own is refused, and a list is seen by whoever sees all of it', async () => {
  const [here, there] = [aNotice({ institutionCode: '48222900' }), aNotice({ institutionCode: '48211000' })];
  const [own, other] = await Promise.all(['48222900', '48211000'].map((one) => callerWith({ roles: ['INTAKE'], institutions: [one] })));
  const answer = await sendList(own!, ndjson([here, there]));
  expect(resultsOf(answer).map(({ status, code }) => [status, code])).toEqual([['OPENED', undefined], ['REFUSED', 'case.not-found']]);
  const path = `/api/v1/notices/batches/${summaryOf(answer).batchId}`;
  for (const end of ['', '/lines', '/file']) {
    expect((await other!.get(path + end)).body.code).toBe('batch.not-found');
    const { status } = await keptFile(own!, path + end);
    expect(status).toBe(200);
  }
}); // prettier-ignore

test('a line that opens a sandbox case needs the sandbox right', async () => {
  const caller = await callerWith({ roles: ['INTAKE'], sandbox: false });
  const answer = await sendList(caller, ndjson([aNotice()]));
  expect(resultsOf(answer)).toMatchObject([{ status: 'REFUSED', code: 'auth.role' }]);
});
