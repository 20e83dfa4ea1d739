import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { CaseDriver } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';
import { ownersDatabase } from '../support/stored.js';

const MERCHANT = { kind: 'ENTERPRISE', name: '样例商户', phone: '13800009876' };

let people: People;
let owner: DataSource;
let driver: CaseDriver;
let documentId: string;
beforeAll(async () => {
  [people, owner] = await Promise.all([peopleOf(), ownersDatabase()]);
  driver = await CaseDriver.open(people, aNotice({ merchant: MERCHANT }));
  await driver.askForPapers();
  await driver.handInPapers();
  documentId = (await driver.view()).materials
    .flatMap(({ documents }) => documents.map((document) => document.documentId))
    .find((id) => id.startsWith('doc_'))!;
  await owner.query(
    `CREATE FUNCTION refuse_to_write() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the disk is full'; END $$`,
  );
}, 60_000);
afterAll(async () => {
  await owner.query('DROP FUNCTION refuse_to_write CASCADE');
  await owner.destroy();
});

/** What happens while nothing can be written into a ledger about this case; all other cases go on. */
async function whileBroken<T>(table: string, act: () => Promise<T>): Promise<T> {
  await owner.query(
    `CREATE TRIGGER broken BEFORE INSERT ON ${table} FOR EACH ROW WHEN (NEW.case_id = '${driver.caseId}')
     EXECUTE FUNCTION refuse_to_write()`,
  );
  try {
    return await act();
  } finally {
    await owner.query(`DROP TRIGGER broken ON ${table}`);
  }
}

const get = async (path: string) => {
  const { status, body } = await people.auditor.get<unknown>(path);
  return { status, text: JSON.stringify(body) };
};
const rowsOf = async (table: string): Promise<number> => {
  const rows = await owner.query<unknown[]>(`SELECT FROM ${table} WHERE case_id = $1`, [driver.caseId]);
  return rows.length;
};
const UNAVAILABLE = { status: 503, body: { code: 'dependency.unavailable' } };

describe('what cannot be written down does not happen', () => {
  test.each(['', '/events', '/timeline', '/clock'])('a read of a case%s', async (path) => {
    const { status, text } = await whileBroken('access_log', () => get(driver.path + path));
    expect(status).toBe(503);
    expect(text).not.toMatch(/MATERIALS_REQUESTED|NOTICE_INGESTED|T_MATERIALS|disk/);
    expect((await get(driver.path + path)).status).toBe(200);
  });

  test.each(['state?seq=1', 'conformance', 'bundle', 'history'])('an audit of a case: %s', async (path) => {
    const { status, text } = await whileBroken('access_log', () => get(`/audit/v1/cases/${driver.caseId}/${path}`));
    expect(status).toBe(503);
    expect(text).not.toMatch(/NOTICE_RECEIVED|NOTICE_INGESTED/);
  });

  test('a download', async () => {
    const { status, body } = await whileBroken('access_log', () => people.reviewer.download(documentId));
    expect([status, body.includes('PNG')]).toEqual([503, false]);
    expect((await people.reviewer.download(documentId)).status).toBe(200);
  });

  test.each(['reveal', 'access_log'])('a showing of personal data, with %s broken', async (table) => {
    const before = { reveal: await rowsOf('reveal'), text: await rowsOf('text') };
    const key = randomUUID();
    const ask = () => people.reviewer.post(`${driver.path}/reveal`, { fields: ['phone'], reason: '核实' }, key);
    const broken = await whileBroken(table, ask);
    expect(broken).toMatchObject(UNAVAILABLE);
    expect(JSON.stringify(broken.body)).not.toContain('13800009876');
    if (table === 'reveal') expect({ reveal: await rowsOf('reveal'), text: await rowsOf('text') }).toEqual(before);
    expect(await ask()).toMatchObject({ status: 200, body: { values: { phone: '13800009876' } } });
    expect(await rowsOf('reveal')).toBe(before.reveal + 1);
  });

  test.each([
    ['by a rule', 'senior', 'APPROVE', { evidenceHash: '0'.repeat(64) }, 409],
    ['by the role', 'reviewer', 'CONFIRM_NOTICE', {}, 403],
    ['by the role of the route', 'auditor', 'CONFIRM_NOTICE', {}, 403],
  ] as const)('a refusal %s', async (_, who, command, fields, status) => {
    const before = await rowsOf('refusal');
    const key = randomUUID();
    const ask = () => people[who].command(driver.caseId, command, fields, key);
    expect(await whileBroken('refusal', ask)).toMatchObject(UNAVAILABLE);
    expect(await rowsOf('refusal')).toBe(before);
    expect((await ask()).status).toBe(status);
    expect(await rowsOf('refusal')).toBe(before + 1);
  });
});

describe('the ledgers', () => {
  const exported = async (path: string, accept = '*/*') => {
    const headers = { authorization: `Bearer ${people.auditor.token}`, accept };
    const response = await fetch(`${people.auditor.url}/audit/v1${path}`, { headers });
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };

  test('are exported whole, as lines of CSV and of JSON, narrowed as their pages are', async () => {
    const about = `caseId=${driver.caseId}&limit=1`;
    const csv = await exported(`/refusals?${about}&code=auth.role&format=csv`);
    expect([csv.status, csv.type]).toEqual([200, expect.stringContaining('text/csv')]);
    const [header, ...lines] = csv.text.trimEnd().split('\r\n');
    expect(header).toMatch(/^refusalId,at,code,row,actorId,/);
    expect(lines.length).toBe(2);
    expect(lines.every((line) => line.includes(',auth.role,'))).toBe(true);
    const looks = await exported(`/access-log?${about}`, 'application/x-ndjson');
    expect(looks.type).toContain('application/x-ndjson');
    const rows = looks.text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { caseId: string });
    expect(rows.length).toBe(await rowsOf('access_log'));
    const reveals = await exported(`/reveals?${about}&to=2000-01-01T00:00:00Z&format=csv`);
    expect(reveals.text.trimEnd().split('\r\n')).toHaveLength(1);
  });

  test('are for auditors', async () => {
    for (const path of ['refusals', 'access-log', 'reveals'])
      expect((await people.lead.get(`/audit/v1/${path}?format=csv`)).status).toBe(403);
  });
});
