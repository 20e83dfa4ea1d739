import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { sampleNotice, signalOf } from '../../apps/cli/partner.samples.js';
import type { PartnerSimulator } from '../../apps/cli/partner.simulator.js';
import { CaseDriver, eventually } from '../support/case.driver.js';
import { ownersDatabase } from '../support/stored.js';
import { answered, ask, partnerOf, tell } from '../support/partners.js';
import { peopleOf, type People } from '../support/people.js';
import { watched } from '../support/story.js';

let people: People;
let lakala: PartnerSimulator;
let allinpay: PartnerSimulator;

beforeAll(async () => {
  [people, lakala, allinpay] = await Promise.all([peopleOf(), partnerOf('lakala'), partnerOf('allinpay')]);
});

const fresh = () => sampleNotice('lakala', { notice: `LKL-${randomUUID()}` });
const restored = { terminalNo: '47781282' };

/** Tells something and wants no more than that it is kept. */
function tellAtOnce(simulator: PartnerSimulator, signal: object) {
  const outgoing = simulator.plain('POST', '/partner/v1/signals', signal);
  return answered(simulator, { ...outgoing, headers: { ...outgoing.headers, prefer: 'respond-async' } });
}

/** A case that was opened by a signal. */
async function opened() {
  const notice = fresh();
  const { body } = await tell(lakala, notice);
  return { notice, noticeNo: notice.noticeNo!, caseId: body.caseId, driver: new CaseDriver(people, body.caseId) };
}

const about = (noticeNo: string, eventType: string, payload: object, id?: string) =>
  signalOf(eventType, JSON.stringify(payload), { notice: noticeNo, ...(id !== undefined && { id }) });

describe('a notice', () => {
  test('opens a case, and is answered with it', async () => {
    const notice = fresh();
    const { status, body } = await tell(lakala, notice);
    expect(status).toBe(200);
    expect(body).toMatchObject({ signalId: notice.signalId, status: 'APPLIED', seq: 1, state: 'NOTICE_RECEIVED' });
    const view = await new CaseDriver(people, body.caseId).view();
    expect(view).toMatchObject({ issuer: 'LAKALA', noticeNo: notice.noticeNo, state: 'NOTICE_RECEIVED' });
  });

  test('sent again is answered the same and does nothing', async () => {
    const notice = fresh();
    const [first, second] = [await tell(lakala, notice), await tell(lakala, notice)];
    expect(second).toEqual(first);
    expect(await new CaseDriver(people, first.body.caseId).events()).toHaveLength(1);
  });

  test('under another id is a duplicate, with other content an amendment', async () => {
    const { notice, caseId, driver } = await opened();
    const again = await tell(lakala, { ...notice, signalId: `sim-${randomUUID()}` });
    expect(again).toMatchObject({ status: 200, body: { status: 'DUPLICATE', caseId } });
    const payload = { ...notice.payload, reasonText: '频繁大额交易,另有投诉' };
    const amended = await tell(lakala, { ...notice, signalId: `sim-${randomUUID()}`, payload });
    expect(amended.body).toMatchObject({ status: 'APPLIED', caseId, seq: 2 });
    expect((await driver.events()).map(({ type }) => type)).toEqual(['NOTICE_INGESTED', 'NOTICE_AMENDED']);
  });

  test('that many send at once opens one case', async () => {
    const notice = fresh();
    const answers = await Promise.all(Array.from({ length: 10 }, () => tell(lakala, notice)));
    expect(new Set(answers.map(({ body }) => body.caseId)).size).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await new CaseDriver(people, answers[0]!.body.caseId).events()).toHaveLength(1);
  });

  test('with a card number is taken, the number masked and said', async () => {
    const notice = fresh();
    const payload = { ...notice.payload, reasonText: '持卡人 6228480402564890018 投诉' };
    const { body } = await tell(lakala, { ...notice, payload });
    expect(body).toMatchObject({
      status: 'APPLIED',
      findings: [{ pointer: '/payload/reasonText', message: expect.any(String) }],
    });
    const database = await ownersDatabase();
    const rows = await database.query<unknown[]>('SELECT body::text FROM inbox WHERE case_id = $1', [body.caseId]);
    await database.destroy();
    expect(JSON.stringify(rows)).not.toContain('6228480402564890018');
  });

  test('of a merchant that is another partner’s is not found', async () => {
    const { status, body } = await tell(lakala, sampleNotice('allinpay', { notice: `X-${randomUUID()}` }));
    expect([status, body.code]).toEqual([404, 'case.not-found']);
  });
});

