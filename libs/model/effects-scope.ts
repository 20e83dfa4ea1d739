import { end, deadlineOf, start, startFixed } from './clocks.js';
import type { Effect } from './effect.js';
import { changed, joined } from './evolve.js';
import { reached } from './messages.js';
import { fieldsOf, itemOf, restricted } from './reading.js';
import { task } from './tasks.js';

/** Changes of the issuer's, of places, of money and of what the merchant does meanwhile. */
export const SCOPE_EFFECTS = {
  liftRevoked: (current, _, context) =>
    joined(
      {
        cleared: [...new Set([...current.cleared, ...current.reasons.map(({ code }) => code)])],
        scope: restricted(current).map(({ itemId }) => ({ itemId, lifting: 'DECIDED', status: 'RESTORE_REQUESTED' })),
      },
      start(current, 'T_REINSTATE', context),
    ),
  restoredOutside: (current, command, context) => {
    const itemId = command.type === 'OUTSIDE_REINSTATED' ? command.fields.itemId : undefined;
    const items = itemId ? [itemOf(current, itemId)!] : restricted(current);
    const outside = items.map((item) => ({
      itemId: item.itemId,
      status: 'RESTORED' as const,
      lifting: 'DECIDED' as const,
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
  replaceTerminal: (_, command) => ({
    scope: [{ itemId: fieldsOf(command, 'REPLACE_TERMINAL').itemId, status: 'REPLACED' }],
  }),
  releaseFunds: (current, command, context) => {
    const { keepFen } = fieldsOf(command, 'RELEASE_FUNDS');
    return { heldFen: keepFen, ...(keepFen === 0 ? end(current, ['T_HOLD_LIMIT'], 'MET', context) : {}) };
  },
  offsetFunds: (current, command) => ({
    heldFen: Math.max(0, current.heldFen - fieldsOf(command, 'RECORD_OFFSET').amountFen),
  }),
  releaseForATime: (current, command, context) => {
    const { scopeItemIds, until } = fieldsOf(command, 'TEMPORARY_RELEASE');
    return joined(
      { releasedInCycle: current.cycle, scope: scopeItemIds.map((itemId) => ({ itemId, status: 'RESTORED', until })) },
      startFixed('T_TEMPORARY', until, context),
    );
  },
  stopAgain: (current, _, context) => ({
    scope: current.scope
      .filter(({ until }) => until)
      .map(({ itemId }) => ({ itemId, status: 'SUSPENDED', until: null })),
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
  takeComplaint: (current, _, context) => start(current, 'T_COMPLAINT', context),
  logCommunication: (current, command, context) => {
    const { direction, party, delivered } = fieldsOf(command, 'LOG_COMMUNICATION');
    if (direction !== 'OUT') return {};
    if (party === 'AUTHORITY') return end(current, ['T_REPORT'], 'MET', context);
    if (party !== 'MERCHANT') return {};
    if (delivered === false) return task(current, context.now, 'REACH_MERCHANT');
    const answered = end(current, ['T_COMPLAINT'], 'MET', context);
    const proven = delivered
      ? reached(
          current,
          context,
          current.messages.map(({ messageId }) => messageId),
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
