import type { DataSource } from 'typeorm';
import {
  inTransaction,
  type CaseStore,
  type InboxStore,
  type Settlement,
  type SignalFinding,
  type StoredSignal,
} from '#database';
import { isProblem, readSignal, senderOf, type PartnerSignal } from '#partner';
import type { CaseFinder, Found } from './case.finder.js';
import type { SignalIntake } from './signal.intake.js';

/** What placing a signal needs. */
export interface PlacingParts {
  readonly database: DataSource;
  readonly inbox: InboxStore;
  readonly cases: CaseStore;
  readonly finder: CaseFinder;
  readonly intake: SignalIntake;
}

/** What the sender of a signal that several cases are meant by should mend. */
export const SEVERAL: SignalFinding = {
  pointer: '/caseId',
  message: 'is missing; several of your cases go by this reference',
};

/** How a signal ends whose reference finds no one case of its sender's. */
const ENDS: { readonly [K in Found['kind']]?: Settlement } = {
  FOREIGN: { state: 'REJECTED', code: 'case.not-found' },
  SEVERAL: { state: 'REJECTED', code: 'request.invalid', findings: [SEVERAL] },
};

/** Finds the cases of signals that were kept without one, and says in their words what is told. */
export class SignalPlacer {
  constructor(private readonly parts: PlacingParts) {}

  /**
   * @param signal what was read out of its body when it came, where that is still known.
   * @returns the signal as it is kept then; without a case while there is none, and where it is rejected: it is about one
   * that is not its sender's, about several, or says what the case cannot take.
   */
  async place(stored: StoredSignal, signal = readAgain(stored)): Promise<StoredSignal> {
    const { database, inbox, cases, finder, intake } = this.parts;
    const sender = senderOf(stored.partner);
    const found = await finder.of(sender, signal, new Date().toISOString());
    const end = ENDS[found.kind];
    if (end) await inbox.settle(stored.inboxId, end);
    const held = found.kind === 'CASE' ? await cases.caseOf(found.caseId) : undefined;
    if (!held) return stored;
    const refused = await inTransaction(database, (manager) => intake.plan(manager, stored, signal, sender, held.case));
    if (!refused) return (await inbox.of(stored.partner, stored.signalId)) ?? stored;
    await inbox.settle(stored.inboxId, { state: 'REJECTED', code: refused.problem, findings: refused.errors });
    return stored;
  }
}

function readAgain({ inboxId, body }: StoredSignal): PartnerSignal {
  const signal = readSignal(body);
  if (isProblem(signal)) throw new TypeError(`signal ${inboxId} cannot be read any more`);
  return signal;
}
