import { deadlineOf, end, isRunning, start, startFixed } from './clocks.js';
import type { Case } from './case.js';
import type { Effect } from './effect.js';
import type { Changes } from './event.js';
import { changed, joined } from './evolve.js';
import { holdLimit } from './held-funds.js';
import { reached } from './messages.js';
import { fieldsOf, itemOf, restricted } from './reading.js';
import type { Context } from './rules.js';
import { task, taskDone } from './tasks.js';
import { stoppedAgain } from './temporary.js';

const keep = (current: Case, heldFen: number, context: Context): Changes =>
  joined({ heldFen }, holdLimit(changed(current, { heldFen }), context));

/** Changes of the issuer's, of places, of money and of what the merchant does meanwhile. */
export const SCOPE_EFFECTS = {
  /** The issuer has taken its order back: what it wanted done or answered is over too. */
  liftRevoked: (current, _, context) =>
    [end(current, ['T_STOP', 'T_FEEDBACK'], 'VOID', context), start(current, 'T_REINSTATE', context)].reduce(joined, {
      cleared: [...new Set([...current.cleared, ...current.reasons.map(({ code }) => code)])],
      scope: restricted(current).map(({ itemId }) => ({
        itemId,
        lifting: 'DECIDED',
        status: 'RESTORE_REQUESTED',
        until: null,
      })),
    }),
  restoredOutside: (current, command, context) => {
    const itemId = command.type === 'OUTSIDE_REINSTATED' ? command.fields.itemId : undefined;
    const items = itemId ? [itemOf(current, itemId)!] : restricted(current);
    const outside = items.map((item) => ({
      itemId: item.itemId,
      status: 'RESTORED' as const,
      lifting: 'DECIDED' as const,
      until: null,
      restoredAt: context.now,
    }));
    return joined({ scope: outside }, task(current, context.now, 'EXPLAIN_OUTSIDE_REINSTATEMENT'));
  },
  confirmStop: (current, command, context) => {
    const { itemId } = fieldsOf(command, 'STOP_CONFIRMED');
    const stopped = { scope: [{ itemId, status: 'SUSPENDED' as const }] };
    const left = changed(current, stopped).scope.some(({ status }) => status === 'STOP_ORDERED');
    return left ? stopped : joined(stopped, end(current, ['T_STOP'], 'MET', context));
  },
  feedbackSent: (current, _, context) => end(current, ['T_FEEDBACK'], 'MET', context),
  releaseFunds: (current, command, context) => keep(current, fieldsOf(command, 'RELEASE_FUNDS').keepFen, context),
  offsetFunds: (current, command, context) =>
    keep(current, Math.max(0, current.heldFen - fieldsOf(command, 'RECORD_OFFSET').amountFen), context),
  /** A payment to the account, or a debit from it, that failed is a finding until one succeeds (domain §2). */
  accountTried: (_, command) => {
    const { result } = fieldsOf(command, 'VERIFY_ACCOUNT', 'DEBIT_RETRIED');
    return { findings: [{ findingId: 'account', open: result === 'FAILED' }] };
  },
  releaseForATime: (current, command, context) => {
    const { scopeItemIds, until } = fieldsOf(command, 'TEMPORARY_RELEASE');
    return joined(
      {
        releasedInCycle: current.cycle,
        scope: scopeItemIds.map((itemId) => ({ itemId, status: 'RESTORED', until })),
      },
      startFixed('T_TEMPORARY', until, context),
    );
  },
  stopAgain: (current, _, context) => ({
    ...stoppedAgain(current),
    ...end(
      current,
      ['T_TEMPORARY'],
      deadlineOf(current, 'T_TEMPORARY')?.dueAt === context.now ? 'PASSED' : 'VOID',
      context,
    ),
  }),
  stepCondition: (current, command) => ({
    approval: current.approval && { ...current.approval, conditions: fieldsOf(command, 'STEP_CONDITION').conditions },
  }),
  /** A second complaint does not give the first one more time. */
  takeComplaint: (current, _, context) =>
    isRunning(current, 'T_COMPLAINT') ? {} : start(current, 'T_COMPLAINT', context),
  logCommunication: (current, command, context) => {
    const { direction, party, delivered, read, at } = fieldsOf(command, 'LOG_COMMUNICATION');
    if (direction !== 'OUT') return {};
    if (party === 'AUTHORITY')
      return joined(end(current, ['T_REPORT'], 'MET', context), taskDone(current, 'REPORT_TO_AUTHORITY'));
    if (party !== 'MERCHANT') return {};
    if (delivered === false) return task(current, context.now, 'REACH_MERCHANT');
    const answered = end(current, ['T_COMPLAINT'], 'MET', context);
    const proven =
      delivered || read
        ? reached(
            current,
            context,
            current.messages.map(({ messageId }) => messageId),
            at,
          )
        : {};
    return joined(answered, proven);
  },
  reachMerchant: (current, _, { now }) => task(current, now, 'REACH_MERCHANT'),
  setAlternative: (current, command, { now }) => {
    const { type, start: from, end: until } = fieldsOf(command, 'SET_ALTERNATIVE');
    return {
      alternatives: [
        { alternativeId: `alternative:${current.seq + 1}`, type, from: from ?? now, until: until ?? null, open: true },
      ],
    };
  },
  endAlternatives: (current, _, { now }) => ({
    alternatives: current.alternatives
      .filter(({ open }) => open)
      .map(({ alternativeId }) => ({ alternativeId, open: false, until: now })),
  }),
} as const satisfies Record<string, Effect>;
