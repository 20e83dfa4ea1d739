import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import type { CaseEvent, Fact, Instant } from '#model';
import type { Asks } from './clock.js';
import { prepared } from './prepared.js';

/** What became of a signal; ACCEPTED and PARKED are not its end yet. */
export type SignalState = 'ACCEPTED' | 'APPLIED' | 'PARKED' | 'REJECTED' | 'DUPLICATE';

/** A place in a message and what its sender should mend there. */
interface SignalFinding {
  readonly pointer: string;
  readonly message: string;
}

/** A partner's signal as it came. */
export interface ReceivedSignal {
  readonly partner: string;
  readonly signalId: string;
  readonly eventType: string;
  /** Suspected card numbers masked. */
  readonly body: unknown;
  /** SHA-256 of the raw bytes, hex. */
  readonly bodyHash: string;
  readonly occurredAt: Instant;
  readonly findings: readonly SignalFinding[];
  /** Of the request it came with, to be used up as the signal is kept; undefined where that was done before. */
  readonly nonce?: string | undefined;
}

/** The nonce of a request was used before: it is that request once more. */
export class NonceUsed extends Error {
  constructor(partner: string) {
    super(`a nonce of ${partner} was used before`);
    this.name = 'NonceUsed';
  }
}

/** What is known of a signal's end. */
export interface Settlement {
  readonly state: SignalState;
  /** Why it was rejected. */
  readonly code?: string | undefined;
  /** Last event it caused, and where the case stood for those outside. */
  readonly outcome?: { readonly seq: number; readonly state: string } | undefined;
}

/** A signal as the inbox holds it. */
export interface StoredSignal extends Omit<ReceivedSignal, 'nonce'> {
  /** Also the request id of the signal to the workflow. */
  readonly inboxId: string;
  /** By the database's clock; decides "accepted in time". */
  readonly receivedAt: Instant;
  /** Null while the case it speaks of is not known. */
  readonly caseId: string | null;
  /** What it says in the case's words; empty for a notice that opened its case. */
  readonly facts: readonly Fact[];
  readonly state: SignalState;
  readonly code: string | null;
  readonly outcome: Settlement['outcome'] | null;
}

type InboxRow = Omit<StoredSignal, 'occurredAt' | 'receivedAt'> & {
  readonly occurredAt: Date;
  readonly receivedAt: Date;
};

const COLUMNS = `inbox_id AS "inboxId", partner, signal_id AS "signalId", event_type AS "eventType", body,
  encode(body_hash, 'hex') AS "bodyHash", occurred_at AS "occurredAt", findings, received_at AS "receivedAt",
  case_id AS "caseId", facts, state, code, outcome`;

/** One row in any case: whether the nonce was fresh, and the signal where it is new. Whoever adds one has 5 s to deliver it. */
const ADD = prepared(
  'INSERT INTO inbox',
  `
WITH fresh AS (
  INSERT INTO partner_nonce (partner, nonce) SELECT $2, $12::text WHERE $12::text IS NOT NULL ON CONFLICT DO NOTHING RETURNING 1
), added AS (
  INSERT INTO inbox (inbox_id, partner, signal_id, event_type, body, body_hash, occurred_at, findings, state, code, next_try_at)
  SELECT $1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8, $9, $10, CASE WHEN $11 THEN clock_timestamp() + interval '5 s' END
  WHERE $12::text IS NULL OR EXISTS (SELECT FROM fresh)
  ON CONFLICT (partner, signal_id) DO NOTHING RETURNING *
) SELECT ${COLUMNS}, $12::text IS NULL OR EXISTS (SELECT FROM fresh) AS "isFresh" FROM (SELECT) AS one LEFT JOIN added ON true`,
);

/** The pauses grow from 5 s to 5 min. */
const CLAIM = `
WITH due AS (
  SELECT inbox_id FROM inbox WHERE next_try_at <= clock_timestamp() ORDER BY next_try_at LIMIT $1 FOR UPDATE SKIP LOCKED
), claimed AS (
  UPDATE inbox SET tries = tries + 1, next_try_at = clock_timestamp() + least(300, 5 * power(2, least(tries, 6))) * interval '1 second'
  WHERE inbox_id IN (SELECT inbox_id FROM due) RETURNING *
) SELECT ${COLUMNS} FROM claimed ORDER BY received_at, inbox_id`;

const stored = (row: InboxRow): StoredSignal => ({
  ...row,
  occurredAt: row.occurredAt.toISOString(),
  receivedAt: row.receivedAt.toISOString(),
});

const isOpen = (state: SignalState): boolean => state === 'ACCEPTED' || state === 'PARKED';

/** Signals of partners, committed before anything is answered, and what became of them. */
export class InboxStore {
  constructor(private readonly database: DataSource) {}

