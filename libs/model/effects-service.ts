import type { Case } from './case.js';
import { end, inDisaster, liveNames, pause, resume, start, startFixed } from './clocks.js';
import { budgetMs } from './deadline.js';
import type { Effect } from './effect.js';
import { changed, joined } from './evolve.js';
import type { Changes } from './event.js';
import { plusMs, type Instant } from './instant.js';
import { fieldsOf, restricted } from './reading.js';
import type { Context } from './rules.js';
import type { ReasonCode } from './vocabulary.js';

const all = (...changes: readonly Changes[]): Changes => changes.reduce(joined, {});

function windowClock(current: Case, windowEnd: Instant | null, context: Context): Changes {
  const { policy, calendar } = context.rules;
  return windowEnd === null
    ? start(current, 'T_SERVICE', context)
    : startFixed('T_SERVICE', plusMs(windowEnd, budgetMs(policy.windowGrace, calendar)), context);
}

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
    inDisaster(current) ? pause(current, liveNames(current, 'MERCHANT'), context) : {},
  /** What an investigation stopped goes on with it, not with the service. */
  clearService: (current, _, context) => {
    const over: Changes = { cleared: [...new Set([...current.cleared, ...serviceReasons(current)])] };
    const paused = current.state === 'UNDER_INVESTIGATION' ? [] : pausedByDisaster(current);
    return joined(over, inDisaster(current) ? resume(changed(current, over), paused, context) : {});
  },
  restoreService: (current, _, context) =>
    all(
      {
        scope: restricted(current).map(({ itemId }) => ({
          itemId,
          lifting: 'DECIDED',
          status: 'RESTORE_REQUESTED',
          until: null,
        })),
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
  /** Not mended in its time: told upwards at once, and again when the usual time has passed too (domain §2, escalate ×2). */
  mendAgain: (current, _, context) => start({ ...current, reasons: [] }, 'T_SERVICE', context),
  checkInAgain: (current, _, context) => start(current, 'T_SERVICE', context),
} as const satisfies Record<string, Effect>;
