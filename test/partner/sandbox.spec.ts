import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { sampleNotice, signalOf } from '../../apps/cli/partner.samples.js';
import type { PartnerSimulator } from '../../apps/cli/partner.simulator.js';
import { PNG } from '../support/files.js';
import { answered, ask, partnerOf, tell } from '../support/partners.js';
import { aNotice } from '../support/notices.js';
import { peopleOf } from '../support/people.js';

let lakala: PartnerSimulator;

beforeAll(async () => {
  lakala = await partnerOf('lakala');
});

interface Played {
  readonly state: string;
  readonly done: readonly { readonly command: string; readonly by: string }[];
  readonly code?: string;
}
interface View {
  readonly state: string;
  readonly requirements: readonly { readonly code: string; readonly status: string }[];
}

const post = (path: string, body: object) => answered<Played>(lakala, lakala.plain('POST', path, body));
/** Plays on where the time was up, until it is another's turn; what was done is of all calls together. */
async function play(caseId: string, script: object = {}) {
  const done: NonNullable<Played['done']>[number][] = [];
  for (;;) {
    const { status, body } = await post(`/partner/v1/sandbox/cases/${caseId}/play`, script);
    done.push(...(body.done ?? []));
    if (!body.done?.length) return { status, body: { ...body, done } };
  }
}
const advance = (caseId: string, by: string) => post(`/partner/v1/sandbox/cases/${caseId}/advance`, { by });

async function upload(caseId: string, code: string): Promise<void> {
  const form = new FormData();
  form.set('file', new Blob([PNG.bytes], { type: PNG.type }), PNG.name);
  const request = new Request('http://nowhere', { method: 'POST', body: form });
  const bytes = Buffer.from(await request.arrayBuffer());
  const path = `/partner/v1/cases/${caseId}/materials/${code}/documents`;
  const type = request.headers.get('content-type')!;
  expect((await lakala.send(lakala.signedBytes('POST', path, bytes, type))).status).toBe(201);
}

/** A case as far as the merchant's application. */
async function applied(issuer = 'lakala') {
  const notice = sampleNotice(issuer, { notice: `SBX-${randomUUID()}`, merchant: '822290073920001' });
  const opener = issuer === 'lakala' ? lakala : await partnerOf(issuer);
  const { caseId } = (await tell(opener, notice)).body;
  expect((await play(caseId)).body).toMatchObject({ state: 'MATERIALS_REQUESTED' });
  const { body } = await ask<View>(lakala, `/partner/v1/cases/${caseId}`);
  for (const { code } of body.requirements) await upload(caseId, code);
  const submitted = await tell(lakala, signalOf('MERCHANT.SUBMITTED', '{}', { case: caseId }));
  expect(submitted.body).toMatchObject({ status: 'APPLIED', state: 'SUBMITTED' });
  return { caseId };
}

test('a partner’s own test lives a whole case: it reports and uploads, the script does the rest', async () => {
  const { caseId } = await applied();
  expect((await play(caseId)).body).toMatchObject({ state: 'REINSTATING' });
  const { body } = await ask<{ items: { orderId: string; caseId: string; answer: unknown }[] }>(
    lakala,
    '/partner/v1/orders?limit=1000',
  );
  const orders = body.items.filter((order) => order.caseId === caseId);
  expect(orders).toMatchObject([
    { type: 'RESTRICTION.LIFT_ORDERED', itemId: 'TERMINAL:47781282:ACCEPT_CARD', answer: null },
  ]);
  const path = `/partner/v1/orders/${orders[0]!.orderId}`;
  for (let time = 0; time < 2; time += 1)
    expect(await post(path, { result: 'DONE' })).toMatchObject({ status: 200, body: { status: 'APPLIED' } });
  expect((await post(path, { result: 'FAILED', code: 'E1', retryable: true })).body).toMatchObject({
    code: 'signal.body-changed',
  });
  expect((await advance(caseId, 'P91D')).body).toMatchObject({ state: 'CLOSED_REINSTATED' });
});

test('the institution refuses, or asks for more once', async () => {
  const refused = await applied();
  expect((await play(refused.caseId, { institution: 'REJECT' })).body).toMatchObject({ state: 'REJECTED' });
  const asked = await applied();
  expect((await play(asked.caseId, { institution: 'SUPPLEMENT' })).body).toMatchObject({
    state: 'SUPPLEMENT_REQUIRED',
  });
});

test('the network refuses, or asks for more', async () => {
  const refused = await applied('unionpay');
  expect((await play(refused.caseId, { network: 'REJECT' })).body).toMatchObject({ state: 'REJECTED' });
  const asked = await applied('unionpay');
  expect((await play(asked.caseId, { network: 'SUPPLEMENT' })).body).toMatchObject({ state: 'SUPPLEMENT_REQUIRED' });
});

test('the network is silent as long as it is told to be, then decides', async () => {
  const { caseId } = await applied('unionpay');
  expect((await play(caseId, { network: 'SILENT' })).body).toMatchObject({ state: 'PENDING_EXTERNAL_DECISION' });
  await advance(caseId, 'P30D');
  expect((await play(caseId, { network: 'SILENT' })).body).toMatchObject({
    state: 'PENDING_EXTERNAL_DECISION',
    done: [],
  });
  const { body } = await play(caseId, { network: 'APPROVE' });
  expect(body).toMatchObject({ state: 'REINSTATING' });
  expect(body.done[0]).toEqual({ command: 'RECORD_EXTERNAL', by: 'REVIEWER+SENIOR_REVIEWER' });
});

test('a real case is not played with', async () => {
  const { intake } = await peopleOf();
  const { body } = await intake.post('/api/v1/notices', aNotice({ merchantNo: '822290073920001', sandbox: false }));
  for (const answer of [await play(body.caseId), await advance(body.caseId, 'P1D')])
    expect([answer.status, answer.body.code]).toEqual([409, 'sandbox.only']);
});