  /**
   * Adds a signal, inside the caller's transaction or in one of its own.
   * @param ended where nothing is to be done about it any more.
   * @returns undefined when one of this partner and id is there already; others at the same time wait for it to commit.
   * @throws NonceUsed; then nothing was added.
   */
  async add(asks: Asks, signal: ReceivedSignal, ended?: Settlement): Promise<StoredSignal | undefined> {
    const { state, code } = ended ?? { state: 'ACCEPTED' as const };
    const [row] = await asks.query<(InboxRow & { readonly isFresh: boolean })[]>(ADD, [
      `sig_${randomUUID()}`,
      signal.partner,
      signal.signalId,
      signal.eventType,
      JSON.stringify(signal.body),
      signal.bodyHash,
      signal.occurredAt,
      JSON.stringify(signal.findings),
      state,
      code ?? null,
      isOpen(state),
      signal.nonce ?? null,
    ]);
    if (!row) throw new Error('a statement that answers with one row has none');
    const { isFresh, ...added } = row;
    if (!isFresh) throw new NonceUsed(signal.partner);
    return added.inboxId === null ? undefined : stored(added);
  }

  /** The signal a partner sent under an id. */
  async of(partner: string, signalId: string, asks: Asks = this.database): Promise<StoredSignal | undefined> {
    const [row] = await asks.query<InboxRow[]>(`SELECT ${COLUMNS} FROM inbox WHERE partner = $1 AND signal_id = $2`, [
      partner,
      signalId,
    ]);
    return row && stored(row);
  }

  /** Says which case a signal is about and what it tells it; whoever adds or claims it has some seconds to deliver it. */
  async plan(manager: EntityManager, inboxId: string, caseId: string, facts: readonly Fact[]): Promise<void> {
    await manager.query(
      `UPDATE inbox SET case_id = $2, facts = $3, next_try_at = clock_timestamp() + interval '5 s' WHERE inbox_id = $1`,
      [inboxId, caseId, JSON.stringify(facts)],
    );
  }

  /** Signals that wait for a notice have their next look soon: its case opens. */
  async wake(manager: EntityManager, noticeNo: string): Promise<void> {
    await manager.query(
      `UPDATE inbox SET next_try_at = clock_timestamp() + interval '1 s'
       WHERE next_try_at IS NOT NULL AND case_id IS NULL AND body ->> 'noticeNo' = $1`,
      [noticeNo],
    );
  }

  /** Keeps what became of a signal; what has come to its end stays as it is. */
  async settle(inboxId: string, { state, code, outcome }: Settlement, asks: Asks = this.database): Promise<void> {
    await asks.query(
      `UPDATE inbox SET state = $2, code = $3, outcome = $4, next_try_at = CASE WHEN $5 THEN next_try_at END
       WHERE inbox_id = $1 AND state IN ('ACCEPTED', 'PARKED')`,
      [inboxId, state, code ?? null, outcome ? JSON.stringify(outcome) : null, isOpen(state)],
    );
  }

  /** Signals whose time for another look has come; they are the caller's alone until their next. */
  async claimDue(limit: number): Promise<readonly StoredSignal[]> {
    return (await this.database.query<InboxRow[]>(CLAIM, [limit])).map(stored);
  }

  /** The recorded events that requests of cases have caused, oldest first, by request id. */
  async eventsOf(
    requests: readonly { readonly caseId: string; readonly requestId: string }[],
  ): Promise<ReadonlyMap<string, readonly CaseEvent[]>> {
    const rows = await this.database.query<{ request_id: string; bytes: Buffer }[]>(
      `SELECT request_id, bytes FROM case_event
       WHERE (case_id, request_id) IN (SELECT * FROM unnest($1::text[], $2::text[])) ORDER BY seq`,
      [requests.map(({ caseId }) => caseId), requests.map(({ requestId }) => requestId)],
    );
    const events = new Map<string, CaseEvent[]>();
    for (const { request_id: requestId, bytes } of rows) {
      const event = JSON.parse(bytes.toString('utf8')) as CaseEvent;
      events.set(requestId, [...(events.get(requestId) ?? []), event]);
    }
    return events;
  }

  /** Signals that have waited for so long and of which nobody has been told, marked as told. */
  async newlyOverdue(afterMs: number): Promise<readonly Pick<StoredSignal, 'inboxId' | 'partner' | 'caseId'>[]> {
    return this.database.query(
      `WITH told AS (
         UPDATE inbox SET alarmed_at = clock_timestamp()
         WHERE next_try_at IS NOT NULL AND alarmed_at IS NULL
           AND received_at < clock_timestamp() - $1::bigint * interval '1 millisecond' RETURNING *
       ) SELECT inbox_id AS "inboxId", partner, case_id AS "caseId" FROM told`,
      [afterMs],
    );
  }
}
