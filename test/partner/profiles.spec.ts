import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { sampleNotice, signalOf } from '../../apps/cli/partner.samples.js';
import type { PartnerSimulator } from '../../apps/cli/partner.simulator.js';
import { CaseDriver, eventually, SOUND } from '../support/case.driver.js';
import { answered, ask, partnerOf } from '../support/partners.js';
import { peopleOf, type People } from '../support/people.js';
import { WebhookReceiver } from '../support/webhook.receiver.js';

let people: People;
let receiver: WebhookReceiver;

beforeAll(async () => {
  [people, receiver] = await Promise.all([peopleOf(), WebhookReceiver.listen()]);
});
afterAll(() => receiver.close());

/** The partner is told twice: by Standard Webhooks and in its own format. */
async function endpointsOf(simulator: PartnerSimulator, code: string): Promise<{ readonly secret: string }> {
  const add = async (path: string, scheme: string): Promise<{ readonly secret: string }> => {
    const body = { url: receiver.url(path), scheme };
    const added = await answered<{ secret: string }>(simulator, simulator.plain('POST', '/partner/v1/endpoints', body));
    expect(added.status).toBe(201);
    return added.body;
  };
  await add(`/${code}/native`, 'native');
  return add(`/${code}`, 'standard');
}

/** The message that says the restriction is lifted, as each partner can say it. */
const lifted = (code: string, notice: string) =>
  code === 'wechat'
    ? signalOf('MERCHANT.REINSTATED', '{}', { notice })
    : signalOf('TERMINAL.REINSTATED', '{"terminalNo":"47781282"}', { notice });

test.each(['unionpay', 'ums', 'lakala', 'shengpay', 'allinpay', 'wechat'])(
  'a notice in the own format of %s opens a case, and its signals lead it to its end',
  async (code) => {
    const simulator = await partnerOf(code);
    const own = await endpointsOf(simulator, code);
    const notice = sampleNotice(code, {});
    const taken = await simulator.send(simulator.native(notice));
    expect([taken.status, taken.body]).toEqual([200, expect.any(String)]);
    const { body } = await ask<{ items: { caseId: string }[] }>(
      simulator,
      `/partner/v1/cases?noticeNo=${notice.noticeNo}`,
    );
    expect(body.items).toHaveLength(1);
    const driver = new CaseDriver(people, body.items[0]!.caseId);
    await driver.approve();
    if (code === 'unionpay') {
      expect((await driver.view()).state).toBe('PENDING_EXTERNAL_DECISION');
      const decision = signalOf('REVIEW.DECISION', '{"kind":"APPROVED"}', { notice: notice.noticeNo! });
      expect((await simulator.send(simulator.native(decision))).status).toBe(200);
    }
    expect((await driver.view()).state).toBe('APPROVED');
    await driver.send('ops', 'START_REINSTATE');
    const back = lifted(code, notice.noticeNo!);
    for (let time = 0; time < 2; time += 1) expect((await simulator.send(simulator.native(back))).status).toBe(200);
    await driver.advance({ by: 'P91D' });
    expect((await driver.view()).state).toBe('CLOSED_REINSTATED');
    expect((await driver.events()).filter(({ type }) => type === 'ITEM_RESTORED')).toHaveLength(1);
    expect(await driver.replay()).toMatchObject(SOUND);
    const { body: told } = await ask<{ items: object[] }>(simulator, `/partner/v1/cases/${driver.caseId}/events`);
    const about = (path: string) => receiver.at(path).filter(({ body: text }) => text.includes(driver.caseId));
    await eventually(
      () => Promise.resolve(about(`/${code}`)),
      ({ length }) => length === told.items.length,
    );
    const webhook = new Webhook(own.secret);
    const heard = about(`/${code}`);
    expect(heard.map(({ body: text, headers }) => webhook.verify(text, headers as Record<string, string>))).toEqual(
      told.items,
    );
    await eventually(
      () => Promise.resolve(receiver.at(`/${code}/native`)),
      ({ length }) => length >= told.items.length,
    );
  },
);
