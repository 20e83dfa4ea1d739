import { deadlineOf, end, start, startFixed } from './clocks.js';
import type { Effect } from './effect.js';
import type { Checkpoint, ScopeItem } from './case.js';
import { joined } from './evolve.js';
import { message } from './messages.js';
import { fieldsOf, itemOf, restricted } from './reading.js';
import { task } from './tasks.js';
import { stoppedAgain } from './temporary.js';

const missedBefore = (checkpoints: readonly Checkpoint[]) =>
  checkpoints.filter(({ status }) => status === 'DUE').map(({ mark }) => ({ mark, status: 'MISSED' as const }));

export const REINSTATEMENT_EFFECTS = {
  /** What was let go for a time is now let go for good, or stopped again where it is not part of the decision. */
  requestItems: (current, _, context) =>
    [
      end(current, ['T_TEMPORARY'], 'VOID', context),
      {
        scope: restricted(current)
          .filter(({ lifting }) => lifting === 'DECIDED')
          .map(({ itemId }) => ({ itemId, status: 'RESTORE_REQUESTED' as const, until: null })),
      },
    ].reduce(joined, stoppedAgain(current)),
  itemRestored: (_, command, { now }) => ({
    scope: [{ itemId: fieldsOf(command, 'ITEM_RESTORED').itemId, status: 'RESTORED', until: null, restoredAt: now }],
  }),
  itemFailed: (_, command) => ({
    scope: [{ itemId: fieldsOf(command, 'ITEM_FAILED').itemId, status: 'RESTORE_FAILED' }],
  }),
  retryItem: (_, command) => ({
    scope: [{ itemId: fieldsOf(command, 'RETRY_ITEM').itemId, status: 'RESTORE_REQUESTED' }],
  }),
  dropItem: (_, command) => ({
    scope: [{ itemId: fieldsOf(command, 'DROP_ITEM').itemId, status: 'DECOMMISSIONED', until: null }],
  }),
  startFollowUp: (current, command, context) =>
    [start(current, 'T_FOLLOWUP', context), message(current, command, context, 'REINSTATED')].reduce(
      joined,
      end(current, ['T_REINSTATE'], 'MET', context),
    ),
  checkpointDue: (current, command) => {
    const { mark } = fieldsOf(command, 'MARK_REACHED');
    const dueAt = current.deadlines
      .find(({ name }) => name === 'T_FOLLOWUP')!
      .marks.find((planned) => planned.mark === mark)!.at;
    return { checkpoints: [...missedBefore(current.checkpoints), { mark, dueAt, status: 'DUE' }] };
  },
  /** A finding that outlives the follow-up is what the case waits for: once it is closed the follow-up ends. */
  recordCheckpoint: (current, command, context) => {
    const due = current.checkpoints.findLast(({ status }) => status === 'DUE' || status === 'MISSED');
    const { passed = true } = fieldsOf(command, 'RECORD_CHECKPOINT');
    const findingId = `checkpoint:${due?.mark ?? current.seq + 1}`;
    const overdue = passed && deadlineOf(current, 'T_FOLLOWUP')?.status === 'PASSED';
    return {
      ...(overdue && startFixed('T_FOLLOWUP', context.now, context)),
      checkpoints: due ? [{ mark: due.mark, status: 'RECORDED' }] : [],
      findings: passed
        ? current.findings.filter(({ open }) => open).map((known) => ({ findingId: known.findingId, open: false }))
        : [{ findingId, open: true }],
    };
  },
  /**
   * Another terminal takes the place of one for good: whatever was stopped on the old is to be restored on the new, and
   * counts when a transaction there has succeeded. Its five elements are registered anew, the old number is put out of
   * use (domain §2 HARDWARE_DAMAGE).
   */
  replaceTerminal: (current, command, { now }) => {
    const { itemId, newTerminalNo, newSn } = fieldsOf(command, 'REPLACE_TERMINAL');
    const { place } = itemOf(current, itemId)!;
    const old = current.scope.filter(
      (item) => item.level === 'TERMINAL' && item.place === place && item.lifting === 'DECIDED',
    );
    const replaced = old.map((item) => ({
      itemId: item.itemId,
      status: 'REPLACED' as const,
      replacedBy: newTerminalNo,
    }));
    const fresh = old.map(({ capability, reasons, decisionOwner, lifting, limitFen }): ScopeItem => ({
      itemId: `TERMINAL:${newTerminalNo}:${capability}`,
      level: 'TERMINAL',
      place: newTerminalNo,
      capability,
      status: 'RESTORE_REQUESTED',
      reasons,
      decisionOwner,
      lifting,
      replaces: place,
      serialNo: newSn,
      ...(limitFen !== undefined && { limitFen }),
    }));
    return joined({ scope: [...replaced, ...fresh] }, task(current, now, 'REBIND_TERMINAL'));
  },
  certify: (current, command, context) => message(current, command, context, 'CERTIFICATE'),
  missCheckpoints: (current) => ({ checkpoints: missedBefore(current.checkpoints) }),
} as const satisfies Record<string, Effect>;
