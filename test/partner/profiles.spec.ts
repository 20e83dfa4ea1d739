import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { sampleNotice, signalOf } from '../../apps/cli/partner.samples.js';
import type { PartnerSimulator } from '../../apps/cli/partner.simulator.js';
import { homePaths } from '../../apps/standalone/data-home.js';
import { standaloneKeys } from '../../apps/standalone/partner-keys.js';
import { isRefused, PROFILES, type PartnerKey } from '#partner';
import { CaseDriver, eventually, SOUND } from '../support/case.driver.js';
import { answered, ask, partnerOf } from '../support/partners.js';
import { peopleOf, stackHome, type People } from '../support/people.js';
import { WebhookReceiver, type Received } from '../support/webhook.receiver.js';

let people: People;
let receiver: WebhookReceiver;
let known: readonly PartnerKey[];
let ourPublicKey: string;

beforeAll(async () => {
  const { partners } = homePaths(stackHome());
  [people, receiver, known, ourPublicKey] = await Promise.all([
    peopleOf(),
    WebhookReceiver.listen(),
    standaloneKeys(partners),
    readFile(join(partners, 'reinstate', 'public.pem'), 'utf8'),
  ]);
});
afterAll(() => receiver.close());

interface Told {
  readonly hash: string;
  readonly type: string;
}

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

/** What a partner reads in a message of ours in its own format: it knows our public key and the secrets it shares with us. */
function opened(code: string, { path, headers, body }: Received): string {
  const ours = {
    partner: code,
    serial: 'reinstate-1',
    algorithm: 'SHA256withRSA' as const,
    publicKey: ourPublicKey,
    secret: null,
    notBefore: '2000-01-01T00:00:00.000Z',
    notAfter: null,
  };
  const keys = [ours, ...known.filter(({ partner, secret }) => partner === code && secret !== null)];
  const lines = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  const raw = { method: 'POST', path, headers: lines, body: Buffer.from(body) };
  const verified = PROFILES[code]!.verify(raw, keys, new Date().toISOString());
  if (isRefused(verified)) throw new Error(`${code}: ${verified.why}`);
  return JSON.stringify(verified.content);
}

/** One case between a partner that speaks its own format only, and staff. */
class Between {
  private constructor(
    readonly code: string,
    readonly simulator: PartnerSimulator,
    readonly noticeNo: string,
    readonly driver: CaseDriver,
  ) {}

  /** The partner's notice opens it. */
  static async open(code: string): Promise<Between> {
    const simulator = await partnerOf(code);
    const notice = sampleNotice(code, {});
    expect((await simulator.send(simulator.native(notice))).status).toBe(200);
    const path = `/partner/v1/cases?noticeNo=${notice.noticeNo}`;
    const { body } = await eventually(
      () => ask<{ items: { caseId: string }[] }>(simulator, path),
      (answer) => answer.body.items.length > 0,
    );
    expect(body.items).toHaveLength(1);
    return new Between(code, simulator, notice.noticeNo!, new CaseDriver(people, body.items[0]!.caseId));
  }

  /** Tells something, twice, as a sender that has lost the answer does; the case is then in a state. */
  async tell(eventType: string, payload: object, state: string): Promise<void> {
    const signal = signalOf(eventType, JSON.stringify(payload), { notice: this.noticeNo });
    for (let time = 0; time < 2; time += 1)
      expect((await this.simulator.send(this.simulator.native(signal))).status).toBe(200);
    await eventually(
      () => this.driver.view(),
      (view) => view.state === state,
    );
  }

  /** What staff do until the papers are judged; the merchant applies through its partner. */
  async bringToDecision(): Promise<void> {
    await this.driver.askForPapers();
    await this.driver.handInPapers();
    await this.tell('MERCHANT.SUBMITTED', {}, 'SUBMITTED');
    await this.driver.send('intake', 'COMPLETE_OK');
    await this.driver.acceptPapers();
    await this.driver.send('senior', 'APPROVE', await this.driver.recommend());
  }

  /** The first try fails; WeChat knows no terminals and says that the merchant is back. */
  async lift(): Promise<void> {
    await this.driver.send('ops', 'START_REINSTATE');
    if (this.code === 'wechat') return this.tell('MERCHANT.REINSTATED', {}, 'FOLLOW_UP');
    const terminal = { terminalNo: '47781282' };
    await this.tell('TERMINAL.REINSTATE_FAILED', { ...terminal, reason: '终端离线' }, 'PARTIALLY_REINSTATED');
    const [item] = (await this.driver.view()).scope;
    expect(item?.status).toBe('RESTORE_FAILED');
    await this.driver.send('ops', 'RETRY_ITEM', { itemId: item?.itemId });
    await this.tell('TERMINAL.REINSTATED', terminal, 'FOLLOW_UP');
  }
}

test.each(Object.keys(PROFILES))(
  'a notice in the own format of %s opens a case; staff and its own signals lead it to its end, and it is told of each step',
  async (code) => {
    const between = await Between.open(code);
    const { driver, simulator } = between;
    const own = await endpointsOf(simulator, code);
    await between.bringToDecision();
    if (code === 'unionpay') {
      expect((await driver.view()).state).toBe('PENDING_EXTERNAL_DECISION');
      await between.tell('REVIEW.DECISION', { kind: 'APPROVED' }, 'APPROVED');
    }
    await between.lift();
    await driver.advance({ by: 'P91D' });
    expect((await driver.view()).state).toBe('CLOSED_REINSTATED');
    expect((await driver.events()).filter(({ type }) => type === 'ITEM_RESTORED')).toHaveLength(1);
    expect(await driver.replay()).toMatchObject(SOUND);

    const path = `/partner/v1/cases/${driver.caseId}/events`;
    const { items } = (await ask<{ items: Told[] }>(simulator, path)).body;
    /** The endpoints came after the notice was told of. */
    const wanted = items.map(({ hash }) => hash).slice(1);
    const webhook = new Webhook(own.secret);
    const inStandard = ({ body, headers }: Received): string =>
      JSON.stringify(webhook.verify(body, headers as Record<string, string>));
    for (const [to, read] of [
      [`/${code}`, inStandard],
      [`/${code}/native`, (message: Received) => opened(code, message)],
    ] as const) {
      /** Each once, in the order of its first coming: a message may come again. */
      const heard = () => [
        ...new Set(
          receiver.at(to).flatMap((message) => {
            const text = read(message);
            return wanted.filter((hash) => text.includes(`"hash":"${hash}"`));
          }),
        ),
      ];
      const came = await eventually(
        () => Promise.resolve(heard()),
        ({ length }) => length >= wanted.length,
      );
      expect(came).toEqual(wanted);
    }
  },
  120_000,
);
