import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from './transaction.js';

/** A partner's list as it came. */
export interface ReceivedFile {
  readonly partner: string;
  readonly sandbox: boolean;
  /** `YYYY-MM-DD`: as of the end of it. */
  readonly day: string;
  readonly form: string;
  /** Of its bytes, hex. */
  readonly sha256: string;
  /** Where its bytes lie. */
  readonly storageKey: string;
  readonly lines: number;
}

/** A place at which list and record differ. */
export interface FoundDifference {
  readonly merchantNo: string;
  readonly itemId: string;
  readonly kind: string;
  readonly owner: string;
  readonly caseId: string | null;
  readonly institutionCode: string | null;
}

/** What a list came to. */
export interface StatusOutcome {
  readonly fileId: string;
  /** False for a list of a day before one that was compared already: it is kept and says nothing new. */
  readonly compared: boolean;
  /** Differences by kind. */
  readonly differences: Readonly<Record<string, number>>;
  /** Those that no list has shown before, and those that this one no longer shows. */
  readonly opened: number;
  readonly closed: number;
  /** The same list came before. */
  readonly repeat: boolean;
}

/** Rows of one statement. */
const AT_ONCE = 2_000;

/** Lists of one partner are compared one after the other. */
const QUEUE_UP = `SELECT pg_advisory_xact_lock(hashtextextended('status_file ' || $1::text, 0))`;

const SHOW = `
INSERT INTO difference (difference_id, partner, sandbox, merchant_no, item_id, kind, owner, case_id, institution_code,
  first_day, last_day, first_file, last_file)
SELECT 'dif_' || gen_random_uuid(), $1, $2, f."merchantNo", f."itemId", f.kind, f.owner, f."caseId",
  f."institutionCode", $3, $3, $4, $4
FROM json_to_recordset($5) AS f("merchantNo" text, "itemId" text, kind text, owner text, "caseId" text,
  "institutionCode" text)
ON CONFLICT (partner, sandbox, merchant_no, item_id, kind) WHERE state <> 'CLOSED'
DO UPDATE SET last_day = excluded.last_day, last_file = excluded.last_file, case_id = excluded.case_id,
  institution_code = coalesce(excluded.institution_code, difference.institution_code)
RETURNING first_file = last_file AS opened`;

const CLOSE = `
WITH closed AS (
  UPDATE difference SET state = 'CLOSED', closed_day = $3, closed_file = $4
  WHERE partner = $1 AND sandbox = $2 AND state <> 'CLOSED' AND last_file <> $4 RETURNING 1
) SELECT count(*)::int AS closed FROM closed`;

const KEEP = `
INSERT INTO status_file (file_id, partner, sandbox, day, form, sha256, storage_key, lines, outcome)
VALUES ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8, $9)`;

/** Partners' lists of what they hold stopped, and the differences they show. */
export class StatusFileStore {
  constructor(private readonly database: DataSource) {}

  /**
   * Keeps a list with what it differs in, in one transaction: new differences open, those it shows again go on, those it
   * no longer shows close, explained or not.
   */
  async take(file: ReceivedFile, found: readonly FoundDifference[]): Promise<StatusOutcome> {
    return inTransaction(this.database, async (manager) => {
      const { partner, sandbox, day } = file;
      await manager.query(QUEUE_UP, [`${partner} ${sandbox}`]);
      const known = await outcomeOf(manager, file);
      if (known) return known;
      const [later] = await manager.query<unknown[]>(
        'SELECT 1 FROM status_file WHERE partner = $1 AND sandbox = $2 AND day > $3 LIMIT 1',
        [partner, sandbox, day],
      );
      const fileId = `sfl_${randomUUID()}`;
      const counts = later ? { compared: false, opened: 0, closed: 0 } : await show(manager, file, fileId, found);
      const outcome = { fileId, ...counts, differences: countsOf(counts.compared ? found : []) };
      const { form, sha256, storageKey, lines } = file;
      const values = [fileId, partner, sandbox, day, form, sha256, storageKey, lines, JSON.stringify(outcome)];
      await manager.query(KEEP, values);
      return { ...outcome, repeat: false };
    });
  }
}

async function outcomeOf(
  manager: EntityManager,
  { partner, sandbox, day, sha256 }: ReceivedFile,
): Promise<StatusOutcome | undefined> {
  const [row] = await manager.query<{ outcome: StatusOutcome }[]>(
    `SELECT outcome FROM status_file WHERE partner = $1 AND sandbox = $2 AND day = $3 AND sha256 = decode($4, 'hex')`,
    [partner, sandbox, day, sha256],
  );
  return row && { ...row.outcome, repeat: true };
}

async function show(
  manager: EntityManager,
  { partner, sandbox, day }: ReceivedFile,
  fileId: string,
  found: readonly FoundDifference[],
): Promise<Pick<StatusOutcome, 'compared' | 'opened' | 'closed'>> {
  const whose = [partner, sandbox, day, fileId];
  let opened = 0;
  for (let from = 0; from < found.length; from += AT_ONCE) {
    const rows = JSON.stringify(found.slice(from, from + AT_ONCE));
    const shown = await manager.query<{ opened: boolean }[]>(SHOW, [...whose, rows]);
    opened += shown.filter((row) => row.opened).length;
  }
  const [ended] = await manager.query<{ closed: number }[]>(CLOSE, whose);
  return { compared: true, opened, closed: ended?.closed ?? 0 };
}

function countsOf(found: readonly FoundDifference[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind } of found) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
