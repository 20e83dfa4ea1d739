import { beforeAll, expect, test } from '@jest/globals';
import { sampleNotice, signalOf } from '../../apps/cli/partner.samples.js';
import { CaseDriver, SOUND } from '../support/case.driver.js';
import { ask, partnerOf } from '../support/partners.js';
import { peopleOf, type People } from '../support/people.js';

let people: People;

beforeAll(async () => {
  people = await peopleOf();
});

/** The message that says the restriction is lifted, as each partner can say it. */
const lifted = (code: string, notice: string) =>
  code === 'wechat'
    ? signalOf('MERCHANT.REINSTATED', '{}', { notice })
    : signalOf('TERMINAL.REINSTATED', '{"terminalNo":"47781282"}', { notice });

test.each(['unionpay', 'ums', 'lakala', 'shengpay', 'allinpay', 'wechat'])(
  'a notice in the own format of %s opens a case, and its signals lead it to its end',
  async (code) => {
    const simulator = await partnerOf(code);
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
  },
);
