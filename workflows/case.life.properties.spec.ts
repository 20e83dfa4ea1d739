import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { eventBytes, verifyChain, type ChainedEvent } from '#audit';
import type { Carried, CommandEnvelope } from '#contract';
import { fold, fromMs, toMs, type Asker, type Command } from '#model';
import { aNotice, aText, INTAKE, OPENED_AT } from '../test/support/case-chain.js';
import { CaseLife } from './case.life.js';

/** 10,000 by hand with PROPERTY_RUNS. */
const RUNS = Number(Reflect.get(globalThis, 'PROPERTY_RUNS') ?? 200);
const PARTNER: Asker = { id: 'partner:lakala', roles: ['PARTNER'] };
const COMPLIANCE: Asker = { id: 'compliance', roles: ['COMPLIANCE'] };
const paper = { documentId: 'doc_1', sha256: 'd'.repeat(64), bytes: 9, mediaType: 'image/png' } as const;
const hold = { authority: 'COURT-1', document: 'H-1', kind: 'FREEZE', reason: aText() };

type Said = Pick<Command, 'type' | 'fields' | 'by'>;
const SAID = [
  { type: 'CONFIRM_NOTICE', fields: {}, by: INTAKE },
  { type: 'CLASSIFY', fields: { reasonCodes: ['TRADING_VIOLATION'] }, by: INTAKE },
  { type: 'UPLOAD', fields: { code: 'M10', ...paper }, by: INTAKE },
  { type: 'SUBMIT', fields: {}, by: PARTNER },
  { type: 'COMPLAINT', fields: { text: aText() }, by: PARTNER },
  { type: 'NOTICE_REVOKED', fields: { issuer: 'UNIONPAY' }, by: PARTNER },
  { type: 'ITEM_RESTORED', fields: { itemId: 'TERMINAL:47781282:ACCEPT_CARD' }, by: PARTNER },
  { type: 'ADD_NOTE', fields: { text: aText() }, by: INTAKE },
  { type: 'HOLD', fields: hold, by: COMPLIANCE },
  { type: 'RELEASE', fields: { document: 'H-2' }, by: COMPLIANCE },
  { type: 'ADVANCE_CLOCK', fields: { by: 'P3D' }, by: INTAKE },
] as const satisfies readonly Said[];

/** One delivery: which message it is, by which way, how long after the one before, and whether a run ends before it. */
interface Delivery {
  readonly message: number;
  readonly asFact: boolean;
  readonly afterMs: number;
  readonly handOver: boolean;
}
/** Few messages and many deliveries, so that most come more than once, in any order, often in a later run. */
const delivery: fc.Arbitrary<Delivery> = fc.record({
  message: fc.nat(3 * SAID.length),
  asFact: fc.boolean(),
  afterMs: fc.oneof(
    { weight: 4, arbitrary: fc.nat(2_000) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 6 * 3_600_000 }) },
  ),
  handOver: fc.boolean(),
});

const envelopeOf = (command: Command, clockMs: number): CommandEnvelope => ({
  command,
  acceptedAt: fromMs(clockMs),
  validUntil: fromMs(clockMs + 60_000),
});

/** A life with its runs cut where `cut` says; what it was heard to say, and how it ends. */
function lived(deliveries: readonly Delivery[], cut: (delivery: Delivery) => boolean) {
  const heard: ChainedEvent[] = [];
  const hear = (chained: ChainedEvent) => void heard.push(chained);
  let clockMs = toMs(OPENED_AT);
  const opening = {
    type: 'NOTICE_INGESTED',
    fields: aNotice({ sandbox: true }),
    by: INTAKE,
    requestId: 'open',
  } as const;
  let life = CaseLife.open(envelopeOf(opening, clockMs), clockMs, hear);
  for (const one of deliveries) {
    clockMs += one.afterMs;
    life.settle(clockMs);
    if (cut(one)) life = CaseLife.carryOn(JSON.parse(JSON.stringify(life.carried())) as Carried, hear);
    const { type, fields, by } = SAID[one.message % SAID.length]!;
    const requestId = `${one.asFact ? 'fact' : 'request'}:${one.message}`;
    const known = life.knows(requestId);
    const before = life.snapshot(clockMs).head;
    const say = () => {
      const at = fromMs(clockMs);
      if (one.asFact)
        life.take({ factId: requestId, command: type, fields, by, occurredAt: at, acceptedAt: at }, clockMs);
      else life.carryOut(envelopeOf({ type, fields, by, requestId } as Command, clockMs), clockMs);
    };
    say();
    const after = life.snapshot(clockMs).head;
    if (known) expect(after).toEqual(before);
    say();
    expect(life.snapshot(clockMs).head).toEqual(after);
  }
  return { heard, carried: life.carried() };
}

test(
  'whatever comes twice, late or in another order, in one run or in many, makes one chain and the same one',
  () => {
    fc.assert(
      fc.property(fc.array(delivery, { minLength: 5, maxLength: 60 }), (deliveries) => {
        const { heard, carried } = lived(deliveries, () => false);
        const rows = heard.map(({ event, hash, previousHash }) => {
          return { seq: event.seq, bytes: eventBytes(event), hash, previousHash };
        });
        expect(verifyChain(rows)).toEqual({ ok: true, head: carried.head });
        expect(carried.case).toEqual(fold(heard.map(({ event }) => event)));
        expect(lived(deliveries, ({ handOver }) => handOver).heard).toEqual(heard);
      }),
      { numRuns: RUNS },
    );
  },
  120_000 + RUNS * 200,
);
