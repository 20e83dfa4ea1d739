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
  REBIND_TERMINAL: 'FIELD_SERVICE',
  CONSIDER_EXTENSION: 'REVIEWER',
  RELATE_CASES: 'INTAKE',
  REVIEW_ACCOUNT_CHANGE: 'INVESTIGATOR',
};

/** Work that a rule asks of somebody from now on; what is asked for already is not asked for twice. */
export const task = (current: Case, since: Instant, ...kinds: readonly TaskKind[]): Changes => ({
  tasks: kinds
    .filter((kind) => !current.tasks.some((known) => known.open && known.kind === kind))
    .map((kind) => ({ taskId: `${kind}:${current.seq + 1}`, kind, owner: OWNERS[kind], since, open: true })),
});

/** Work that is done. */
export const taskDone = (current: Case, ...kinds: readonly TaskKind[]): Changes => ({
  tasks: current.tasks
    .filter((known) => known.open && kinds.includes(known.kind))
    .map(({ taskId }) => ({ taskId, open: false })),
});
