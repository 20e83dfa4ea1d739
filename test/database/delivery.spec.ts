import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { DeliveryLoop } from '../../apps/worker/delivery.loop.js';
import { WebhookMessages } from '../../apps/worker/webhook.message.js';
import type { Posted } from '../../apps/worker/webhook.post.js';
import { DeliveryStore, EndpointStore, PartnerStore } from '#database';
import { newWebhookSecret } from '#partner';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

const KEY = Buffer.alloc(32, 7);
const HOUR = 3_600_000;
const CASES = 6;

let database: FreshDatabase;
let deliveries: DeliveryStore;
let endpoints: EndpointStore;
let partners: PartnerStore;
const written = new Map<string, number>();

beforeAll(async () => {
  database = await freshDatabase();
  deliveries = new DeliveryStore(database.app);
  endpoints = new EndpointStore(database.app, KEY);
  partners = new PartnerStore(database.owner, KEY);
  await partners.addPartner('lakala', true);
  const from = '2000-01-01T00:00:00.000Z';
  await partners.addOwnership({
    partner: 'lakala',
    institution: '*',
    merchants: '822',
    relation: 'ACQUIRER',
    from,
    until: null,
  });
});
afterAll(() => database.drop());

/** Something to tell of a case, as recording it would leave it. */
async function write(caseId: string): Promise<void> {
  const number = (written.get(caseId) ?? 0) + 1;
  written.set(caseId, number);
  await database.app.query(
    `INSERT INTO outbox (case_id, number, merchant_no, institution_code, sandbox, type, at, event_seq, payload, hash, previous_hash)
     VALUES ($1, $2, '822290073920001', '48222900', false, 'CASE.STATE_CHANGED', now(), $2, '{}', $3, $3)`,
    [caseId, number, Buffer.alloc(32)],
  );
}

const endpointAt = (path: string) =>
  endpoints.add('lakala', `https://hooks.partner.cn${path}`, 'standard', newWebhookSecret());

/** A receiver in simulated time: keeps what came, and answers as the test says. */
class World {
  now = new Date();
  readonly heard: { readonly path: string; readonly caseId: string; readonly number: number }[] = [];
  isUp: (to: { readonly path: string; readonly caseId: string }) => boolean = () => true;
  readonly loop = new DeliveryLoop({
    deliveries,
    endpoints,
    messages: new WebhookMessages(endpoints, partners, undefined),
    post: (posted) => Promise.resolve(this.take(posted)),
    clock: () => this.now,
    logger: pino({ level: 'silent' }),
  });

  /** Lets so much time pass, looking as often as it makes a difference. */
  async pass(ms: number, stepMs: number): Promise<void> {
    for (const until = this.now.getTime() + ms; this.now.getTime() < until;) {
      this.now = new Date(Math.min(until, this.now.getTime() + stepMs));
      await this.look();
    }
  }

  async look(): Promise<void> {
    await this.loop.round();
    await this.loop.idle();
  }

  private take({ url, body }: Posted): number {
    const { caseId, number } = JSON.parse(Buffer.from(body).toString()) as { caseId: string; number: number };
    const path = new URL(url).pathname;
    if (!this.isUp({ path, caseId })) return 503;
    this.heard.push({ path, caseId, number });
    return 200;
  }
}

test('a receiver that is down for 60 hours hears all of it, per case in order; no other waits for it', async () => {
  const world = new World();
  for (const path of ['/down', '/up']) await endpointAt(path);
  world.isUp = ({ path }) => path !== '/down';
  const cases = Array.from({ length: CASES }, (_, n) => `case_${n}`);
  for (let round = 0; round < 4; round += 1) {
    for (const caseId of cases) await write(caseId);
    await world.pass(15 * HOUR, HOUR / 2);
  }
  const at = (path: string) => world.heard.filter((one) => one.path === path);
  expect(at('/up')).toHaveLength(CASES * 4);
  expect(at('/down')).toEqual([]);
  world.isUp = () => true;
  await world.pass(30 * HOUR, HOUR / 2);
  for (const path of ['/down', '/up'])
    for (const caseId of cases)
      expect(
        at(path)
          .filter((one) => one.caseId === caseId)
          .map(({ number }) => number),
      ).toEqual([1, 2, 3, 4]);
});

test('a case that cannot be told keeps no other case of the endpoint waiting', async () => {
  const world = new World();
  await endpointAt('/one');
  world.isUp = ({ caseId }) => caseId !== 'case_stuck';
  for (const caseId of ['case_stuck', 'case_stuck', 'case_free', 'case_free']) await write(caseId);
  await world.look();
  const at = () => world.heard.filter(({ path }) => path === '/one').map(({ caseId, number }) => [caseId, number]);
  expect(at()).toEqual([
    ['case_free', 1],
    ['case_free', 2],
  ]);
  world.isUp = () => true;
  await world.pass(6_000, 1_000);
  expect(at().slice(2)).toEqual([
    ['case_stuck', 1],
    ['case_stuck', 2],
  ]);
});

test('what nobody takes for days is given up after ten tries, and the next is tried', async () => {
  const world = new World();
  const { endpointId } = await endpoints.add(
    'lakala',
    'https://hooks.partner.cn/never',
    'standard',
    newWebhookSecret(),
  );
  world.isUp = ({ path }) => path !== '/never';
  for (const caseId of ['case_lost', 'case_lost']) await write(caseId);
  await world.pass(100 * HOUR, HOUR / 4);
  const log = await deliveries.log(endpointId, undefined, 10);
  expect(log.filter(({ caseId }) => caseId === 'case_lost').map(({ number, state }) => [number, state])).toEqual([
    [2, 'PENDING'],
    [1, 'GIVEN_UP'],
  ]);
  expect(log.find(({ state }) => state === 'GIVEN_UP')).toMatchObject({ tries: 10, lastStatus: 503 });
});

test('a try whose process died before it kept the outcome is made again with the same message', async () => {
  const world = new World();
  const { endpointId } = await endpointAt('/killed');
  await write('case_killed');
  await deliveries.fanOut(world.now);
  const [first] = await deliveries.claim(endpointId, world.now, 10, 30_000);
  expect(await deliveries.claim(endpointId, world.now, 10, 30_000)).toEqual([]);
  const later = new Date(world.now.getTime() + 31_000);
  const [second] = await deliveries.claim(endpointId, later, 10, 30_000);
  expect(second).toMatchObject({ messageId: first?.messageId, tries: 2 });
});

test('what is asked for once more while it is on its way is delivered once more', async () => {
  const world = new World();
  const { endpointId } = await endpointAt('/twice');
  await write('case_twice');
  await deliveries.fanOut(world.now);
  const [onItsWay] = await deliveries.claim(endpointId, world.now, 1, HOUR);
  await deliveries.redeliver(
    endpointId,
    new Date(0).toISOString(),
    new Date(Date.now() + HOUR).toISOString(),
    world.now,
  );
  const delivered = { state: 'DELIVERED', nextTryAt: null, status: 204, error: null, deliveredAt: world.now } as const;
  await deliveries.settle(onItsWay!, delivered);
  await world.look();
  expect(world.heard.filter(({ path, caseId }) => path === '/twice' && caseId === 'case_twice')).toHaveLength(1);
});
