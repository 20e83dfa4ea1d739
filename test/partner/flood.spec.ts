import { beforeAll, expect, test } from '@jest/globals';
import { sampleNotice, signalOf } from '../../apps/cli/partner.samples.js';
import type { PartnerSimulator } from '../../apps/cli/partner.simulator.js';
import type { PartnerSignal } from '#partner';
import { CaseDriver, eventually, good, SOUND } from '../support/case.driver.js';
import { ask, partnerOf, tell, type PlainAnswer } from '../support/partners.js';
import { peopleOf, type People } from '../support/people.js';
import { SeededRandom } from '../support/random.js';
import { forEach } from '../support/stages.js';

/** Distinct signals of the flood; the whole promise is 5,000. */
const SIGNALS = Number(process.env['FLOOD_SIGNALS'] ?? 400);
const SEED = Number(process.env['FLOOD_SEED'] ?? 20_261_123);
const CASES = 12;
const MOST_COPIES = 20;
const PREPARED_WITHIN_MS = 120_000;
const FLOODED_WITHIN_MS = 1_800_000;

let people: People;
let lakala: PartnerSimulator;
const random = new SeededRandom(SEED);

beforeAll(async () => {
  [people, lakala] = await Promise.all([peopleOf(), partnerOf('lakala')]);
}, PREPARED_WITHIN_MS);

type Kind = 'COMPLAINT' | 'EARLY' | 'CLOSED' | 'UNKNOWN' | 'MALFORMED' | 'HUGE' | 'NOTICE';
interface Drop {
  readonly kind: Kind;
  readonly signal: PartnerSignal;
}

const run = `FLOOD-${Date.now()}`;
const noticeNo = (n: number): string => `${run}-${n}`;
/** Each at a place of its own: one place has one open case. */
const noticeOf = (n: number): PartnerSignal =>
  sampleNotice('lakala', { notice: noticeNo(n), terminal: [`F${String(n).padStart(7, '0')}`] });
const about = (n: number, type: string, payload: object, id: string): PartnerSignal =>
  signalOf(type, JSON.stringify(payload), { notice: noticeNo(n), id: `${run}-${id}` });

function dropOf(id: number): Drop {
  const n = random.whole(0, CASES - 1);
  const kind = random.pick<Kind>([
    'COMPLAINT',
    'COMPLAINT',
    'COMPLAINT',
    'COMPLAINT',
    'EARLY',
    'CLOSED',
    'UNKNOWN',
    'MALFORMED',
  ]);
  const complaint = (of: number) => about(of, 'MERCHANT.COMPLAINED', { text: `第 ${id} 次` }, String(id));
  const made: Readonly<Record<Kind, () => PartnerSignal>> = {
    COMPLAINT: () => complaint(n),
    EARLY: () => about(n, 'TERMINAL.REINSTATED', { terminalNo: `F${String(n).padStart(7, '0')}` }, String(id)),
    CLOSED: () => complaint(CASES),
    UNKNOWN: () => complaint(1_000_000 + id),
    MALFORMED: () => about(n, 'MERCHANT.COMPLAINED', { text: 7 }, String(id)),
    HUGE: () => about(n, 'MERCHANT.COMPLAINED', { text: 'x'.repeat(1_900_000) }, String(id)),
    NOTICE: () => noticeOf(n),
  };
  return { kind: id === 0 ? 'HUGE' : kind, signal: made[id === 0 ? 'HUGE' : kind]() };
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

/** What each kind may be answered in the end. */
const ENDS: Readonly<Record<Kind, readonly string[]>> = {
  COMPLAINT: ['APPLIED'],
  NOTICE: ['APPLIED'],
  EARLY: ['PARKED', 'REJECTED'],
  CLOSED: ['REJECTED'],
  UNKNOWN: ['ACCEPTED'],
  MALFORMED: [],
  HUGE: [],
};

const told: { readonly drop: Drop; readonly answer: PlainAnswer }[] = [];

test(
  `a flood of ${SIGNALS} signals, each up to ${MOST_COPIES} times, is applied once or recorded with its code (seed ${SEED})`,
  async () => {
    const closed = await tell(lakala, noticeOf(CASES));
    const over = new CaseDriver(people, closed.body.caseId);
    await over.send('intake', 'CONFIRM_NOTICE');
    await over.send('intake', 'WITHDRAW', { reason: '测试', onBehalfOf: 'MERCHANT' });

    const notices = Array.from({ length: CASES }, (_, n): Drop => ({ kind: 'NOTICE', signal: noticeOf(n) }));
    const drops = [...notices, ...Array.from({ length: SIGNALS }, (_, id) => dropOf(id))];
    const copies = drops.flatMap((drop) =>
      Array.from({ length: drop.kind === 'HUGE' ? 2 : random.whole(1, random.whole(1, MOST_COPIES)) }, () => drop),
    );
    await forEach(shuffled(copies), async (drop) => {
      told.push({ drop, answer: await tell(lakala, drop.signal) });
    });
    expect(told.filter(({ answer }) => answer.status >= 500)).toEqual([]);
    const wellFormed = told.filter(({ drop }) => ENDS[drop.kind].length > 0);
    expect(wellFormed.filter(({ answer }) => answer.status >= 300).map(({ answer }) => answer.body)).toEqual([]);
    const others = told.filter(({ drop }) => ENDS[drop.kind].length === 0);
    expect(new Set(others.map(({ answer }) => `${answer.status} ${answer.body.code}`))).toEqual(
      new Set(['400 request.invalid']),
    );

    await forEach(
      drops.filter(({ kind }) => ENDS[kind].length > 0),
      async ({ kind, signal }) => {
        const path = `/partner/v1/signals/${signal.signalId}`;
        const isEnd = ({ body }: PlainAnswer) => ENDS[kind].includes(body.status);
        await eventually(() => ask(lakala, path), isEnd, 120_000);
      },
    );
  },
  FLOODED_WITHIN_MS,
);

test(
  'each case holds every complaint once, without a gap, and no task of its workflow has failed',
  async () => {
    const cases = new Map(
      told.flatMap(({ drop, answer }) =>
        drop.kind === 'NOTICE' && answer.status === 200 ? [[drop.signal.noticeNo!, answer.body.caseId] as const] : [],
      ),
    );
    const complaints = new Map(
      told.flatMap(({ drop }) =>
        drop.kind === 'COMPLAINT' ? [[drop.signal.signalId, drop.signal.noticeNo!] as const] : [],
      ),
    );
    for (const [notice, caseId] of cases) {
      const driver = new CaseDriver(people, caseId);
      const events = await driver.events();
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
      const wanted = [...complaints.values()].filter((of) => of === notice).length;
      expect(events.filter(({ type }) => type === 'COMPLAINT')).toHaveLength(wanted);
      const history = good(await people.auditor.get(`/audit/v1/cases/${caseId}/history`));
      expect(JSON.stringify(history)).not.toContain('EVENT_TYPE_WORKFLOW_TASK_FAILED');
      expect(await driver.replay()).toMatchObject(SOUND);
    }
  },
  PREPARED_WITHIN_MS,
);
