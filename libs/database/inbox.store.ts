import type { DataSource, EntityManager } from 'typeorm';
import type { CaseEvent, Fact } from '#model';
import type { Asks } from './clock.js';
import { Gathered } from './gathered.js';
import { addAll, type Addition } from './inbox.add.js';
import { CLAIM, SIGNAL_COLUMNS } from './inbox.sql.js';
import { isOpen, type InboxRow, type ReceivedSignal, type Settlement, type StoredSignal } from './inbox.types.js';

const stored = (row: InboxRow): StoredSignal => ({
  ...row,
  occurredAt: row.occurredAt.toISOString(),
  receivedAt: row.receivedAt.toISOString(),
});

/** Signals of partners, committed before anything is answered, and what became of them. */
export class InboxStore {
  private readonly gathered: Gathered<Addition, StoredSignal | undefined>;

  constructor(private readonly database: DataSource) {
    this.gathered = new Gathered((all) => addAll(database, all));
  }

  /**
   * Adds a signal, together with others that come at the same time.
   * @param ended where nothing is to be done about it any more.
   * @returns undefined when one of this partner and id is there already.
   * @throws NonceUsed; then it was not added.
   */
  keep(signal: ReceivedSignal, ended?: Settlement): Promise<StoredSignal | undefined> {
    return this.gathered.of({ signal, ended });
  }

  /** Adds a signal inside a transaction; others of its id wait for that to commit. See {@link InboxStore.keep}. */
  async add(manager: EntityManager, signal: ReceivedSignal): Promise<StoredSignal | undefined> {
    const [added] = await addAll(manager, [{ signal }]);
    if (added instanceof Error) throw added;
    return added;
  }

  /** The signal a partner sent under an id. */
  async of(partner: string, signalId: string, asks: Asks = this.database): Promise<StoredSignal | undefined> {
    const [row] = await asks.query<InboxRow[]>(
      `SELECT ${SIGNAL_COLUMNS} FROM inbox WHERE partner = $1 AND signal_id = $2`,
      [partner, signalId],
    );
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
  async settle(
    inboxId: string,
    { state, code, findings = [], outcome }: Settlement,
    asks: Asks = this.database,
  ): Promise<void> {
    await asks.query(
      `UPDATE inbox SET state = $2, code = $3, outcome = $4, next_try_at = CASE WHEN $5 THEN next_try_at END,
         findings = (findings::jsonb || $6::jsonb)::json
       WHERE inbox_id = $1 AND state IN ('ACCEPTED', 'PARKED')`,
      [inboxId, state, code ?? null, outcome ? JSON.stringify(outcome) : null, isOpen(state), JSON.stringify(findings)],
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
