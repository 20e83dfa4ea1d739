import { createHash, randomInt } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { sampleNotice, signalOf } from '../../apps/cli/partner.samples.js';
import type { PartnerSimulator } from '../../apps/cli/partner.simulator.js';
import { CaseDriver, eventually, good } from '../support/case.driver.js';
import { answered, ask, partnerOf, tell } from '../support/partners.js';
import { callerWith, peopleOf, type People } from '../support/people.js';

let people: People;
let lakala: PartnerSimulator;
let allinpay: PartnerSimulator;
beforeAll(async () => {
  [people, lakala, allinpay] = await Promise.all([peopleOf(), partnerOf('lakala'), partnerOf('allinpay')]);
});

/** Merchants and days of this spec alone: other specs share the stack and the partner. */
const mark = String(randomInt(10_000, 99_999));
const merchant = (n: number): string => `8222900739${mark.slice(0, 4)}${n}`;
const noticeDay = `20${randomInt(10, 19)}-0${randomInt(1, 9)}-1${randomInt(0, 9)}`;

interface Day {
  readonly basis: string;
  readonly told: number | null;
  readonly received: number;
  readonly difference: number | null;
  readonly missing: readonly { readonly noticeNo: string; readonly state: string; readonly code?: string }[];
  readonly extra: readonly string[];
  readonly complete: boolean;
}
interface Difference {
  readonly differenceId: string;
  readonly merchantNo: string;
  readonly kind: string;
  readonly owner: string;
  readonly status: string;
  readonly ageDays: number;
  readonly caseId: string | null;
  readonly explanation: { readonly by: string; readonly reason: string } | null;
}
interface Page {
  readonly items: readonly Difference[];
  readonly nextCursor: string | null;
}

describe('an issuer’s day', () => {
  const numberOf = (n: number): string => `LKL-${noticeDay.replaceAll('-', '')}-${String(n).padStart(4, '0')}`;
  const notice = (n: number, also: object = {}) => {
    const signal = sampleNotice('lakala', { notice: numberOf(n), merchant: merchant(0) });
    return { ...signal, payload: { ...signal.payload, noticeDate: noticeDay, ...also } };
  };
  const path = `/partner/v1/days/${noticeDay}/control-total`;
  const day = () => ask<Day>(lakala, `${path}?sandbox=true`);
  const total = (body: object, by = lakala) => answered<Day>(by, by.plain('PUT', path, { sandbox: true, ...body }));

  test('shows the notice that never came, and the one that was refused, until both come', async () => {
    for (const n of [1, 3]) expect((await tell(lakala, notice(n))).body.caseId).toBeDefined();
    expect((await tell(lakala, notice(4, { mcc: 'none' }))).status).toBe(400);
    expect((await day()).body).toMatchObject({ basis: 'GAPS', told: null, missing: [{ noticeNo: numberOf(2) }] });
    const told = await total({ notices: 4, lastSequence: 4 });
    expect(told).toMatchObject({
      status: 200,
      body: { basis: 'SEQUENCE', told: 4, received: 2, difference: 2, complete: false, extra: [] },
    });
    expect(told.body.missing).toEqual([
      { noticeNo: numberOf(2), state: 'NEVER_CAME' },
      { noticeNo: numberOf(4), state: 'REFUSED', code: 'request.invalid', signalId: expect.any(String) },
    ]);
    for (const n of [2, 4]) expect((await tell(lakala, notice(n))).body.caseId).toBeDefined();
    expect((await day()).body).toMatchObject({ difference: 0, missing: [], extra: [], complete: true });
  });

  test('names what the issuer does not know, and is in the staff’s list', async () => {
    const noticeNos = [1, 2, 3].map(numberOf);
    expect((await total({ notices: 3, noticeNos })).body).toMatchObject({
      basis: 'NUMBERS',
      difference: -1,
      extra: [numberOf(4)],
      complete: false,
    });
    const query = `issuer=LAKALA&from=${noticeDay}&to=${noticeDay}`;
    const list = async (who = people.ops, also = '&sandbox=true') =>
      good(await who.get<{ items: Day[] }>(`/api/v1/completeness?${query}${also}`)).items;
    expect(await list()).toMatchObject([{ told: 3, received: 4, extra: [numberOf(4)] }]);
    expect(await list(people.ops, '')).toEqual([]);
    const other = await callerWith({ roles: ['OPS'], institutions: ['11110000'] });
    expect(await list(other)).toMatchObject([{ told: null, difference: null, received: 0, extra: [] }]);
  });

  test('is told by its issuer, in a way that can be true', async () => {
    const wrong = [
      { notices: 2, noticeNos: ['A', 'A'] },
      { notices: 1, noticeNos: [] },
      { notices: 3, lastSequence: 2 },
      { notices: 3, lastSequence: 10_001 },
      { notices: -1 },
      {},
    ];
    for (const body of wrong) expect((await total(body)).status).toBe(400);
    const noDay = lakala.plain('PUT', '/partner/v1/days/2026-02-30/control-total', { notices: 0 });
    expect((await answered(lakala, noDay)).status).toBe(400);
    expect((await ask<Day>(allinpay, `${path}?sandbox=true`)).body).toMatchObject({ told: null, received: 0 });
  });
});

