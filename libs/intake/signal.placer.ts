import type { DataSource } from 'typeorm';
import { inTransaction, type CaseStore, type InboxStore, type StoredSignal } from '#database';
import { isProblem, readSignal, senderOf } from '#partner';
import type { CaseFinder } from './case.finder.js';
import type { SignalIntake } from './signal.intake.js';

/** What placing a signal needs. */
export interface PlacingParts {
  readonly database: DataSource;
  readonly inbox: InboxStore;
  readonly cases: CaseStore;
  readonly finder: CaseFinder;
  readonly intake: SignalIntake;
}

/** Finds the cases of signals that were kept without one, and says in their words what is told. */
export class SignalPlacer {
  constructor(private readonly parts: PlacingParts) {}

  /** @returns the signal as it is kept then; without a case while there is none, or while it cannot be taken. */
  async place(stored: StoredSignal): Promise<StoredSignal> {
    const { database, inbox, cases, finder, intake } = this.parts;
    const signal = readSignal(stored.body);
    const sender = senderOf(stored.partner);
    if (isProblem(signal)) throw new TypeError(`signal ${stored.inboxId} cannot be read any more`);
    const found = await finder.of(sender, signal, new Date().toISOString());
    const held = found.kind === 'CASE' ? await cases.caseOf(found.caseId) : undefined;
    if (!held) return stored;
    const refused = await inTransaction(database, (manager) => intake.plan(manager, stored, signal, sender, held.case));
    if (refused) await inbox.settle(stored.inboxId, { state: 'REJECTED', code: refused.problem });
    return refused ? stored : ((await inbox.of(stored.partner, stored.signalId)) ?? stored);
  }
}
