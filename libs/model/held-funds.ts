import type { Case } from './case.js';
import { startFixed } from './clocks.js';
import type { Changes } from './event.js';
import { DAY_MS, plusMs } from './instant.js';
import type { Context } from './rules.js';

/** Natural days settlement may be kept back after a transaction (domain §4.4 T_HOLD_LIMIT). */
const HOLD_LIMIT_DAYS = 30;

/** The clock of the oldest transaction whose settlement is kept back; none where nothing is held. */
export function holdLimit(current: Case, context: Context): Changes {
  const oldest = current.transactions.map(({ at }) => at).sort()[0];
  return current.heldFen > 0 && oldest
    ? startFixed('T_HOLD_LIMIT', plusMs(oldest, HOLD_LIMIT_DAYS * DAY_MS), context)
    : {};
}
