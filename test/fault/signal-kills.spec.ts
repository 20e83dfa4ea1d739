import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sampleNotice, signalOf } from '../../apps/cli/partner.samples.js';
import { PartnerSimulator } from '../../apps/cli/partner.simulator.js';
import { homePaths } from '../../apps/standalone/data-home.js';
import { standaloneSigners } from '../../apps/standalone/partner-keys.js';
import type { PartnerSignal } from '#partner';
import { CaseDriver, eventually, SOUND } from '../support/case.driver.js';
import { Caller } from '../support/http.js';
import { KillableService, type ServicePart, type Wire } from '../support/killable.service.js';
import { ask, tell, type PlainAnswer } from '../support/partners.js';
import { peopleOf, stackHome, USERS, type People } from '../support/people.js';
import { SeededRandom } from '../support/random.js';
import type { Moment } from '../support/tripwire.proxy.js';

/** How often something is killed; the whole promise, 100, is kept by hand: SIGNAL_KILLS=100. */
const KILLS = Number(process.env['SIGNAL_KILLS'] ?? 8);
const SEED = Number(process.env['SIGNAL_KILLS_SEED'] ?? 20_261_127);
const START_LIMIT_MS = 240_000;
const KILLED_WITHIN_MS = 180_000;
/** Complaints sent at once; so many more after each while, until somebody is dead. */
const AT_ONCE = 3;
const WHILE_MS = 4_000;
const RESEND_AFTER_MS = 500;

let service: KillableService;
let lakala: PartnerSimulator;
let people: People;
const random = new SeededRandom(SEED);

beforeAll(async () => {
  service = await KillableService.start('lakala');
  const signers = await standaloneSigners(homePaths(stackHome()).partners, 'lakala');
  lakala = new PartnerSimulator('lakala', service.url, signers);
  const known = await peopleOf();
  people = Object.fromEntries(USERS.map((user) => [user, new Caller(service.url, known[user].token)])) as People;
}, START_LIMIT_MS);
afterAll(() => service.stop(), START_LIMIT_MS);

interface Point {
  /** Who is killed. */
  readonly part: ServicePart;
  /** Who says, over which wire, what that happens at. */
  readonly on: ServicePart;
  readonly wire: Wire;
  readonly moment: Moment;
  /** The api is away by then, so that the sweeper of the worker goes on with what it left. */
  readonly alone?: true;
}

const KEPT = ['INSERT INTO inbox', 'COMMIT'];
/** What carries the id of a signal from the api to Temporal is the signal itself, or the notice that opens its case. */
const TOLD = ['sig_'];
const RECORDED = ['INSERT INTO case_event', 'COMMIT'];
const SETTLED = ['UPDATE inbox SET state'];
const at = (part: ServicePart, wire: Wire, words: readonly string[], passes: boolean): Point => ({
  part,
  on: part,
  wire,
  moment: { words, passes },
});

/** Every point of the way of a signal. */
const POINTS: readonly (readonly [string, Point])[] = [
  ['the api before the signal is committed', at('api', 'database', KEPT, false)],
  ['the api after the signal is committed', at('api', 'database', KEPT, true)],
  ['the api before its case is told', at('api', 'temporal', TOLD, false)],
  ['the api after its case is told', at('api', 'temporal', TOLD, true)],
  ['the worker while its case is told', { ...at('worker', 'temporal', TOLD, true), on: 'api' }],
  ['the worker before what it did is recorded', at('worker', 'database', RECORDED, false)],
  ['the worker after what it did is recorded', at('worker', 'database', RECORDED, true)],
  ['api and worker before the sweeper keeps its outcome', { ...at('worker', 'database', SETTLED, false), alone: true }],
  ['the api before its outcome is kept', at('api', 'database', SETTLED, false)],
  ['the api after its outcome is kept', at('api', 'database', SETTLED, true)],
  ['api and worker after the sweeper keeps its outcome', { ...at('worker', 'database', SETTLED, true), alone: true }],
];

/** Each point once in turn, then by chance. */
const pointOf = (kill: number): readonly [string, Point] => POINTS[kill] ?? random.pick(POINTS);

interface Sent {
  readonly signal: PartnerSignal;
  /** Whether it was answered 2xx; what was not may be there or not. */
  readonly isAcknowledged: boolean;
}
const sent: Sent[] = [];
const run = `KILL-${Date.now()}`;
const CASES = 3;
const noticeOf = (n: number): PartnerSignal =>
  sampleNotice('lakala', { notice: `${run}-${n}`, terminal: [`K${String(n).padStart(7, '0')}`] });

