import type { EntityManager } from 'typeorm';
import { eventBytes, type ChainHead, type ChainedEvent } from '#audit';
import type { Case } from '#model';
import type { Told } from './case-outbox.js';
import { VIEW_COLUMNS, viewRow } from './case-view.row.js';

const ADD_EVENTS = `
INSERT INTO case_event (case_id, seq, type, at, actor_id, actor_role, request_id, bytes, hash, previous_hash)
SELECT * FROM unnest($1::text[], $2::int[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[],
  $8::bytea[], $9::bytea[], $10::bytea[])
ON CONFLICT DO NOTHING
RETURNING seq`;

/** Adds event rows; answers how many were not there yet. */
export async function addEvents(manager: EntityManager, events: readonly ChainedEvent[]): Promise<number> {
  const column = <T>(of: (chained: ChainedEvent) => T): T[] => events.map(of);
  const added = await manager.query<unknown[]>(ADD_EVENTS, [
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
  return added.length;
}

const WRITE_VIEW = `
INSERT INTO case_view (case_id, ${VIEW_COLUMNS.join(', ')})
VALUES ($1, ${VIEW_COLUMNS.map((_, index) => `$${index + 2}`).join(', ')})
ON CONFLICT (case_id) DO UPDATE SET
  updated_at = clock_timestamp(), ${VIEW_COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}
WHERE case_view.last_seq < excluded.last_seq
RETURNING last_seq`;

/** Brings a case's row to this fold, unless it is already there or ahead; answers whether it did. */
export async function writeView(manager: EntityManager, next: Case, head: ChainHead, told: Told): Promise<boolean> {
  const row = viewRow(next, head, told);
  const written = await manager.query<unknown[]>(WRITE_VIEW, [next.caseId, ...VIEW_COLUMNS.map((name) => row[name])]);
  return written.length === 1;
}
