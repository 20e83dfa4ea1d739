import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { CaseDriver, good } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { callerWith, peopleOf, type People } from '../support/people.js';
import { ownersDatabase } from '../support/stored.js';

const MERCHANT = {
  kind: 'ENTERPRISE',
  name: '样例商贸有限公司',
  legalRep: { name: '欧阳样例', idNo: '110101199003071233' },
  settlementAccount: { no: '0080636083778353374', bankCode: '102100099996' },
  phone: '13800001234',
  address: '上海市浦东新区样例路100号',
};

interface Shown {
  readonly revealId: string;
  readonly expiresAt: string;
  readonly values: Readonly<Record<string, string | null>>;
  readonly code?: string;
}

let people: People;
let database: DataSource;
let driver: CaseDriver;
beforeAll(async () => {
  [people, database] = await Promise.all([peopleOf(), ownersDatabase()]);
  driver = await CaseDriver.open(people, aNotice({ merchant: MERCHANT }));
});
afterAll(() => database.destroy());

const reveal = (body: object, key?: string, who = people.reviewer) =>
  who.post<Shown>(`${driver.path}/reveal`, { reason: '联系商户核实', ...body }, key);

describe('personal data', () => {
  test('is masked in the case', async () => {
    const { body } = await people.senior.get<{ merchant: object }>(driver.path);
    expect(body.merchant).toEqual({
      kind: 'ENTERPRISE',
      name: '样*****公司',
      legalRep: { name: '***例', idNo: '1****************3' },
      settlementAccount: { no: '***************3374', bankCode: '102100099996' },
      phone: '138****1234',
      address: '上海市浦东新区***',
    });
  });

  test('is shown for five minutes, to be kept nowhere on the way', async () => {
    const { status, headers, body } = await reveal({ fields: ['phone', 'merchant.legalRep', 'creditCode'] });
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(body.values).toEqual({
      phone: '13800001234',
      'legalRep.name': '欧阳样例',
      'legalRep.idNo': '110101199003071233',
      creditCode: null,
    });
    const left = Date.parse(body.expiresAt) - Date.now();
    expect(left > 240_000 && left <= 301_000).toBe(true);
    const kept = await database.query<object[]>(
      `SELECT answer FROM request WHERE answer::text LIKE '%13800001234%' OR answer::text LIKE '%110101199003071233%'`,
    );
    expect(kept).toEqual([]);
  });

  test('is shown again to the same request, until it expires', async () => {
    const key = randomUUID();
    const first = await reveal({ fields: ['phone'] }, key);
    const again = await reveal({ fields: ['phone'] }, key);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    await database.query(
      `UPDATE request SET answer = jsonb_set(answer::jsonb, '{expiresAt}', '"2026-01-01T00:00:00.000Z"') WHERE key = $1`,
      [key],
    );
    expect(await reveal({ fields: ['phone'] }, key)).toMatchObject({ status: 409, body: { code: 'request.expired' } });
  });

  test('is in the ledgers with fields and reason; the words lie in the vault', async () => {
    const { body } = await reveal({ fields: ['address'], reason: '上门巡检' }, undefined, people.field);
    const ledger = await people.auditor.get<{ items: readonly { revealId: string }[] }>(
      `/audit/v1/reveals?caseId=${driver.caseId}&field=address`,
    );
    expect(good(ledger).items).toEqual([
      {
        revealId: body.revealId,
        at: expect.any(String),
        expiresAt: body.expiresAt,
        caseId: driver.caseId,
        actorId: expect.stringContaining('field'),
        actorRoles: ['FIELD_SERVICE'],
        fields: ['address'],
        reason: { textId: expect.stringMatching(/^txt_/), commitment: expect.any(String), words: '上门巡检' },
      },
    ]);
    const looks = await people.auditor.get<{ items: readonly object[] }>(
      `/audit/v1/access-log?caseId=${driver.caseId}&action=DATA_REVEALED`,
    );
    expect(good(looks).items[0]).toMatchObject({ actorId: expect.stringContaining('field') });
  });
});

describe('nobody is shown', () => {
  test('a field there is not; that it was asked for is in the ledger of refusals, and no look is', async () => {
    const looks = async () =>
      good(await people.auditor.get<{ items: object[] }>(`/audit/v1/access-log?caseId=${driver.caseId}`)).items.length;
    const before = await looks();
    const { status, body } = await reveal({ fields: ['phone', 'password'] });
    expect([status, body.code]).toEqual([422, 'guard.field-unknown']);
    expect(await looks()).toBe(before);
    const refused = await people.auditor.get<{ items: object[] }>(
      `/audit/v1/refusals?caseId=${driver.caseId}&code=guard.field-unknown`,
    );
    expect(good(refused).items).toHaveLength(1);
  });

  test.each([
    ['without a reason', { fields: ['phone'], reason: ' ' }, 400],
    ['no field at all', { fields: [] }, 400],
  ])('anything %s', async (_, body, status) => {
    expect((await reveal(body)).status).toBe(status);
  });

  test('anything who only audits or administers, or is of another institution', async () => {
    const stranger = await callerWith({ roles: ['REVIEWER'], institutions: ['99999999'] });
    const statuses = await Promise.all(
      [people.auditor, people.admin, stranger].map(
        async (who) => (await reveal({ fields: ['phone'] }, undefined, who)).status,
      ),
    );
    expect(statuses).toEqual([403, 403, 404]);
  });

  test('anything of a case in which there is nothing left to do for them', async () => {
    const over = await CaseDriver.open(people, aNotice({ reasonCodes: ['INACTIVITY'], merchant: MERCHANT }));
    await over.send('intake', 'WITHDRAW', { reason: '商户撤回' });
    const body = { fields: ['phone'], reason: '好奇' };
    const { status } = await people.ops.post(`${over.path}/reveal`, body);
    const reopening = await people.senior.post<Shown>(`${over.path}/reveal`, body);
    expect([status, good(reopening).values['phone']]).toEqual([403, '13800001234']);
  });
});