const attempt = (signal: PartnerSignal): Promise<PlainAnswer | undefined> =>
  tell(lakala, signal).catch(() => undefined);
const isTaken = (answer: PlainAnswer | undefined): boolean => answer !== undefined && answer.status < 300;

/** Sends a signal once; one that was not answered is sent again until it is, or never, as chance will have it. */
async function send(signal: PartnerSignal): Promise<void> {
  const isPatient = random.flip();
  let isAcknowledged = isTaken(await attempt(signal));
  if (!isAcknowledged && isPatient) {
    const again = () => sleep(RESEND_AFTER_MS).then(() => attempt(signal));
    isAcknowledged = isTaken(await eventually(again, isTaken, KILLED_WITHIN_MS));
  }
  sent.push({ signal, isAcknowledged });
}

/** A new notice and complaints about cases that are there, until somebody is dead. */
async function sendUntil(dead: Promise<void>, kill: number): Promise<void> {
  let isOver = false;
  void dead.then(() => (isOver = true));
  const sending: Promise<void>[] = [send(noticeOf(CASES + kill))];
  for (let id = 0; !isOver; id += 1) {
    const of = { notice: `${run}-${random.whole(0, CASES - 1)}`, id: `${run}-${kill}-${id}` };
    sending.push(send(signalOf('MERCHANT.COMPLAINED', JSON.stringify({ text: `第 ${id} 次` }), of)));
    if (sending.length > AT_ONCE) await Promise.race([dead, sleep(WHILE_MS)]);
  }
  await dead;
  unfinished.push(...sending);
}
const unfinished: Promise<void>[] = [];

async function killedAt({ part, on, wire, moment, alone }: Point, kill: number): Promise<void> {
  if (alone) await sendUntil(service.killAt('api', 'api', 'database', { words: KEPT, passes: true }), kill);
  const dead = service.killAt(part, on, wire, moment);
  await (alone ? dead : sendUntil(dead, kill));
  await service.launch(part);
  if (alone) await service.launch('api');
  await Promise.all(unfinished.splice(0));
}

test(
  'cases are open',
  async () => {
    for (let n = 0; n < CASES; n += 1) await send(noticeOf(n));
    expect(sent.map(({ isAcknowledged }) => isAcknowledged)).toEqual(Array<boolean>(CASES).fill(true));
  },
  KILLED_WITHIN_MS,
);

test.each(Array.from({ length: KILLS }, (_, kill) => [...pointOf(kill), kill] as const))(
  `killing %s stops nothing (seed ${SEED})`,
  async (_, point, kill) => {
    await killedAt(point, kill);
  },
  3 * KILLED_WITHIN_MS,
);

test(
  'no signal that was answered 2xx is lost, and none is applied twice',
  async () => {
    const applied: string[] = [];
    for (const { signal, isAcknowledged } of sent) {
      const look = () => ask(lakala, `/partner/v1/signals/${signal.signalId}`);
      const isOver = ({ status, body }: PlainAnswer) =>
        body.status === 'APPLIED' || (!isAcknowledged && status === 404);
      const { status } = await eventually(look, isOver, 2 * KILLED_WITHIN_MS);
      if (status === 200) applied.push(signal.signalId);
    }
    const rows = await service.database.owner.query<{ signalId: string; times: number }[]>(
      `SELECT i.signal_id AS "signalId", count(e.seq)::int AS times
       FROM inbox i LEFT JOIN case_event e ON e.case_id = i.case_id AND e.request_id = i.inbox_id GROUP BY 1`,
    );
    expect(rows.filter(({ times }) => times !== 1)).toEqual([]);
    expect(rows.map(({ signalId }) => signalId).sort()).toEqual(applied.sort());
  },
  START_LIMIT_MS * 2,
);

test(
  'every case is whole: no number is missing, and those that were killed most often replay to their record',
  async () => {
    const rows = await service.database.owner.query<Whole[]>(
      `SELECT r.notice_no AS "noticeNo", r.case_id AS "caseId", count(e.seq)::int AS events, max(e.seq) AS last
       FROM case_ref r LEFT JOIN case_event e USING (case_id) GROUP BY 1, 2`,
    );
    expect(rows.filter(({ events, last }) => events === 0 || events !== last)).toEqual([]);
    expect(new Set(rows.map(({ noticeNo }) => noticeNo)).size).toBe(rows.length);
    for (const { caseId } of rows.filter(({ events }) => events > 1))
      expect(await new CaseDriver(people, caseId).replay()).toMatchObject(SOUND);
  },
  START_LIMIT_MS * 2,
);

interface Whole {
  readonly noticeNo: string;
  readonly caseId: string;
  readonly events: number;
  readonly last: number;
}
