import type { Case } from './case.js';
import { budgetMs } from './deadline.js';
import { changed } from './evolve.js';
import type { Changes, Command } from './event.js';
import { plusMs, type Instant } from './instant.js';
import type { Policy } from './policy/policy.js';
import type { Context } from './rules.js';
import { factsOf } from './sub-reasons.js';
import { task } from './tasks.js';

const REASON = 'SETTLEMENT_ACCOUNT_ABNORMAL';

const changesAccount = (current: Pick<Case, 'reasons' | 'subs' | 'facts'>, policy: Policy): boolean =>
  current.reasons.some(({ code }) => code === REASON) && factsOf(current, policy).includes('accountChanges');

/** When a case changed its merchant's settlement account: as the last of its places worked again. Undefined where it did not. */
export const accountChangedAt = (current: Case, policy: Policy): Instant | undefined =>
  changesAccount(current, policy)
    ? current.scope
        .flatMap(({ restoredAt }) => restoredAt ?? [])
        .sort()
        .at(-1)
    : undefined;

/**
 * A second change of the settlement account while the first is followed up is put before the investigators (domain §2):
 * the other case is named, and somebody looks at it. It holds nothing back.
 * @param changes what the command itself changes.
 */
export function accountChangedAgain(
  current: Case,
  changes: Changes,
  { observed }: Command,
  { now, rules: { policy, calendar } }: Context,
): Changes {
  const followUp = policy.reasons[REASON].budgets.T_FOLLOWUP;
  const first = observed?.accountChange;
  if (!first || !followUp || !changesAccount(changed(current, changes), policy)) return {};
  const known = current.neighbours.some(({ caseId, propose }) => caseId === first.caseId && propose === 'RISK_REVIEW');
  if (known || first.at < plusMs(now, -budgetMs(followUp, calendar))) return {};
  const risk = { caseId: first.caseId, propose: 'RISK_REVIEW' } as const;
  return { neighbours: [...current.neighbours, risk], ...task(current, now, 'REVIEW_ACCOUNT_CHANGE') };
}