describe('a signal', () => {
  test('naming a kind of merchant its partner does not serve is refused, in whatever form it comes', async () => {
    const notice = sampleNotice('allinpay', { notice: `TL-${randomUUID()}` });
    const ofPerson = { ...notice, payload: { ...notice.payload, merchant: { kind: 'MICRO_PERSON' } } };
    const message = expect.stringContaining('it serves ENTERPRISE, INDIVIDUAL_BUSINESS, INSTITUTION');
    expect(await tell(allinpay, ofPerson)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid', errors: [{ pointer: '/payload/merchant/kind', message }] },
    });
    expect((await allinpay.send(allinpay.native(ofPerson))).status).toBe(400);
    const mended = { ...ofPerson, payload: { ...notice.payload, merchant: { kind: 'INDIVIDUAL_BUSINESS' } } };
    expect(await tell(allinpay, mended)).toMatchObject({ status: 200, body: { status: 'APPLIED' } });
  });

  test('of the same id with another body is refused', async () => {
    const { notice } = await opened();
    const { status, body } = await tell(lakala, { ...notice, occurredAt: '2026-11-01T00:00:00Z' });
    expect([status, body.code]).toEqual([409, 'signal.body-changed']);
  });

  test('that is not well-formed is told where, and may come again mended under its id', async () => {
    const { noticeNo, driver } = await opened();
    await driver.askForPapers();
    const id = `sim-${randomUUID()}`;
    const wrong = await tell(lakala, about(noticeNo, 'MERCHANT.COMPLAINED', { words: 'none' }, id));
    expect([wrong.status, wrong.body.code]).toEqual([400, 'request.invalid']);
    expect(wrong.body.errors?.map(({ pointer }) => pointer)).toContain('/payload/text');
    const mended = await tell(lakala, about(noticeNo, 'MERCHANT.COMPLAINED', { text: '等待过久' }, id));
    expect(mended.body).toMatchObject({ status: 'APPLIED' });
  });

  test('about a notice that has not come waits for it', async () => {
    const notice = fresh();
    const early = about(notice.noticeNo!, 'MERCHANT.COMPLAINED', { text: '为何停用' });
    const { status, body } = await tell(lakala, early);
    expect([status, body.status]).toEqual([202, 'ACCEPTED']);
    await tell(lakala, notice);
    const path = `/partner/v1/signals/${early.signalId}`;
    const { body: end } = await eventually(
      () => ask(lakala, path),
      (answer) => answer.body.status !== 'ACCEPTED',
    );
    expect(end.status).toBe('APPLIED');
  });

  test('that does not fit yet is parked, and applied when it does', async () => {
    const { noticeNo, driver } = await opened();
    const early = about(noticeNo, 'TERMINAL.REINSTATED', restored);
    expect((await tell(lakala, early)).body).toMatchObject({ status: 'PARKED', detail: expect.any(String) });
    await driver.approve();
    await driver.send('ops', 'START_REINSTATE');
    const { body } = await eventually(
      () => ask(lakala, `/partner/v1/signals/${early.signalId}`),
      (answer) => answer.body.status !== 'PARKED',
    );
    expect(body.status).toBe('APPLIED');
    expect((await driver.view()).scope.map(({ status }) => status)).toEqual(['RESTORED']);
    await watched(driver);
  });

  test('that nobody has to wait for is answered at once and applied soon', async () => {
    const notice = fresh();
    const complaint = about(notice.noticeNo!, 'MERCHANT.COMPLAINED', { text: '请尽快处理' });
    for (const signal of [notice, complaint]) {
      const { status, body } = await tellAtOnce(lakala, signal);
      expect([status, body.status]).toEqual([202, 'ACCEPTED']);
      const path = `/partner/v1/signals/${signal.signalId}`;
      await eventually(
        () => ask(lakala, path),
        (answer) => answer.body.status === 'APPLIED',
      );
      expect(await tellAtOnce(lakala, signal)).toMatchObject({ status: 200, body: { status: 'APPLIED' } });
    }
  });

  test('that nobody waits for is kept, and rejected where it is about a case that is not its partner’s', async () => {
    const { noticeNo, driver } = await opened();
    const signal = about(noticeNo, 'MERCHANT.COMPLAINED', { text: 'x' });
    const { status, body } = await tellAtOnce(allinpay, signal);
    expect([status, body]).toMatchObject([202, { signalId: signal.signalId, status: 'ACCEPTED' }]);
    const ended = await eventually(
      () => ask(allinpay, `/partner/v1/signals/${signal.signalId}`),
      (answer) => answer.body.status !== 'ACCEPTED',
    );
    expect(ended.body).toMatchObject({ status: 'REJECTED', code: 'case.not-found' });
    expect(ended.body).not.toHaveProperty('caseId');
    expect(await tellAtOnce(allinpay, signal)).toMatchObject({ status: 404, body: { code: 'case.not-found' } });
    expect(await driver.events()).toHaveLength(1);
  });

  test('that nobody waits for is not found about a merchant that is not its partner’s', async () => {
    const { noticeNo } = await opened();
    const { merchantNo } = sampleNotice('allinpay', {}).payload as { readonly merchantNo: string };
    const signal = { ...about(noticeNo, 'MERCHANT.COMPLAINED', { text: 'x' }), subject: { merchantNo } };
    expect(await tellAtOnce(lakala, signal)).toMatchObject({ status: 404, body: { code: 'case.not-found' } });
  });

  test('that nobody waits for is rejected where several cases are meant by it, and says what to mend', async () => {
    const [{ notice }] = [await opened(), await opened()];
    const { merchantNo } = notice.payload as { readonly merchantNo: string };
    const signal = {
      ...signalOf('MERCHANT.COMPLAINED', '{"text":"x"}', {}),
      subject: { merchantNo, authorisationRef: 'A-1' },
    };
    expect(await tellAtOnce(lakala, signal)).toMatchObject({ status: 202 });
    const ended = await eventually(
      () => ask(lakala, `/partner/v1/signals/${signal.signalId}`),
      (answer) => answer.body.status !== 'ACCEPTED',
    );
    expect(ended.body).toMatchObject({
      status: 'REJECTED',
      code: 'request.invalid',
      findings: [{ pointer: '/caseId' }],
    });
  });

  test.each([
    ['a case that is not its partner’s', { case: true }],
    ['a notice that is not its partner’s', { case: false }],
  ])('about %s is not found', async (_, by) => {
    const { caseId, noticeNo } = await opened();
    const named = by.case ? { case: caseId } : { notice: noticeNo };
    const { status, body } = await tell(allinpay, signalOf('MERCHANT.COMPLAINED', '{"text":"x"}', named));
    expect([status, body.code]).toEqual([404, 'case.not-found']);
  });

  test('of a kind that is reserved is kept and rejected', async () => {
    const { noticeNo } = await opened();
    const { status, body } = await tell(lakala, about(noticeNo, 'RETRIEVAL.REQUESTED', {}));
    expect([status, body.status, body.code]).toEqual([200, 'REJECTED', 'kind.unsupported']);
  });

  test('that takes back another issuer’s notice, or decides for it, is rejected', async () => {
    const unionpay = await partnerOf('unionpay');
    const notice = sampleNotice('unionpay', { notice: `UPR-${randomUUID()}` });
    expect((await tell(unionpay, notice)).body.status).toBe('APPLIED');
    const revoked = await tell(lakala, about(notice.noticeNo!, 'SUSPENSION.REVOKED', {}));
    expect(revoked.body).toMatchObject({ status: 'REJECTED', code: 'guard.issuer-differs' });
    const decided = await tell(lakala, about(notice.noticeNo!, 'REVIEW.DECISION', { kind: 'APPROVED' }));
    expect(decided.body).toMatchObject({ status: 'REJECTED', code: 'auth.role' });
  });

  test('to a case that is over is rejected and kept', async () => {
    const { noticeNo, driver } = await opened();
    for (const [type, payload] of [
      ['SUSPENSION.REVOKED', {}],
      ['TERMINAL.REINSTATED', restored],
    ] as const)
      expect((await tell(lakala, about(noticeNo, type, payload))).body.status).toBe('APPLIED');
    await driver.advance({ by: 'P91D' });
    expect((await driver.view()).state).toBe('CLOSED_REINSTATED');
    const { body } = await tell(lakala, about(noticeNo, 'TERMINAL.REINSTATED', restored));
    expect(body).toMatchObject({ status: 'REJECTED', code: 'case.closed' });
  });

  test('nobody sent is not found', async () => {
    const { status, body } = await ask(lakala, '/partner/v1/signals/none');
    expect([status, body.code]).toEqual([404, 'signal.not-found']);
  });
});

