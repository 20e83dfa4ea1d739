import type { EntityManager } from 'typeorm';
import {
  evolve,
  linkOutward,
  OUTWARD_GENESIS,
  outwardEvents,
  rulesOf,
  type Case,
  type CaseEvent,
  type OutwardLink,
} from '#model';
import { prepared } from './prepared.js';

/** The end of what the partners of a case have been told. */
export interface Told {
  readonly number: number;
  readonly hash: string;
}
export const NOTHING_TOLD: Told = { number: 0, hash: OUTWARD_GENESIS };

/** One thing to tell, and the case event it tells of. */
export interface Telling {
  readonly link: OutwardLink;
  readonly seq: number;
}

/** What partners are to be told of these events, after what they were told before. */
export function toldBy(current: Case | undefined, events: readonly CaseEvent[], last: Told): readonly Telling[] {
  const told: Telling[] = [];
  let before = current;
  for (const event of events) {
    const after = evolve(before, event);
    for (const outward of outwardEvents(before, event, after, rulesOf(after))) {
      const link = linkOutward(told.at(-1)?.link ?? last, event.caseId, event.at, outward);
      told.push({ link, seq: event.seq });
    }
    before = after;
  }
  return told;
}

const WRITE_OUTBOX = prepared(
  'INSERT INTO outbox',
  `
INSERT INTO outbox (case_id, merchant_no, institution_code, sandbox, number, type, at, event_seq, payload, hash, previous_hash)
SELECT $1, $2, $3, $4, part.number, part.type, part.at, part.seq, part.payload, decode(part.hash, 'hex'), decode(part."previousHash", 'hex')
FROM json_to_recordset($5) AS part(number int, type text, at timestamptz, seq int, payload json, hash text, "previousHash" text)
ON CONFLICT DO NOTHING`,
);

/** Adds what is to be told, in the transaction that records what happened. */
export function writeOutbox(manager: EntityManager, current: Case, told: readonly Telling[]): Promise<unknown>[] {
  if (told.length === 0) return [];
  const rows = told.map(({ link, seq }) => ({ ...link, seq }));
  const { caseId, merchantNo, institutionCode, sandbox } = current;
  return [manager.query(WRITE_OUTBOX, [caseId, merchantNo, institutionCode, sandbox, JSON.stringify(rows)])];
}
