import type { Case } from './case.js';
import type { Changes } from './event.js';

/** What was let go for a time is stopped again (domain §4.3 row 56). */
export const stoppedAgain = (current: Case): Changes => ({
  scope: current.scope
    .filter(({ until }) => until)
    .map(({ itemId }) => ({ itemId, status: 'SUSPENDED', until: null, restoredAt: null })),
});