test('the merchant acts through its partner’s app', async () => {
  const { noticeNo, driver } = await opened();
  await driver.askForPapers();
  await driver.handInPapers();
  const submitted = await tell(lakala, about(noticeNo, 'MERCHANT.SUBMITTED', {}));
  expect(submitted.body).toMatchObject({ status: 'APPLIED', state: 'SUBMITTED' });
  expect(submitted.body.findings?.map(({ pointer }) => pointer)).toEqual(['/subject/authorisationRef']);
  const event = (await driver.events()).find(({ type }) => type === 'SUBMIT');
  expect(event?.actor).toMatchObject({ id: 'partner:lakala', role: 'PARTNER', onBehalfOf: 'MERCHANT' });
});

test('two hundred signals at one case in a second are all applied, each once', async () => {
  const { noticeNo, driver } = await opened();
  const signals = Array.from({ length: 200 }, (_, n) => about(noticeNo, 'MERCHANT.COMPLAINED', { text: `第 ${n} 次` }));
  const answers = await Promise.all(signals.map((signal) => tell(lakala, signal)));
  expect(answers.filter(({ status }) => status >= 300)).toEqual([]);
  await eventually(
    () => driver.events(),
    (events) => events.filter(({ type }) => type === 'COMPLAINT').length >= 200,
  );
  const events = await driver.events();
  expect(events.filter(({ type }) => type === 'COMPLAINT')).toHaveLength(200);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
});
