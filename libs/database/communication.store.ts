import type { DataSource } from 'typeorm';
import type { Instant } from '#model';

/** A message to a merchant whose delivery is not proven. */
export interface OpenMessage {
  readonly caseId: string;
  readonly messageId: string;
  readonly institutionCode: string;
  readonly merchantNo: string;
  readonly template: string;
  readonly templateVersion: string;
  readonly textZh: string;
  readonly textEn: string;
  readonly sentAt: Instant;
  /** The gateway has it. */
  readonly handedOver: boolean;
  /** The case sent it and waits for its proof of delivery. */
  readonly byCase: boolean;
}

/** A gateway that has not delivered for so long is not asked any more; a person has long had to. */
const ASKED_FOR = '30 days';

/** Messages to merchants and talks with them. */
export class CommunicationStore {
  constructor(private readonly database: DataSource) {}

  /** Messages that are not known to have arrived, oldest first; how a case ended is told when it is closed. */
  async undelivered(limit = 100): Promise<OpenMessage[]> {
    const rows = await this.database.query<(Omit<OpenMessage, 'sentAt'> & { sentAt: Date })[]>(
      `SELECT c.case_id AS "caseId", c.communication_id AS "messageId", v.institution_code AS "institutionCode",
         v.merchant_no AS "merchantNo", c.template, c.template_version AS "templateVersion", c.text_zh AS "textZh",
         c.text_en AS "textEn", c.sent_at AS "sentAt", c.handed_over_at IS NOT NULL AS "handedOver",
         c.changed_seq IS NOT NULL AS "byCase"
       FROM communication c JOIN case_view v USING (case_id)
       WHERE c.delivered_at IS NULL AND c.template IS NOT NULL
         AND c.sent_at > clock_timestamp() - interval '${ASKED_FOR}'
       ORDER BY c.sent_at LIMIT $1`,
      [limit],
    );
    return rows.map((row) => ({ ...row, sentAt: row.sentAt.toISOString() }));
  }

  /** The gateway has taken the message. */
  async handedOver({ caseId, messageId }: Pick<OpenMessage, 'caseId' | 'messageId'>): Promise<void> {
    await this.database.query(
      `UPDATE communication SET handed_over_at = clock_timestamp()
       WHERE case_id = $1 AND communication_id = $2 AND handed_over_at IS NULL`,
      [caseId, messageId],
    );
  }

  /** A message the case knows nothing of has arrived, as the gateway proves; what a case sent it has to hear of itself. */
  async delivered({ caseId, messageId }: Pick<OpenMessage, 'caseId' | 'messageId'>, at: Instant): Promise<void> {
    await this.database.query(
      `UPDATE communication SET delivered_at = $3
       WHERE case_id = $1 AND communication_id = $2 AND delivered_at IS NULL AND changed_seq IS NULL`,
      [caseId, messageId, at],
    );
  }
}
