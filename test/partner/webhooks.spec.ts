import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { sampleNotice } from '../../apps/cli/partner.samples.js';
import type { PartnerSimulator } from '../../apps/cli/partner.simulator.js';
import { CaseDriver, eventually } from '../support/case.driver.js';
import { answered, ask, partnerOf, tell } from '../support/partners.js';
import { peopleOf, type People } from '../support/people.js';
import { WebhookReceiver, type Received } from '../support/webhook.receiver.js';

let people: People;
let lakala: PartnerSimulator;
let allinpay: PartnerSimulator;
let receiver: WebhookReceiver;

beforeAll(async () => {
  [people, lakala, allinpay] = await Promise.all([peopleOf(), partnerOf('lakala'), partnerOf('allinpay')]);
  receiver = await WebhookReceiver.listen();
});
afterAll(() => receiver.close());

interface EndpointBody {
  readonly endpointId: string;
  readonly url: string;
  readonly secret: string;
  readonly state: string;
  readonly code?: string;
  readonly count?: number;
}
interface Event {
  readonly caseId: string;
  readonly number: number;
  readonly type: string;
  readonly hash: string;
  readonly previousHash: string;
}

const post = (simulator: PartnerSimulator, path: string, body: object = {}) =>
  answered<EndpointBody>(simulator, simulator.plain('POST', path, body));

async function added(path: string, more: object = {}, simulator = lakala): Promise<EndpointBody> {
  const { status, body } = await post(simulator, '/partner/v1/endpoints', { url: receiver.url(path), ...more });
  expect([status, body.code]).toEqual([201, undefined]);
  return body;
}

async function removed({ endpointId }: EndpointBody, simulator = lakala): Promise<void> {
  const { status } = await simulator.send(simulator.plain('DELETE', `/partner/v1/endpoints/${endpointId}`));
  expect(status).toBe(204);
}

async function opened(): Promise<CaseDriver> {
  const { body } = await tell(lakala, sampleNotice('lakala', { notice: `LKL-${randomUUID()}` }));
  return new CaseDriver(people, body.caseId);
}

const eventsIn = (messages: readonly Received[]): readonly Event[] =>
  messages.map(({ body }) => JSON.parse(body) as Event);
const arrived = (path: string, count: number) =>
  eventually(
    () => Promise.resolve(receiver.at(path)),
    ({ length }) => length >= count,
  );

