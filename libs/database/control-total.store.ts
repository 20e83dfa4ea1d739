import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Instant } from '#model';

/** What an issuer told of a day, `YYYY-MM-DD`. */
export interface StoredTotal {
  readonly day: string;
  readonly notices: number;
  readonly lastSequence: number | null;
  readonly noticeNos: readonly string[] | null;
  readonly receivedAt: Instant;
}
type ToldTotal = Omit<StoredTotal, 'receivedAt'>;

/** Whose notices of which days are looked at; both days count. */
export interface NoticeDays {
  readonly issuer: string;
  readonly sandbox: boolean;
  readonly from: string;
  readonly to: string;
}

/** A notice number that has cases. */
export interface ReceivedNotice {
  readonly day: string;
  readonly noticeNo: string;
  readonly institutions: readonly string[];
}

/** A notice that came and was refused. */
export interface RefusedNotice {
  readonly noticeNo: string;
  readonly signalId: string;
  readonly code: string;
}

const RECEIVED = `
SELECT opening #>> '{command,fields,noticeDate}' AS day, notice_no AS "noticeNo",
  array_agg(DISTINCT opening #>> '{command,fields,institutionCode}') AS institutions
FROM case_ref
WHERE issuer = $1 AND opening #>> '{command,fields,noticeDate}' BETWEEN $2 AND $3
  AND coalesce((opening #>> '{command,fields,sandbox}')::boolean, false) = $4
GROUP BY 1, 2 ORDER BY 1, 2`;

/** A notice is looked for among the refused ones by the number in its payload. */
const REFUSED = `
SELECT DISTINCT ON (1) body #>> '{payload,noticeNo}' AS "noticeNo", signal_id AS "signalId", code
FROM inbox
WHERE partner = $1 AND event_type = 'SUSPENSION.NOTICE' AND state = 'REJECTED'
  AND body #>> '{payload,noticeNo}' = ANY($2)
ORDER BY 1, received_at DESC`;

/** What issuers say they sent, and what of it is here. */
export class ControlTotalStore {
  constructor(private readonly database: DataSource) {}

  /** Keeps what was told; the same again adds nothing. */
  async tell(partner: string, issuer: string, sandbox: boolean, told: ToldTotal): Promise<void> {
    const { day, notices, lastSequence, noticeNos } = told;
    const [before] = await this.of(partner, sandbox, day, day);
    if (before && contentOf(before) === contentOf(told)) return;
    await this.database.query(
      `INSERT INTO control_total (total_id, partner, issuer, day, sandbox, notices, last_sequence, notice_nos)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [randomUUID(), partner, issuer, day, sandbox, notices, lastSequence, noticeNos],
    );
  }

  /** What a partner told last of each day, oldest day first. */
  async of(partner: string, sandbox: boolean, from: string, to: string): Promise<readonly StoredTotal[]> {
    const rows = await this.database.query<(ToldTotal & { readonly receivedAt: Date })[]>(
      `SELECT DISTINCT ON (day) day::text, notices, last_sequence AS "lastSequence", notice_nos AS "noticeNos",
         received_at AS "receivedAt"
       FROM control_total WHERE partner = $1 AND sandbox = $2 AND day BETWEEN $3 AND $4
       ORDER BY day, received_at DESC, total_id`,
      [partner, sandbox, from, to],
    );
    return rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() }));
  }

  /** The notice numbers of an issuer that have opened cases, by the date on the notice. */
  async received({ issuer, sandbox, from, to }: NoticeDays): Promise<readonly ReceivedNotice[]> {
    return this.database.query(RECEIVED, [issuer, from, to, sandbox]);
  }

  /** Those of these numbers that a partner sent and that were refused, each with its last refusal. */
  async refused(partner: string, noticeNos: readonly string[]): Promise<readonly RefusedNotice[]> {
    return noticeNos.length === 0 ? [] : this.database.query(REFUSED, [partner, noticeNos]);
  }
}

const contentOf = ({ notices, lastSequence, noticeNos }: ToldTotal): string =>
  JSON.stringify([notices, lastSequence, noticeNos]);
