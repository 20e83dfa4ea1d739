import type { DataSource, EntityManager } from 'typeorm';
import type { CommandEnvelope } from '#contract';
import type { Asks } from './clock.js';
import { prepared } from './prepared.js';

/** What tells one line of a notice from all others, and the case it is to open. */
export interface NoticeLine {
  readonly issuer: string;
  readonly noticeNo: string;
  readonly merchantNo: string;
  /** SHA-256 of the canonical content, hex. */
  readonly bodyHash: string;
  /** The id the case gets if the line is new. */
  readonly caseId: string;
}

/** A line that has its case: `fresh` was claimed now, `repeat` brings the same content again, `amendment` other content. */
export interface Claim {
  readonly kind: 'fresh' | 'repeat' | 'amendment';
  readonly caseId: string;
  /** What the workflow starts with; whoever finds it not started starts it. */
  readonly opening: CommandEnvelope;
  readonly started: boolean;
}

/** A case whose workflow is not known to run. */
export interface UnstartedCase {
  readonly caseId: string;
  readonly opening: CommandEnvelope;
}

const CLAIM = prepared(
  'INSERT INTO case_ref',
  `
INSERT INTO case_ref (case_id, issuer, notice_no, merchant_no, body_hash, opening)
VALUES ($1, $2, $3, $4, $5, 'null') ON CONFLICT (issuer, notice_no, merchant_no) DO NOTHING RETURNING case_id`,
);
const KEEP_OPENING = prepared('UPDATE case_ref SET opening', 'UPDATE case_ref SET opening = $2 WHERE case_id = $1');
const MARK_STARTED = prepared(
  'UPDATE case_ref SET started_at',
  'UPDATE case_ref SET started_at = clock_timestamp() WHERE case_id = $1 AND started_at IS NULL',
);

/** Which notice opened which case: one case per line, however often and by whomever it is sent. */
export class CaseRefStore {
  constructor(private readonly database: DataSource) {}

  /**
   * Claims a line, inside the caller's transaction. Of several at once one is fresh; the others wait for it to commit.
   * @param open makes the opening of a fresh case; what it writes is committed with the claim.
   */
  async claim(manager: EntityManager, line: NoticeLine, open: () => Promise<CommandEnvelope>): Promise<Claim> {
    const { caseId, issuer, noticeNo, merchantNo, bodyHash } = line;
    const asked = [caseId, issuer, noticeNo, merchantNo, Buffer.from(bodyHash, 'hex')];
    const added = await manager.query<unknown[]>(CLAIM, asked);
    if (added.length === 0) return this.known(manager, line);
    const opening = await open();
    await manager.query(KEEP_OPENING, [caseId, JSON.stringify(opening)]);
    return { kind: 'fresh', caseId, opening, started: false };
  }

  private async known(manager: EntityManager, line: NoticeLine): Promise<Claim> {
    const rows = await manager.query<
      { case_id: string; body_hash: string; opening: CommandEnvelope; started: boolean }[]
    >(
      `SELECT case_id, encode(body_hash, 'hex') AS body_hash, opening, started_at IS NOT NULL AS started
       FROM case_ref WHERE issuer = $1 AND notice_no = $2 AND merchant_no = $3`,
      [line.issuer, line.noticeNo, line.merchantNo],
    );
    const [row] = rows;
    if (!row)
      throw new Error(`the line ${line.issuer} ${line.noticeNo} ${line.merchantNo} is claimed but not to be seen`);
    const kind = row.body_hash === line.bodyHash ? 'repeat' : 'amendment';
    return { kind, caseId: row.case_id, opening: row.opening, started: row.started };
  }

  /** The workflow of this case is known to run. */
  async markStarted(asks: Asks, caseId: string): Promise<void> {
    await asks.query(MARK_STARTED, [caseId]);
  }

  /** Cases claimed longer ago than this whose workflow is not known to run, oldest first: for the relay. */
  async unstartedOlderThan(ms: number, limit = 100): Promise<UnstartedCase[]> {
    return this.database.query<UnstartedCase[]>(
      `SELECT case_id AS "caseId", opening FROM case_ref
       WHERE started_at IS NULL AND created_at < clock_timestamp() - $1 * interval '1 millisecond'
       ORDER BY created_at LIMIT $2`,
      [ms, limit],
    );
  }
}
