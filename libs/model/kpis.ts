import type { Case, Kpis } from './case.js';
import { toMs, type Instant } from './instant.js';

/** Figures of a life as it ends, frozen with it: later rules of counting do not change them (domain §4.3 row 37, §6.1). */
export function kpisOf(current: Case, closedAt: Instant): Kpis {
  const restored = current.scope.flatMap(({ restoredAt }) => restoredAt ?? []).sort();
  const after = (at: Instant | undefined) =>
    at === undefined ? null : Math.max(0, toMs(at) - toMs(current.effectiveAt));
  return {
    toFirstRestorationMs: after(restored[0]),
    toReinstatementMs: current.state === 'FOLLOW_UP' ? after(restored.at(-1)) : null,
    openMs: toMs(closedAt) - toMs(current.openedAt),
    submissions: current.submissions,
    supplementRounds: current.supplementRounds,
    escalations: current.escalation,
    cycles: current.cycle,
  };
}
