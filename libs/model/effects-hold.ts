import type { Case, Hold } from './case.js';
import { end, pause, resume, start, startFixed } from './clocks.js';
import type { Effect } from './effect.js';
import { changed, joined } from './evolve.js';
import type { Changes } from './event.js';
import { holdsEndAt, releasedHold } from './holds.js';
import { fieldsOf, restricted } from './reading.js';
import type { Context } from './rules.js';
import { stoppedAgain } from './temporary.js';

const all = (...changes: readonly Changes[]): Changes => changes.reduce(joined, {});

/** The end of the first open hold that says when it ends; what has ended by then is for compliance to confirm. */
function endOf(current: Case, holds: readonly Hold[], context: Context): Changes {
  const until = holdsEndAt(holds.filter((hold) => hold.until === null || hold.until > context.now));
  return until === null ? end(current, ['T_HOLD_END'], 'VOID', context) : startFixed('T_HOLD_END', until, context);
}

const cleared = (current: Case, codes: readonly Case['cleared'][number][]): Changes => ({
  cleared: [...new Set([...current.cleared, ...codes])],
});

/** Standing still by an authority's order, or by force majeure, and going on. */
export const HOLD_EFFECTS = {
  /** Nothing that was let go for a time goes on under a hold. */
  hold: (current, command, context) => {
    const { authority, document, kind, until = null, amountFen, capabilities } = fieldsOf(command, 'HOLD');
    const named = { ...(amountFen !== undefined && { amountFen }), ...(capabilities && { capabilities }) };
    const hold: Hold = { document, authority, kind, from: context.now, until, open: true, ...named };
    const stopped = all(stoppedAgain(current), end(current, ['T_TEMPORARY'], 'VOID', context));
    const before = changed(current, stopped);
    const paused = before.deadlines.filter(({ status }) => status === 'RUNNING').map(({ name }) => name);
    const holds = changed(current, { holds: [hold] }).holds;
    return all(
      stopped,
      { holds: [hold], heldFrom: current.heldFrom ?? { state: current.state, paused } },
      current.heldFrom === null ? pause(before, paused, context) : {},
      until === null && holdsEndAt(holds) === null ? {} : endOf(current, holds, context),
    );
  },
  holdByNotice: (current, _, context) => ({
    holds: [
      {
        document: current.documentNo!,
        authority: current.issuer,
        kind: 'FREEZE',
        from: context.now,
        until: null,
        open: true,
      },
    ],
    heldFrom: { state: 'REINSTATING', paused: [] },
  }),
  endHold: (current, command, context) => {
    const released = releasedHold(current, fieldsOf(command, 'RELEASE').document)!;
    const over: Changes = { holds: [{ document: released.document, open: false }] };
    const left = changed(current, over).holds.filter(({ open }) => open);
    return left.length === 0
      ? joined(over, end(current, ['T_HOLD_END'], 'MET', context))
      : joined(over, endOf(current, left, context));
  },
  goOn: (current, _, context) => joined({ heldFrom: null }, resume(current, current.heldFrom?.paused ?? [], context)),
  /** The authority lets go of what it ordered, and of nothing else. */
  clearHold: (current) =>
    joined(
      { heldFrom: null },
      cleared(
        current,
        current.reasons.filter(({ track }) => track === 'HOLD').map(({ code }) => code),
      ),
    ),
  liftByRelease: (current, _, context) =>
    all(
      { heldFrom: null },
      cleared(
        current,
        current.reasons.map(({ code }) => code),
      ),
      {
        scope: restricted(current).map(({ itemId }) => ({
          itemId,
          lifting: 'DECIDED',
          status: 'RESTORE_REQUESTED',
          until: null,
        })),
      },
      start(current, 'T_REINSTATE', context),
    ),
} as const satisfies Record<string, Effect>;
