import type { Case } from './case.js';
import type { Changes } from './event.js';
import type { Instant } from './instant.js';
import type { Role, TaskKind } from './vocabulary.js';

const OWNERS: { readonly [K in TaskKind]: Role } = {
  REACH_MERCHANT: 'FIELD_SERVICE',
  ON_SITE_INSPECTION: 'FIELD_SERVICE',
  REPORT_TO_AUTHORITY: 'COMPLIANCE',
  RECOVER_TERMINALS: 'FIELD_SERVICE',
  PROPOSE_BLACKLIST: 'COMPLIANCE',
  PLAN_HELD_FUNDS: 'SETTLEMENT_OPS',
  EXPLAIN_OUTSIDE_REINSTATEMENT: 'OPS',
  TERMINATION_PROPOSAL: 'COMPLIANCE',
};

/** Work that a rule asks of somebody from now on. */
export const task = (current: Case, since: Instant, ...kinds: readonly TaskKind[]): Changes => ({
  tasks: kinds.map((kind) => ({ taskId: `${kind}:${current.seq + 1}`, kind, owner: OWNERS[kind], since, open: true })),
});

/** Work that is done. */
export const taskDone = (current: Case, kind: TaskKind): Changes => ({
  tasks: current.tasks
    .filter((known) => known.open && known.kind === kind)
    .map(({ taskId }) => ({ taskId, open: false })),
});
