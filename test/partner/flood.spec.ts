import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { sampleNotice, signalOf } from '../../apps/cli/partner.samples.js';
import type { Outgoing, PartnerSimulator } from '../../apps/cli/partner.simulator.js';
import type { PartnerSignal } from '#partner';
import { CaseDriver, eventually, good, SOUND } from '../support/case.driver.js';
import { answered, ask, partnerOf, tell, type PlainAnswer } from '../support/partners.js';
import { peopleOf, type People } from '../support/people.js';
import { SeededRandom } from '../support/random.js';
import { forEach } from '../support/stages.js';
import { ownersDatabase } from '../support/stored.js';

/** Distinct signals of the flood; the whole promise, 5,000, is kept by hand: FLOOD_SIGNALS=5000. */
const SIGNALS = Number(process.env['FLOOD_SIGNALS'] ?? 140);
const SEED = Number(process.env['FLOOD_SEED'] ?? 20_261_123);
const CASES = Math.min(12, Math.ceil(SIGNALS / 40));
const MOST_COPIES = 20;
const FULL_BYTES = 1_900_000;
const PREPARED_WITHIN_MS = 120_000;
const FLOODED_WITHIN_MS = 3_600_000;

let people: People;
let lakala: PartnerSimulator;
let database: DataSource;
const random = new SeededRandom(SEED);

beforeAll(async () => {
  [people, lakala, database] = await Promise.all([peopleOf(), partnerOf('lakala'), ownersDatabase()]);
}, PREPARED_WITHIN_MS);
afterAll(() => database.destroy());

const run = `FLOOD-${Date.now()}`;
const noticeNo = (n: number): string => `${run}-${n}`;
const terminalNo = (n: number): string => `F${String(n).padStart(7, '0')}`;
/** Each at a place of its own: one place has one open case. */
const noticeOf = (n: number): PartnerSignal =>
  sampleNotice('lakala', { notice: noticeNo(n), terminal: [terminalNo(n)] });
const about = (n: number, type: string, payload: object, id: number): PartnerSignal =>
  signalOf(type, JSON.stringify(payload), { notice: noticeNo(n), id: `${run}-${id}` });
const complaint = (n: number, id: number) => about(n, 'MERCHANT.COMPLAINED', { text: `第 ${id} 次` }, id);

/** A number of a case of the flood; the one after the last is closed before it begins. */
const someCase = () => random.whole(0, CASES - 1);
const CLOSED_CASE = CASES;
const NO_CASE = 1_000_000;
const AGES_AGO = '2026-01-05T09:00:00+08:00';

/** What a partner may send, in what it comes to: its state in the end, and the code it is recorded with. */
const KINDS = {
  NOTICE: { end: 'APPLIED', code: undefined, make: noticeOf },
  COMPLAINT: { end: 'APPLIED', code: undefined, make: (id: number) => complaint(someCase(), id) },
  LATE: {
    end: 'APPLIED',
    code: undefined,
    make: (id: number) => ({ ...complaint(someCase(), id), occurredAt: AGES_AGO }),
  },
  EARLY: {
    end: 'PARKED',
    code: undefined,
    make: (id: number) => {
      const n = someCase();
      return about(n, 'TERMINAL.REINSTATED', { terminalNo: terminalNo(n) }, id);
    },
  },
  AFTER_CLOSE: { end: 'REJECTED', code: 'case.closed', make: (id: number) => complaint(CLOSED_CASE, id) },
  UNKNOWN: { end: 'ACCEPTED', code: undefined, make: (id: number) => complaint(NO_CASE + id, id) },
  NOBODYS: {
    end: 'REJECTED',
    code: 'case.not-found',
    make: (id: number) => ({ ...complaint(0, id), noticeNo: undefined, caseId: `case_${id}` }),
  },
  MALFORMED: {
    end: 'REJECTED',
    code: 'request.invalid',
    make: (id: number) => about(someCase(), 'MERCHANT.COMPLAINED', { text: 7 }, id),
  },
  HUGE: {
    end: 'REJECTED',
    code: 'request.invalid',
    make: (id: number) => about(someCase(), 'MERCHANT.COMPLAINED', { text: '大'.repeat(FULL_BYTES / 3) }, id),
  },
  BLANKS: { end: 'APPLIED', code: undefined, make: (id: number) => complaint(someCase(), id) },
} as const;
type Kind = keyof typeof KINDS;
const OFTEN = ['COMPLAINT', 'COMPLAINT', 'COMPLAINT', 'LATE', 'EARLY', 'AFTER_CLOSE', 'UNKNOWN', 'NOBODYS', 'MALFORMED'] as const; // prettier-ignore

interface Drop {
  readonly kind: Kind;
  readonly signal: PartnerSignal;
}
const dropOf = (kind: Kind, id: number): Drop => ({ kind, signal: KINDS[kind].make(id) });

/** The same signal as ever, signed anew; of the blanks one is 1.9 MB all told. */
function sent({ kind, signal }: Drop): Outgoing {
  if (kind !== 'BLANKS') return lakala.plain('POST', '/partner/v1/signals', signal);
  const text = JSON.stringify(signal);
  const body = Buffer.from(`${text.slice(0, -1)}${' '.repeat(FULL_BYTES - text.length)}}`);
  return lakala.signedBytes('POST', '/partner/v1/signals', body, 'application/json');
}

