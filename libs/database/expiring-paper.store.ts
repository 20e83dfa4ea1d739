import type { DataSource } from 'typeorm';
import {
  EXPIRING_PAPERS,
  EXPIRY_NOTICE_DAYS,
  EXPIRY_TEMPLATE,
  fromMs,
  TEMPLATE_VERSION,
  type Instant,
  type PaperExpiry,
  type State,
  type Words,
} from '#model';
import { DUE, LIST, TELL } from './expiring-paper.sql.js';

/** A paper on file that expires. */
export interface FiledPaper extends PaperExpiry {
  readonly documentId: string;
  readonly caseId: string;
  readonly institutionCode: string;
  readonly merchantNo: string;
}

/** One of which the merchant is to be told now. */
export interface DuePaper extends FiledPaper {
  /** Which of `EXPIRY_NOTICE_DAYS` it is told for. */
  readonly daysBefore: number;
}

/** One with what its merchant was told, the oldest first; `deliveredAt` is null until delivery is proven. */
export interface ListedPaper extends FiledPaper {
  readonly told: readonly { readonly sentAt: Instant; readonly deliveredAt: Instant | null }[];
}

/** What a list is narrowed to. */
export interface ExpiringFilters {
  readonly institutions: readonly string[] | '*';
  /** Days from today to the last valid day, at most. */
  readonly within: number;
}

/** The last of a page. */
export type ExpiringPlace = Pick<FiledPaper, 'validUntil' | 'documentId'>;

/** How the latest case ended of merchants that are none any more: nobody asks them for papers. */
const OFF_BOARDED: readonly State[] = ['CLOSED_TERMINATED'];

/**
 * Papers of merchants by the day they expire, on Beijing's calendar and the database's clock. Those of sandbox cases are
 * left out: nobody renews them, and each such case has a clock of its own.
 */
export class ExpiringPaperStore {
  constructor(private readonly database: DataSource) {}

  /**
   * Papers of which the merchant is to be told, the first to expire first. A merchant is told once for each of the days
   * before; of several that have gone by at once, for the nearest only.
   */
  due(limit = 200): Promise<DuePaper[]> {
    const [furthest] = EXPIRY_NOTICE_DAYS;
    return this.database.query(DUE, [EXPIRING_PAPERS, furthest, OFF_BOARDED, EXPIRY_NOTICE_DAYS, limit]);
  }

  /**
   * Puts the message among those for the merchant, once however often it is asked.
   * @param delivery whether the channel proves delivery as it takes a message.
   */
  async tell({ caseId, documentId, daysBefore }: DuePaper, text: Words, delivery: 'AT_ONCE' | 'LATER'): Promise<void> {
    const said = [EXPIRY_TEMPLATE, TEMPLATE_VERSION, text.zh, text.en];
    await this.database.query(TELL, [caseId, documentId, daysBefore, ...said, delivery === 'AT_ONCE']);
  }

  /** Papers after a place, the first to expire first. */
  async list(
    { institutions, within }: ExpiringFilters,
    after: ExpiringPlace | undefined,
    limit: number,
  ): Promise<ListedPaper[]> {
    const rows = await this.database.query<ListedPaper[]>(LIST, [
      EXPIRING_PAPERS,
      within,
      OFF_BOARDED,
      institutions === '*' ? null : institutions,
      after?.validUntil ?? null,
      after?.documentId ?? null,
      limit,
    ]);
    return rows.map((row) => ({ ...row, told: row.told.map(inUtc) }));
  }
}

const utc = (instant: Instant): Instant => fromMs(Date.parse(instant));

/** The database writes instants within JSON with its own offset. */
const inUtc = ({ sentAt, deliveredAt }: ListedPaper['told'][number]): ListedPaper['told'][number] => ({
  sentAt: utc(sentAt),
  deliveredAt: deliveredAt && utc(deliveredAt),
});
