import type { EntityManager } from 'typeorm';
import { GENESIS, eventBytes, headOf, linkHash, type ChainHead, type ChainedEvent } from '#audit';
import { fold, type Case } from '#model';
import { addEvents, writeView } from './case-write.sql.js';
import { movesOf, writeMoves } from './case-moves.js';
import { writeParts } from './case-parts.js';
import { NOTHING_TOLD, toldBy, writeOutbox, type Told } from './case-outbox.js';
import { postgresErrorOf } from './postgres-error.js';
import { prepared } from './prepared.js';
import type { Recent } from './recent.js';
import { RecordConflict } from './record.js';
import type { Lastly } from './transaction.js';

/**
 * `written`: the record holds every event of the batch; its head is the last of them, or further on.
 * `gap`: events before the batch are missing; nothing was written.
 */
export interface WriteResult {
  readonly kind: 'written' | 'gap';
  readonly head: ChainHead;
}

/** Another writer was quicker between two statements. */
class OvertakenWrite extends Error {}

/** Of PostgreSQL: a row of this key is there already. */
const UNIQUE_VIOLATION = '23505';

/** Whether another writer was quicker: the transaction was taken back and is tried again. */
export const isOvertaken = (error: unknown): boolean =>
  error instanceof OvertakenWrite || postgresErrorOf(error)?.code === UNIQUE_VIOLATION;

/** A case as the record holds it, as far as what follows is folded into it. */
export interface Held {
  readonly head: ChainHead;
  readonly case: Case | undefined;
  /** The end of what its partners have been told. */
  readonly told: Told;
}

/** Of a case nobody has recorded yet. */
export const NOTHING_HELD: Held = { head: GENESIS, case: undefined, told: NOTHING_TOLD };

/**
 * The fold of a case and the hash of the last event in it. Whoever names that need not be sent the fold again: another
 * process may have written since, but then the last event is another.
 */
export interface KnownFold {
  readonly hash: string;
  readonly folded: Case;
}

/** A transaction under way, and what need not be read again after it. */
interface Writing {
  readonly manager: EntityManager;
  readonly lastly: Lastly;
  readonly folds: Recent<KnownFold>;
}

/** The body of `CaseStore.write`, inside its transaction. */
export async function writeEvents(
  writing: Writing,
  { caseId, events }: { caseId: string; events: readonly ChainedEvent[] },
  also: (manager: EntityManager, lastly: Lastly) => Promise<void>,
  known?: Held,
): Promise<WriteResult> {
  const { manager } = writing;
  checkLinks(caseId, events);
  // Who has written meanwhile is noticed by the key of the events: then all of it is taken back and tried again.
  if (known && events[0]?.previousHash === known.head.hash) return add(writing, known, events, also);
  const held = await hold(manager, caseId, events.at(-1)?.event.seq ?? 0);
  await checkKnown(manager, caseId, events, held.head);
  const fresh = events.filter(({ event }) => event.seq > held.head.seq);
  const [first] = fresh;
  if (first && first.event.seq > held.head.seq + 1) return { kind: 'gap', head: held.head };
  if (first && first.previousHash !== held.head.hash) {
    throw new RecordConflict(caseId, first.event.seq, 'it names another predecessor than the record holds');
  }
  return add(writing, held, fresh, also);
}

async function add(
  writing: Writing,
  held: Held,
  fresh: readonly ChainedEvent[],
  also: (manager: EntityManager, lastly: Lastly) => Promise<void>,
): Promise<WriteResult> {
  const { manager, lastly } = writing;
  for (const statement of additions(writing, held, fresh)) lastly(statement);
  await also(manager, lastly);
  const last = fresh.at(-1);
  return { kind: 'written', head: last ? headOf(last) : held.head };
}

/** The batch must be a chain in itself; together with the record's head that proves every event in it. */
function checkLinks(caseId: string, events: readonly ChainedEvent[]): void {
  for (const [index, { event, hash, previousHash }] of events.entries()) {
    const before = events[index - 1];
    const follows = !before || (event.seq === before.event.seq + 1 && previousHash === before.hash);
    if (!follows || event.caseId !== caseId || linkHash(previousHash, eventBytes(event)) !== hash) {
      throw new RecordConflict(caseId, event.seq, 'the batch is no chain');
    }
  }
}

const HOLD = prepared(
  'SELECT case_view FOR UPDATE',
  `
SELECT last_seq AS seq, encode(last_hash, 'hex') AS hash, folded, told_number AS number, encode(told_hash, 'hex') AS told
FROM case_view WHERE case_id = $1 AND last_seq < $2 FOR UPDATE`,
);

/**
 * Locks the case's row where it is behind the batch, so that writers of one case queue up. A batch the record already
 * holds, which is every second one, takes no lock and reads no fold.
 */
async function hold(manager: EntityManager, caseId: string, lastSeq: number): Promise<Held> {
  const [locked] = await manager.query<{ seq: number; hash: string; folded: Case; number: number; told: string }[]>(
    HOLD,
    [caseId, lastSeq],
  );
  if (locked) {
    const { seq, hash, folded, number, told } = locked;
    return { head: { seq, hash }, case: folded, told: { number, hash: told } };
  }
  const [head] = await manager.query<ChainHead[]>(
    `SELECT last_seq AS seq, encode(last_hash, 'hex') AS hash FROM case_view WHERE case_id = $1`,
    [caseId],
  );
  if (head && head.seq < lastSeq) throw new OvertakenWrite();
  return head ? { ...NOTHING_HELD, head } : NOTHING_HELD;
}

/** Compares the last event of the batch the record already holds: its hash stands for all before it. */
async function checkKnown(
  manager: EntityManager,
  caseId: string,
  events: readonly ChainedEvent[],
  head: ChainHead,
): Promise<void> {
  const known = events.findLast(({ event }) => event.seq <= head.seq);
  if (!known || (known.event.seq === head.seq && known.hash === head.hash)) return;
  const rows = await manager.query<ChainHead[]>(
    `SELECT seq, encode(hash, 'hex') AS hash FROM case_event WHERE case_id = $1 AND seq BETWEEN $2 AND $3`,
    [caseId, events[0]?.event.seq, known.event.seq],
  );
  const recorded = new Map(rows.map(({ seq, hash }) => [seq, hash]));
  const other = events.find(({ event, hash }) => event.seq <= head.seq && recorded.get(event.seq) !== hash);
  if (other) throw new RecordConflict(caseId, other.event.seq, 'the record holds another one under this number');
}

/**
 * Adds events that follow and folds them in, in this order: the view first, because its row is what writers of a new case
 * have to queue up at. Whoever comes second there finds his events taken.
 */
function additions(
  { manager, folds }: Writing,
  held: Held,
  fresh: readonly ChainedEvent[],
): readonly Promise<unknown>[] {
  const last = fresh.at(-1);
  const events = fresh.map(({ event }) => event);
  const next = fold(events, held.case);
  if (!last || !next) return [];
  folds.keep(next.caseId, { hash: last.hash, folded: next });
  const told = toldBy(held.case, events, held.told);
  return [
    writeView(manager, next, { head: headOf(last), told: told.at(-1)?.link ?? held.told, isNew: !held.case }),
    ...addEvents(manager, fresh),
    ...writeMoves(manager, next.caseId, movesOf(held.case, events)),
    ...writeParts(manager, next, fresh),
    ...writeOutbox(manager, next, told),
  ];
}
