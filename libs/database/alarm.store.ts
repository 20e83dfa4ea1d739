import type { DataSource } from 'typeorm';

/** A signal that has waited for more than a day: it does not fit its case, or has none. */
export interface OverdueSignal {
  readonly partner: string;
  readonly signalId: string;
  readonly eventType: string;
  readonly noticeNo: string | null;
  /** Null while no case is known that it speaks of. */
  readonly caseId: string | null;
  readonly state: 'ACCEPTED' | 'PARKED';
  readonly receivedAt: Date;
}

/** A webhook message that was tried for days and never arrived. */
export interface GivenUpDelivery {
  readonly partner: string;
  readonly endpointId: string;
  readonly caseId: string;
  readonly number: number;
  readonly type: string;
  readonly tries: number;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly createdAt: Date;
}

const OVERDUE = `
SELECT i.partner, i.signal_id AS "signalId", i.event_type AS "eventType", i.body ->> 'noticeNo' AS "noticeNo",
  i.case_id AS "caseId", i.state, i.received_at AS "receivedAt"
FROM inbox i LEFT JOIN case_view v USING (case_id)
WHERE i.next_try_at IS NOT NULL AND i.alarmed_at IS NOT NULL AND ($1::text[] IS NULL OR v.institution_code = ANY($1))
ORDER BY i.received_at LIMIT $2`;

const GIVEN_UP = `
SELECT e.partner, d.endpoint_id AS "endpointId", d.case_id AS "caseId", d.number, o.type, d.tries,
  d.last_status AS "lastStatus", d.last_error AS "lastError", d.created_at AS "createdAt"
FROM delivery d JOIN endpoint e USING (endpoint_id) JOIN outbox o USING (case_id, number)
WHERE d.state = 'GIVEN_UP' AND e.state <> 'DELETED' AND ($1::text[] IS NULL OR o.institution_code = ANY($1))
ORDER BY d.created_at LIMIT $2`;

/** What has gone wrong with partners and needs a person, until it has been put right. */
export class AlarmStore {
  constructor(private readonly database: DataSource) {}

  /** The oldest first. What has no case belongs to no institution and is shown to those who see all. */
  overdueSignals(institutions: readonly string[] | '*', limit: number): Promise<readonly OverdueSignal[]> {
    return this.database.query(OVERDUE, [institutions === '*' ? null : institutions, limit]);
  }

  /** The oldest first; one that is delivered after all, because its partner asked for it again, is here no longer. */
  givenUpDeliveries(institutions: readonly string[] | '*', limit: number): Promise<readonly GivenUpDelivery[]> {
    return this.database.query(GIVEN_UP, [institutions === '*' ? null : institutions, limit]);
  }
}
