import type { Case } from './case.js';
import { end, liveNames, pause, resume, start, startFixed } from './clocks.js';
import type { Effect } from './effect.js';
import { joined } from './evolve.js';
import type { Changes } from './event.js';
import { MINUTE_MS, plusMs, type Instant } from './instant.js';
import { fieldsOf, restricted } from './reading.js';
import type { Context } from './rules.js';
import type { ReasonCode } from './vocabulary.js';

/** After the announced end a window has so long before its service is looked for (domain §2). */
const WINDOW_GRACE_MS = 15 * MINUTE_MS;

const all = (...changes: readonly Changes[]): Changes => changes.reduce(joined, {});

const windowClock = (current: Case, windowEnd: Instant | null, context: Context): Changes =>
  windowEnd === null
    ? start(current, 'T_SERVICE', context)
    : startFixed('T_SERVICE', plusMs(windowEnd, WINDOW_GRACE_MS), context);

const serviceReasons = (current: Case): readonly ReasonCode[] =>
  current.reasons.filter(({ track }) => track === 'SERVICE').map(({ code }) => code);

const pausedByDisaster = (current: Case) =>
  current.deadlines.filter(({ owner, status }) => owner === 'MERCHANT' && status === 'PAUSED').map(({ name }) => name);

export const SERVICE_EFFECTS = {
  awaitService: (current, _, context) => windowClock(current, current.windowEnd, context),
  windowChanged: (current, command, context) => {
    const { end: windowEnd } = fieldsOf(command, 'WINDOW_CHANGED');
    return all({ windowEnd }, end(current, ['T_PROBE'], 'VOID', context), windowClock(current, windowEnd, context));
  },
  startProbe: (current, _, context) =>
    all(end(current, ['T_SERVICE'], 'MET', context), start(current, 'T_PROBE', context)),
  /** Force majeure stops the merchant's clocks until the disaster is over (domain §2 NATURAL_DISASTER). */
  pauseForDisaster: (current, _, context) =>
    current.reasons.some(({ code }) => code === 'NATURAL_DISASTER') && !current.cleared.includes('NATURAL_DISASTER')
      ? pause(current, liveNames(current, 'MERCHANT'), context)
      : {},
  clearService: (current, _, context) => ({
    cleared: [...new Set([...current.cleared, ...serviceReasons(current)])],
    ...resume(current, pausedByDisaster(current), context),
  }),
  restoreService: (current, _, context) =>
    all(
      {
        scope: restricted(current).map(({ itemId }) => ({ itemId, lifting: 'DECIDED', status: 'RESTORE_REQUESTED' })),
      },
      end(current, ['T_SERVICE', 'T_PROBE'], 'MET', context),
      start(current, 'T_REINSTATE', context),
    ),
  becomeFailure: (current, _, context) => {
    const { policy } = context.rules;
    const reasons = current.reasons.map(({ code }) => (code === 'MAINTENANCE' ? 'SYSTEM_FAILURE' : code));
    const failed: Changes = {
      windowEnd: null,
      reasons: [...new Set(reasons)].map((code) => ({ code, track: policy.reasons[code].track })),
      scope: current.scope.map(({ itemId, reasons: held }) => ({
        itemId,
        reasons: held.map((code) => (code === 'MAINTENANCE' ? 'SYSTEM_FAILURE' : code)),
      })),
      escalation: current.escalation + 1,
      priority: 1,
    };
    return joined(failed, start({ ...current, ...failed } as Case, 'T_SERVICE', context));
  },
  checkInAgain: (current, _, context) => start(current, 'T_SERVICE', context),
} as const satisfies Record<string, Effect>;
