import type { EntityManager } from 'typeorm';
import { eventBytes, type ChainHead, type ChainedEvent } from '#audit';
import type { Case } from '#model';
import type { Told } from './case-outbox.js';
import { VIEW_COLUMNS, viewRow } from './case-view.row.js';
import { prepared } from './prepared.js';

const ADD_EVENTS = prepared(
  'INSERT INTO case_event',
  `
INSERT INTO case_event (case_id, seq, type, at, actor_id, actor_role, request_id, bytes, hash, previous_hash)
SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[],
  $8::bytea[], $9::bytea[], $10::bytea[])`,
);

/** Adds event rows; fails where one is there already. */
export function addEvents(manager: EntityManager, events: readonly ChainedEvent[]): Promise<unknown> {
  const column = <T>(of: (chained: ChainedEvent) => T): T[] => events.map(of);
  return manager.query(ADD_EVENTS, [
    column(({ event }) => event.caseId),
    column(({ event }) => event.seq),
    column(({ event }) => event.type),
    column(({ event }) => event.at),
    column(({ event }) => event.actor.id),
    column(({ event }) => event.actor.role),
    column(({ event }) => event.requestId),
    column(({ event }) => Buffer.from(eventBytes(event))),
    column(({ hash }) => Buffer.from(hash, 'hex')),
    column(({ previousHash }) => Buffer.from(previousHash, 'hex')),
  ]);
}

const WRITE_VIEW = prepared(
  'INSERT INTO case_view',
  `
INSERT INTO case_view (case_id, ${VIEW_COLUMNS.join(', ')})
VALUES ($1, ${VIEW_COLUMNS.map((_, index) => `$${index + 2}`).join(', ')})
ON CONFLICT (case_id) DO UPDATE SET
  updated_at = clock_timestamp(), ${VIEW_COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}
WHERE case_view.last_seq < excluded.last_seq`,
);

/** Brings a case's row to this fold, unless it is already there or ahead. */
export function writeView(manager: EntityManager, next: Case, head: ChainHead, told: Told): Promise<unknown> {
  const row = viewRow(next, head, told);
  return manager.query(WRITE_VIEW, [next.caseId, ...VIEW_COLUMNS.map((name) => row[name])]);
}