/** So many days from today, in Beijing. */
const dayFromNow = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

describe('lists of what is stopped', () => {
  const cases: CaseDriver[] = [];
  const isOwn = ({ merchantNo }: Difference): boolean => [1, 2, 3, 4, 5].map(merchant).includes(merchantNo);
  const row = (n: number, capability = 'ACCEPT_CARD') => `${merchant(n)},47781282,${capability}`;

  const hand = (day: string, ...rows: readonly string[]) => {
    const body = Buffer.from(['merchantNo,terminalNo,capability', ...rows, ''].join('\n'));
    const path = `/partner/v1/status-files/${day}?sandbox=true`;
    return answered<Record<string, unknown>>(lakala, lakala.signedBytes('POST', path, body, 'text/csv; charset=utf-8'));
  };
  const ours = (day: string, accept = 'text/csv', query = '?sandbox=true') => {
    const outgoing = lakala.plain('GET', `/partner/v1/status-files/${day}${query}`);
    return lakala.send({ ...outgoing, headers: { ...outgoing.headers, accept } });
  };
  const stoppedOn = async (day: string) => (await ours(day)).body.split('\n').map((line) => line.split(',')[0]!);
  const differences = async () => {
    const items: Difference[] = [];
    for (let cursor = ''; ;) {
      const page = good(
        await people.lead.get<Page>(`/api/v1/differences?partner=lakala&sandbox=true&limit=200${cursor}`),
      );
      items.push(...page.items.filter(isOwn));
      if (page.nextCursor === null) break;
      cursor = `&cursor=${page.nextCursor}`;
    }
    return items.sort((one, other) => (one.merchantNo < other.merchantNo ? -1 : 1));
  };

  beforeAll(async () => {
    for (const n of [1, 2, 3, 4]) {
      const { body } = await tell(
        lakala,
        sampleNotice('lakala', { notice: `CPL-${mark}-${n}`, merchant: merchant(n) }),
      );
      const driver = new CaseDriver(people, body.caseId);
      await eventually(
        () => people.lead.get(driver.path),
        ({ status }) => status === 200,
      );
      cases.push(driver);
    }
  });
  /** Reports a place working that nobody here has decided about. */
  const reinstated = async (driver: CaseDriver) => {
    await driver.askForPapers();
    await tell(lakala, signalOf('MERCHANT.REINSTATED', '{}', { case: driver.caseId }));
    await eventually(
      () => driver.view(),
      ({ scope }) => scope[0]?.status === 'RESTORED',
    );
  };

  test('ours is in order and proves itself by its closing line, in both forms and each time alike', async () => {
    const today = dayFromNow(0);
    const [csv, again, ndjson] = await Promise.all([ours(today), ours(today), ours(today, '*/*')]);
    expect([csv.status, csv.contentType]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(ndjson.contentType).toBe('application/x-ndjson; charset=utf-8');
    expect(again.body).toBe(csv.body);
    const lines = csv.body.trimEnd().split('\n');
    const [, day, count, , sha256] = lines.pop()!.split(',');
    const content = csv.body.slice(0, csv.body.lastIndexOf('T,'));
    const digest = createHash('sha256').update(content).digest('hex');
    expect([day, count, sha256]).toEqual([today, String(lines.length - 1), digest]);
    for (const n of [1, 2, 3, 4]) expect(lines).toContain(`${merchant(n)},48222900,,47781282,ACCEPT_CARD`);
    expect(ndjson.body.trimEnd().split('\n')).toHaveLength(lines.length);
    expect(csv.body + ndjson.body).not.toMatch(/VIOLATION|频繁|case_|reason/);
  });

  test('ours is of the end of its day, whatever happened later, and given when the day is over', async () => {
    await cases[0]!.advance({ by: 'P3D' });
    await reinstated(cases[0]!);
    expect(await stoppedOn(dayFromNow(2))).toContain(merchant(1));
    expect(await stoppedOn(dayFromNow(3))).not.toContain(merchant(1));
    const notOver = await ours(dayFromNow(0), 'text/csv', '');
    expect([notOver.status, notOver.body]).toEqual([409, expect.stringContaining('day.not-over')]);
    const real = await ours(dayFromNow(-2), 'text/csv', '');
    expect([real.status, real.body]).toEqual([200, expect.stringMatching(/^merchantNo,[^]*\nT,[^\n]*\n$/)]);
    expect((await ours('yesterday')).status).toBe(400);
  });

  test('theirs is taken whole or not at all, and only of their merchants', async () => {
    const day = dayFromNow(-20);
    expect(await hand(day, row(1), row(2, 'EVERYTHING'))).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/lines/3/capability' }] },
    });
    expect(await hand(day, row(1), '821121059430001,,REFUND')).toMatchObject({
      status: 404,
      body: { code: 'case.not-found', entries: [2] },
    });
    expect(await hand(day)).toMatchObject({ status: 400, body: { errors: [{ pointer: '/trailer' }] } });
    expect((await answered(lakala, lakala.plain('POST', `/partner/v1/status-files/${day}`, {}))).status).toBe(415);
    expect(await differences()).toEqual([]);
  });

  test('theirs differs from ours in four ways, each followed until it is gone', async () => {
    await reinstated(cases[1]!);
    expect(await hand(dayFromNow(-10), row(5))).toMatchObject({ status: 201, body: { compared: true } });
    const first = await hand(dayFromNow(0), row(1), row(2), row(3, 'ACCEPT_QR'), row(5));
    expect(first).toMatchObject({ status: 201, body: { lines: 4, compared: true, repeat: false } });
    const again = await hand(dayFromNow(0), row(1), row(2), row(3, 'ACCEPT_QR'), row(5));
    expect(again).toEqual({ status: 200, body: { ...first.body, repeat: true } });

    const found = await differences();
    expect(found.map(({ merchantNo, kind, owner, ageDays }) => [merchantNo, kind, owner, ageDays])).toEqual([
      [merchant(2), 'STOPPED_THERE_ONLY', 'PARTNER', 0],
      [merchant(3), 'OTHER_CAPABILITY', 'INTAKE', 0],
      [merchant(3), 'OTHER_CAPABILITY', 'INTAKE', 0],
      [merchant(4), 'STOPPED_HERE_ONLY', 'OPS', 0],
      [merchant(5), 'STOPPED_WITHOUT_CASE', 'PARTNER', 10],
    ]);
    expect(found[0]!.caseId).toBe(cases[1]!.caseId);
    const own = await ask<Page>(lakala, '/partner/v1/differences?sandbox=true&kind=STOPPED_WITHOUT_CASE&limit=200');
    expect(own.body.items.filter(isOwn)).toMatchObject([{ differenceId: found[4]!.differenceId, status: 'OPEN' }]);

    await hand(dayFromNow(1), row(1), row(3), row(4), row(5));
    const left = (await differences()).map(({ merchantNo, status, ageDays }) => [merchantNo, status, ageDays]);
    expect(left).toEqual([
      [merchant(2), 'CLOSED', 1],
      [merchant(3), 'CLOSED', 1],
      [merchant(3), 'CLOSED', 1],
      [merchant(4), 'CLOSED', 1],
      [merchant(5), 'OPEN', 10],
    ]);
  });

  test('a difference is explained once, by those who may, and is gone from the list of open ones', async () => {
    const { differenceId } = (await differences())[4]!;
    const path = `/api/v1/differences/${differenceId}/explain`;
    const reason = '商户自行停用,非通知所致';
    const other = await callerWith({ roles: ['OPS'], institutions: ['11110000'] });
    const refused = [
      await people.reviewer.post(path, { reason }),
      await other.post(path, { reason }),
      await people.ops.post(path, { reason: 'card 6228480402564890018' }),
      await people.ops.post(path, { reason: '' }),
    ];
    expect(refused.map(({ body }) => body.code)).toEqual([
      'auth.role',
      'difference.not-found',
      'guard.card-data',
      'request.invalid',
    ]);
    const [explained, replayed] = [
      await people.ops.post(path, { reason }, mark),
      await people.ops.post(path, { reason }, mark),
    ];
    expect([explained.status, replayed.status, replayed.headers.get('idempotency-replayed')]).toEqual([
      200,
      200,
      'true',
    ]);
    expect((await people.lead.post(path, { reason })).body.code).toBe('difference.not-open');
    expect((await differences())[4]).toMatchObject({ status: 'EXPLAINED', explanation: { reason } });
    const open = '/api/v1/differences?sandbox=true&status=OPEN&kind=STOPPED_WITHOUT_CASE&owner=PARTNER';
    expect(good(await people.ops.get<Page>(open)).items.filter(isOwn)).toEqual([]);
    expect(good(await people.ops.get<Page>('/api/v1/differences?partner=lakala')).items.filter(isOwn)).toEqual([]);
    await hand(dayFromNow(2), row(1));
    const gone = (await differences()).find((one) => one.differenceId === differenceId);
    expect(gone).toMatchObject({ status: 'CLOSED', explanation: { reason } });
  });
});
