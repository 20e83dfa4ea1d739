import pLimit from 'p-limit';
import type { DataSource } from 'typeorm';
import type { Logger } from 'pino';
import { Counter } from 'prom-client';
import type { CaseStore, InboxStore, PartnerStore, StoredSignal } from '#database';
import { SignalPlacer, type CaseFinder, type SignalIntake } from '#intake';
import { NONCE_KEPT_MS } from '#partner';
import type { Loop } from './loop.js';

const CLAIMED_AT_ONCE = 100;
const SWEPT_AT_ONCE = 8;
const CLAIMS_A_ROUND = 10;
const DELIVER_LIMIT_MS = 3_000;
/** A signal that waits longer than a day is somebody's business (design §1.5). */
const ALARM_AFTER_MS = 24 * 3_600_000;

const overdue = new Counter({
  name: 'reinstate_signals_overdue_total',
  help: 'Signals that have waited for a day: they do not fit their case, or have none',
});

/** What the sweeper works with. */
export interface InboxParts {
  readonly database: DataSource;
  readonly inbox: InboxStore;
  readonly cases: CaseStore;
  readonly partners: PartnerStore;
  readonly finder: CaseFinder;
  readonly intake: SignalIntake;
  readonly logger: Logger;
}

/** Sees to signals whose way was cut off, that wait for their case, or that are parked in it. */
export function inboxLoop({ database, inbox, cases, partners, finder, intake, logger }: InboxParts): Loop {
  const placer = new SignalPlacer({ database, inbox, cases, finder, intake });
  const sweep = async (stored: StoredSignal): Promise<void> => {
    const placed = stored.caseId === null ? await placer.place(stored) : stored;
    if (placed.caseId === null) return;
    await intake.deliver(placed, Date.now() + DELIVER_LIMIT_MS);
    await intake.settle([placed]);
  };
  const inTurn = pLimit(SWEPT_AT_ONCE);
  /** Goes on at once while more are due and every one is delivered; what is away is not asked for all of them. */
  const sweepDue = async (): Promise<readonly unknown[]> => {
    const failures: unknown[] = [];
    for (let claims = 0; claims < CLAIMS_A_ROUND && failures.length === 0; claims += 1) {
      const claimed = await inbox.claimDue(CLAIMED_AT_ONCE);
      await inTurn.map(claimed, (stored) => sweep(stored).catch((error: unknown) => failures.push(error)));
      if (claimed.length < CLAIMED_AT_ONCE) break;
    }
    return failures;
  };
  const round = async (): Promise<void> => {
    const failures = await sweepDue();
    for (const { inboxId, partner, caseId } of await inbox.newlyOverdue(ALARM_AFTER_MS)) {
      overdue.inc();
      logger.error(
        { inboxId, partner, caseId },
        'a signal has waited for a day: it does not fit its case, or has none',
      );
    }
    await partners.forgetNonces(NONCE_KEPT_MS);
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} signals are not delivered`);
  };
  return { name: 'inbox', everyMs: 1_000, round };
}
