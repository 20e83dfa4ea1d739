import type { Case } from './case.js';
import { deadlineOf, end, startFixed } from './clocks.js';
import { budgetMs } from './deadline.js';
import type { Changes } from './event.js';
import { plusMs, type Instant } from './instant.js';
import type { Context } from './rules.js';

/** Sum of the transactions a notice lists. */
export const listedFen = ({ transactions }: Pick<Case, 'transactions'>): number =>
  transactions.reduce((sum, { amountFen }) => sum + amountFen, 0);

/** The oldest transaction that is still held, where what was released is taken to be the oldest; none where all is. */
export function oldestHeld(current: Case): Instant | undefined {
  const byAge = [...current.transactions].sort((a, b) => (a.at < b.at ? -1 : 1));
  let released = listedFen(current) - current.heldFen;
  return byAge.find(({ amountFen }) => (released -= amountFen) < 0)?.at;
}

/**
 * The clock of held settlement as it has to run now (domain §4.4 T_HOLD_LIMIT): from the oldest transaction that is
 * still held, over once nothing is. A limit that has passed is not passed again.
 */
export function holdLimit(current: Case, context: Context): Changes {
  const { policy, calendar } = context.rules;
  const oldest = oldestHeld(current);
  if (!oldest) return end(current, ['T_HOLD_LIMIT'], 'MET', context);
  const dueAt = plusMs(oldest, budgetMs(policy.deadlines.T_HOLD_LIMIT.budget, calendar));
  const known = deadlineOf(current, 'T_HOLD_LIMIT');
  const told = known && known.status !== 'VOID' && known.status !== 'MET';
  return told && (known.dueAt === dueAt || known.dueAt === null || (known.status === 'PASSED' && dueAt <= context.now))
    ? {}
    : startFixed('T_HOLD_LIMIT', dueAt, context);
}
