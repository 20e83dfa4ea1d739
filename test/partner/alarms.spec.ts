import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { sampleNotice, signalOf } from '../../apps/cli/partner.samples.js';
import type { PartnerSimulator } from '../../apps/cli/partner.simulator.js';
import { homePaths } from '../../apps/standalone/data-home.js';
import { eventually, good } from '../support/case.driver.js';
import type { Caller } from '../support/http.js';
import { answered, ask, partnerOf, tell } from '../support/partners.js';
import { callerWith, peopleOf, stackHome, type People } from '../support/people.js';
import { ownersDatabase } from '../support/stored.js';
import { WebhookReceiver } from '../support/webhook.receiver.js';

let people: People;
let lakala: PartnerSimulator;
let database: DataSource;
let receiver: WebhookReceiver;
let elsewhere: Caller;

beforeAll(async () => {
  [people, lakala, database, receiver] = await Promise.all([
    peopleOf(),
    partnerOf('lakala'),
    ownersDatabase(),
    WebhookReceiver.listen(),
  ]);
  elsewhere = await callerWith({ roles: ['LEAD'], institutions: ['99999999'] });
});
afterAll(async () => {
  receiver.close();
  await database.destroy();
});

interface Alarms {
  readonly signals: readonly { readonly signalId: string; readonly state: string; readonly caseId: string | null }[];
  readonly deliveries: readonly { readonly endpointId: string; readonly tries: number; readonly lastStatus: number }[];
}
const alarms = async (caller: Caller = people.lead): Promise<Alarms> =>
  good(await caller.get('/api/v1/partner-alarms'));
const signalIn = ({ signals }: Alarms, id: string) => signals.find(({ signalId }) => signalId === id);
const deliveryIn = ({ deliveries }: Alarms, id: string) => deliveries.find(({ endpointId }) => endpointId === id);

/** A figure of the worker, over all its labels. */
async function figure(name: string): Promise<number> {
  const { worker } = JSON.parse(await readFile(homePaths(stackHome()).ports, 'utf8')) as { worker: number };
  const text = await (await fetch(`http://127.0.0.1:${worker}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.startsWith(name));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

const dayOld = (signalId: string) =>
  database.query(
    `UPDATE inbox SET received_at = received_at - interval '25 h', next_try_at = clock_timestamp()
     WHERE partner = 'lakala' AND signal_id = $1`,
    [signalId],
  );

test('a signal that waits for a day, in its case or for one, is counted and shown to staff until it has its end', async () => {
  const notice = sampleNotice('lakala', { notice: `ALARM-${randomUUID()}` });
  const { caseId } = (await tell(lakala, notice)).body;
  const parked = signalOf('TERMINAL.REINSTATED', '{"terminalNo":"47781282"}', { notice: notice.noticeNo! });
  const early = signalOf('MERCHANT.COMPLAINED', '{"text":"x"}', { notice: `ALARM-${randomUUID()}` });
  expect((await tell(lakala, parked)).body.status).toBe('PARKED');
  expect((await tell(lakala, early)).body).toMatchObject({ status: 'ACCEPTED', detail: expect.any(String) });
  const before = await figure('reinstate_signals_overdue_total');
  expect(signalIn(await alarms(), parked.signalId)).toBeUndefined();
  await Promise.all([dayOld(parked.signalId), dayOld(early.signalId)]);

  const both = await eventually(
    () => alarms(),
    (all) => Boolean(signalIn(all, parked.signalId) && signalIn(all, early.signalId)),
  );
  expect(signalIn(both, parked.signalId)).toMatchObject({ state: 'PARKED', caseId });
  expect(signalIn(both, early.signalId)).toMatchObject({ state: 'ACCEPTED', caseId: null });
  expect(await figure('reinstate_signals_overdue_total')).toBeGreaterThanOrEqual(before + 2);
  expect((await alarms(elsewhere)).signals).toEqual([]);

  expect((await tell(lakala, signalOf('SUSPENSION.REVOKED', '{}', { notice: notice.noticeNo! }))).status).toBe(200);
  await eventually(
    () => ask(lakala, `/partner/v1/signals/${parked.signalId}`),
    ({ body }) => body.status === 'APPLIED',
  );
  const after = await alarms();
  expect([signalIn(after, parked.signalId), signalIn(after, early.signalId)?.state]).toEqual([undefined, 'ACCEPTED']);
});

test('a webhook message that is given up is counted and shown to staff until it has arrived after all', async () => {
  receiver.answer = () => 500;
  const add = lakala.plain('POST', '/partner/v1/endpoints', { url: receiver.url('/given-up') });
  const { endpointId } = (await answered<{ endpointId: string }>(lakala, add)).body;
  const { caseId } = (await tell(lakala, sampleNotice('lakala', { notice: `ALARM-${randomUUID()}` }))).body;
  const before = await figure('reinstate_webhooks_given_up_total');
  const lastTry = () =>
    database.query<unknown[]>(
      `WITH late AS (UPDATE delivery SET tries = 9, next_try_at = clock_timestamp()
         WHERE endpoint_id = $1 AND case_id = $2 AND last_status = 500 AND tries = 1 RETURNING 1) SELECT * FROM late`,
      [endpointId, caseId],
    );
  await eventually(lastTry, ({ length }) => length > 0);
  const all = await eventually(
    () => alarms(),
    (found) => deliveryIn(found, endpointId) !== undefined,
  );
  expect(deliveryIn(all, endpointId)).toMatchObject({ caseId, tries: 10, lastStatus: 500 });
  expect(await figure('reinstate_webhooks_given_up_total')).toBeGreaterThanOrEqual(before + 1);
  expect((await alarms(elsewhere)).deliveries).toEqual([]);

  receiver.answer = () => 204;
  const [from, to] = [new Date(Date.now() - 3_600_000), new Date(Date.now() + 1_000)].map((at) => at.toISOString());
  await lakala.send(lakala.plain('POST', `/partner/v1/endpoints/${endpointId}/redeliver`, { from, to }));
  await eventually(
    () => alarms(),
    (found) => deliveryIn(found, endpointId) === undefined,
  );
  await lakala.send(lakala.plain('DELETE', `/partner/v1/endpoints/${endpointId}`));
});
