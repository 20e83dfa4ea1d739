import type { EntityManager } from 'typeorm';
import { eventBytes, type ChainHead, type ChainedEvent } from '#audit';
import type { Case } from '#model';
import type { Told } from './case-outbox.js';
import { VIEW_COLUMNS, viewRow } from './case-view.row.js';
import { prepared } from './prepared.js';

const ADD_EVENT = prepared(
  'INSERT INTO case_event',
  `
INSERT INTO case_event (case_id, seq, type, at, actor_id, actor_role, request_id, bytes, hash, previous_hash)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
);

/** Adds event rows; fails where one is there already. */
export function addEvents(manager: EntityManager, events: readonly ChainedEvent[]): Promise<unknown>[] {
  return events.map(({ event, hash, previousHash }) =>
    manager.query(ADD_EVENT, [
      event.caseId,
      event.seq,
      event.type,
      event.at,
      event.actor.id,
      event.actor.role,
      event.requestId,
      Buffer.from(eventBytes(event)),
      Buffer.from(hash, 'hex'),
      Buffer.from(previousHash, 'hex'),
    ]),
  );
}

/** The case's id is the first. */
const parameterOf = (name: (typeof VIEW_COLUMNS)[number]): string => `$${VIEW_COLUMNS.indexOf(name) + 2}`;

const ADD_VIEW = prepared(
  'INSERT INTO case_view',
  `
INSERT INTO case_view (case_id, ${VIEW_COLUMNS.join(', ')})
VALUES ($1, ${VIEW_COLUMNS.map(parameterOf).join(', ')})
ON CONFLICT (case_id) DO NOTHING`,
);

/** Half the work of one statement for both. */
const MOVE_VIEW = prepared(
  'UPDATE case_view',
  `
UPDATE case_view SET updated_at = clock_timestamp(), ${VIEW_COLUMNS.map((name) => `${name} = ${parameterOf(name)}`).join(', ')}
WHERE case_id = $1 AND last_seq < ${parameterOf('last_seq')}`,
);

/**
 * Brings a case's row to this fold, unless it is already there or ahead.
 * @param isNew whether there was no row of it a moment ago.
 */
export function writeView(
  manager: EntityManager,
  next: Case,
  { head, told, isNew }: { readonly head: ChainHead; readonly told: Told; readonly isNew: boolean },
): Promise<unknown> {
  const row = viewRow(next, head, told);
  return manager.query(isNew ? ADD_VIEW : MOVE_VIEW, [next.caseId, ...VIEW_COLUMNS.map((name) => row[name])]);
}
