import type { MaterialCode } from './vocabulary.js';

/** Papers that are valid until a day that stands on them (domain §2, QUALIFICATION_EXPIRED): licence, identity card, permit. */
export const EXPIRING_PAPERS = ['M03', 'M05', 'M16'] as const satisfies readonly MaterialCode[];
type ExpiringPaper = (typeof EXPIRING_PAPERS)[number];

/** How many days before the last valid day a merchant is told, the earliest first (domain §2, QUALIFICATION_EXPIRED). */
export const EXPIRY_NOTICE_DAYS = [90, 30, 7] as const;

/** Template of the message that a paper expires. */
export const EXPIRY_TEMPLATE = 'PAPER_EXPIRES';

/** A paper on file and how long it is still good for. */
export interface PaperExpiry {
  readonly material: ExpiringPaper;
  /** The last valid day, `YYYY-MM-DD`. */
  readonly validUntil: string;
  /** Calendar days in Beijing from today to it; 0 on the day itself. */
  readonly daysLeft: number;
}