/** Copies in any order, far from each other. */
function shuffled<T>(all: readonly T[]): T[] {
  const order = [...all];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = random.whole(0, at);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}

const copiesOf = ({ kind }: Drop): number =>
  kind === 'HUGE' || kind === 'BLANKS' ? 2 : random.whole(1, random.whole(1, MOST_COPIES));

/** Every kind at least once, the big ones once; the rest as chance will have it. */
const drops: readonly Drop[] = [
  ...Array.from({ length: CASES }, (_, n) => dropOf('NOTICE', n)),
  ...Object.keys(KINDS).flatMap((kind, id) => (kind === 'NOTICE' ? [] : [dropOf(kind as Kind, id)])),
  ...Array.from({ length: SIGNALS }, (_, n) => dropOf(random.pick(OFTEN), 100 + n)),
];
const ofKind = (...kinds: readonly Kind[]) => drops.filter(({ kind }) => kinds.includes(kind));
const ANSWERS: Readonly<Record<string, number>> = { 'case.not-found': 404, 'request.invalid': 400 };
const caseIds = new Map<string, string>();

/** A sender that is told to come again later does: on a machine with much else to do the service may have to say so. */
const isHeard = ({ status }: PlainAnswer): boolean => status !== 503;

test(
  `a flood of ${drops.length} signals, each up to ${MOST_COPIES} times, is answered as each deserves (seed ${SEED})`,
  async () => {
    const closing = await tell(lakala, noticeOf(CLOSED_CASE));
    caseIds.set(noticeNo(CLOSED_CASE), closing.body.caseId);
    const over = new CaseDriver(people, closing.body.caseId);
    await over.send('intake', 'CONFIRM_NOTICE');
    await over.send('intake', 'WITHDRAW', { reason: '测试', onBehalfOf: 'MERCHANT' });

    const wrong: { readonly drop: Drop; readonly answer: PlainAnswer }[] = [];
    const copies = shuffled(drops.flatMap((drop) => Array.from({ length: copiesOf(drop) }, () => drop)));
    await forEach(copies, async (drop) => {
      const answer = await eventually(() => answered(lakala, sent(drop)), isHeard);
      const { code } = KINDS[drop.kind];
      const refusal = ANSWERS[code ?? ''];
      const isRight =
        refusal === undefined ? answer.status < 300 : answer.status === refusal && answer.body.code === code;
      if (!isRight) wrong.push({ drop, answer });
      if (drop.kind === 'NOTICE' && answer.body.caseId) caseIds.set(drop.signal.noticeNo!, answer.body.caseId);
    });
    expect(wrong).toEqual([]);
  },
  FLOODED_WITHIN_MS,
);

test(
  'each signal comes to its end and is recorded with its code, and one that was malformed leaves its id free',
  async () => {
    await forEach(drops, async ({ kind, signal: { signalId } }) => {
      const { end, code } = KINDS[kind];
      const isMalformed = code === 'request.invalid';
      const look = () => ask(lakala, `/partner/v1/signals/${signalId}`);
      const { status, body } = await eventually(look, (answer) => isMalformed || answer.body.status === end, 120_000);
      if (isMalformed) expect([status, body.code]).toEqual([404, 'signal.not-found']);
      else expect({ signalId, code: body.code }).toEqual({ signalId, code });
    });
    const rows = await database.query<{ id: string; code: string }[]>(
      `SELECT split_part(signal_id, '#', 1) AS id, code FROM inbox WHERE partner = 'lakala' AND signal_id LIKE $1`,
      [`${run}-%`],
    );
    const wanted = drops.filter(({ kind }) => kind !== 'NOTICE').map(({ signal }) => signal.signalId);
    expect(rows.map(({ id }) => id).sort()).toEqual(wanted.sort());
  },
  FLOODED_WITHIN_MS,
);

test(
  'each case holds every fact once, without a gap, and no task of its workflow has failed',
  async () => {
    expect(caseIds.size).toBe(CASES + 1);
    for (const [notice, caseId] of caseIds) {
      const driver = new CaseDriver(people, caseId);
      const events = await driver.events();
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      const told = (type: string) => events.filter((event) => event.type === type).length;
      const sentTo = (...kinds: readonly Kind[]) =>
        ofKind(...kinds).filter(({ signal }) => signal.noticeNo === notice).length;
      expect(told('NOTICE_INGESTED')).toBe(1);
      expect(told('COMPLAINT')).toBe(sentTo('COMPLAINT', 'LATE', 'BLANKS'));
      expect(told('FACT_PARKED')).toBe(Math.min(100, sentTo('EARLY')));
      expect(told('LATE_FACT')).toBe(sentTo('AFTER_CLOSE'));
      const history = JSON.stringify(good(await people.auditor.get(`/audit/v1/cases/${caseId}/history`)));
      const causes = [...history.matchAll(/"cause":"(WORKFLOW_TASK_FAILED_CAUSE_\w+)"/g)].map(([, cause]) => cause);
      // A signal that comes in while a full run hands over: Temporal asks the same task again, with the signal in it.
      expect(causes.filter((cause) => cause !== 'WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND')).toEqual([]);
      expect(await driver.replay()).toMatchObject(SOUND);
    }
  },
  FLOODED_WITHIN_MS,
);
