import { deadlineOf, end, start, startFixed } from './clocks.js';
import type { Effect } from './effect.js';
import type { Checkpoint } from './case.js';
import { joined } from './evolve.js';
import { message } from './messages.js';
import { fieldsOf, restricted } from './reading.js';

const missedBefore = (checkpoints: readonly Checkpoint[]) =>
  checkpoints.filter(({ status }) => status === 'DUE').map(({ mark }) => ({ mark, status: 'MISSED' as const }));

export const REINSTATEMENT_EFFECTS = {
  requestItems: (current) => ({
    scope: restricted(current)
      .filter(({ lifting }) => lifting === 'DECIDED')
      .map(({ itemId }) => ({ itemId, status: 'RESTORE_REQUESTED' as const })),
  }),
  itemRestored: (_, command) => ({
    scope: [{ itemId: fieldsOf(command, 'ITEM_RESTORED').itemId, status: 'RESTORED', until: null }],
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
  missCheckpoints: (current) => ({ checkpoints: missedBefore(current.checkpoints) }),
} as const satisfies Record<string, Effect>;