describe('an endpoint', () => {
  test('is told every event of its cases in order, signed by Standard Webhooks', async () => {
    const endpoint = await added('/in-order');
    const driver = await opened();
    await driver.approve();
    await driver.reinstate();
    const { body } = await ask<{ items: Event[] }>(lakala, `/partner/v1/cases/${driver.caseId}/events`);
    await eventually(
      () => Promise.resolve(eventsIn(receiver.at('/in-order')).filter(({ caseId }) => caseId === driver.caseId)),
      ({ length }) => length === body.items.length,
    );
    const webhook = new Webhook(endpoint.secret);
    const messages = receiver.at('/in-order').filter(({ body: text }) => text.includes(driver.caseId));
    for (const { headers, body: text } of messages)
      expect(webhook.verify(text, headers as Record<string, string>)).toEqual(JSON.parse(text));
    expect(eventsIn(messages)).toEqual(body.items);
    expect(new Set(messages.map(({ headers }) => headers['webhook-id'])).size).toBe(messages.length);
    expect(() =>
      new Webhook(`whsec_${Buffer.alloc(32).toString('base64')}`).verify(
        messages[0]!.body,
        messages[0]!.headers as never,
      ),
    ).toThrow();
    await removed(endpoint);
  });

  test('of another partner hears nothing of them and is nobody else’s', async () => {
    const [theirs, ours] = [await added('/theirs', {}, allinpay), await added('/ours')];
    const { caseId } = await opened();
    await arrived('/ours', 1);
    // Other tests may have something to tell Allinpay meanwhile.
    expect(eventsIn(receiver.at('/theirs')).filter((event) => event.caseId === caseId)).toEqual([]);
    for (const path of ['/rotate', '/redeliver'])
      expect(
        await post(lakala, `/partner/v1/endpoints/${theirs.endpointId}${path}`, {
          from: '2026-01-01T00:00:00Z',
          to: '2026-01-02T00:00:00Z',
        }),
      ).toMatchObject({ status: 404, body: { code: 'endpoint.not-found' } });
    await removed(theirs, allinpay);
    await removed(ours);
  });

  test('that fails is tried again with the same message, and the log says how it went', async () => {
    const endpoint = await added('/flaky');
    let failures = 1;
    receiver.answer = (path) => (path === '/flaky' && failures-- > 0 ? 500 : 204);
    await opened();
    // Other tests may have something to tell Lakala meanwhile: whichever message came first was refused.
    const [refused] = await arrived('/flaky', 1);
    const id = refused?.headers['webhook-id'];
    await eventually(
      () => Promise.resolve(receiver.at('/flaky').filter(({ headers }) => headers['webhook-id'] === id)),
      ({ length }) => length === 2,
    );
    const log = () =>
      ask<{ items: { state: string; tries: number; lastStatus: number }[] }>(
        lakala,
        `/partner/v1/endpoints/${endpoint.endpointId}/deliveries`,
      );
    const retried = ({ body }: Awaited<ReturnType<typeof log>>) => body.items.find(({ tries }) => tries === 2);
    const answer = await eventually(log, (one) => retried(one)?.state === 'DELIVERED');
    expect(retried(answer)).toMatchObject({ state: 'DELIVERED', lastStatus: 204 });
    await removed(endpoint);
  });

  test('has a log of its deliveries that is read page by page, as the orders of its partner are', async () => {
    const endpoint = await added('/paged');
    for (const driver of [await opened(), await opened()]) {
      await driver.approve();
      await driver.reinstate();
    }
    await arrived('/paged', 5);
    interface Page {
      readonly items: readonly object[];
      readonly nextCursor: string | null;
    }
    for (const path of [`/partner/v1/endpoints/${endpoint.endpointId}/deliveries`, '/partner/v1/orders']) {
      const page = async (query: string) => (await ask<Page>(lakala, `${path}?${query}`)).body;
      const first = await page('limit=1');
      const second = await page(`limit=1&cursor=${first.nextCursor}`);
      expect([first.items.length, second.items.length]).toEqual([1, 1]);
      expect(second.items).not.toEqual(first.items);
      expect(await ask(lakala, `${path}?cursor=abc`)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    }
    await removed(endpoint);
  });

  test('that is gone is disabled, and told what it missed once it is enabled again', async () => {
    const endpoint = await added('/gone');
    receiver.answer = (path) => (path === '/gone' ? 410 : 204);
    await opened();
    const list = () => ask<{ items: EndpointBody[] }>(lakala, '/partner/v1/endpoints');
    const stateOf = (items: readonly EndpointBody[]) =>
      items.find(({ endpointId }) => endpointId === endpoint.endpointId)?.state;
    await eventually(list, ({ body }) => stateOf(body.items) === 'DISABLED');
    receiver.answer = () => 204;
    const before = receiver.at('/gone').length;
    const path = `/partner/v1/endpoints/${endpoint.endpointId}`;
    await lakala.send(lakala.plain('PATCH', path, { state: 'ACTIVE' }));
    await arrived('/gone', before + 1);
    await removed(endpoint);
  });

  test('is told a range once more when it asks', async () => {
    const endpoint = await added('/again');
    await opened();
    const [first] = await arrived('/again', 1);
    const range = {
      from: new Date(Date.now() - 3_600_000).toISOString(),
      to: new Date(Date.now() + 1_000).toISOString(),
    };
    const { body } = await post(lakala, `/partner/v1/endpoints/${endpoint.endpointId}/redeliver`, range);
    expect(body.count).toBeGreaterThanOrEqual(1);
    await eventually(
      () =>
        Promise.resolve(
          receiver.at('/again').filter(({ headers }) => headers['webhook-id'] === first?.headers['webhook-id']),
        ),
      ({ length }) => length === 2,
    );
    await removed(endpoint);
  });

  test('gets a new secret while the old one still signs', async () => {
    const endpoint = await added('/rotated');
    const { body } = await post(lakala, `/partner/v1/endpoints/${endpoint.endpointId}/rotate`);
    expect(body.secret).not.toBe(endpoint.secret);
    await opened();
    const [message] = await arrived('/rotated', 1);
    for (const secret of [endpoint.secret, body.secret])
      expect(new Webhook(secret).verify(message!.body, message!.headers as Record<string, string>)).toEqual(
        expect.any(Object),
      );
    await removed(endpoint);
  });

  test('may be told in the partner’s own format', async () => {
    const endpoint = await added('/native', { scheme: 'native' });
    const driver = await opened();
    // Other tests may have something to tell it meanwhile.
    const message = await eventually(
      () => Promise.resolve(receiver.at('/native').find(({ body }) => body.includes(driver.caseId))),
      (found) => found !== undefined,
    );
    expect(message?.headers['authorization']).toMatch(/^LKLAPI-SHA256withRSA /);
    await removed(endpoint);
  });

  test.each([
    'https://127.0.0.2/in',
    'https://10.0.0.8/in',
    'https://localhost/in',
    'http://8.8.8.8/in',
    'https://2130706433/',
  ])('at %s is refused', async (url) => {
    const { status, body } = await post(lakala, '/partner/v1/endpoints', { url });
    expect([status, body.code]).toEqual([422, 'endpoint.address-refused']);
  });
});
