import { AGAIN_EFFECTS } from './effects-again.js';
import { CLOCK_EFFECTS } from './effects-clock.js';
import { DECISION_EFFECTS } from './effects-decision.js';
import { HOLD_EFFECTS } from './effects-hold.js';
import { INVESTIGATION_EFFECTS } from './effects-investigation.js';
import { MATERIAL_EFFECTS } from './effects-materials.js';
import { MESSAGE_EFFECTS } from './effects-messages.js';
import { NOTICE_EFFECTS } from './effects-notice.js';
import { REINSTATEMENT_EFFECTS } from './effects-reinstatement.js';
import { RULES_EFFECTS } from './effects-rules.js';
import { SCOPE_EFFECTS } from './effects-scope.js';
import { SERVICE_EFFECTS } from './effects-service.js';
import type { Effect } from './effect.js';
import { changed, joined } from './evolve.js';
import { kpisOf } from './kpis.js';
import { fieldsOf } from './reading.js';
import { stoppedAgain } from './temporary.js';

const CASE_EFFECTS = {
  /** What was let go for a time is stopped again: nobody watches a closed case's clock. */
  close: (current, _, { now }) =>
    joined({ closedAt: now, kpis: kpisOf(changed(current, { closedAt: now }), now) }, stoppedAgain(current)),
  openAgain: () => ({ closedAt: null, kpis: null }),
  taskDone: (_, command) => ({ tasks: [{ taskId: fieldsOf(command, 'COMPLETE_TASK').taskId, open: false }] }),
  releaseDisclosure: (_, command) => ({ disclosed: fieldsOf(command, 'RELEASE_DISCLOSURE').level }),
  reassign: (_, command) => ({ assignee: fieldsOf(command, 'REASSIGN').to }),
} as const satisfies Record<string, Effect>;

const ALL = {
  ...NOTICE_EFFECTS,
  ...MATERIAL_EFFECTS,
  ...DECISION_EFFECTS,
  ...REINSTATEMENT_EFFECTS,
  ...CLOCK_EFFECTS,
  ...INVESTIGATION_EFFECTS,
  ...SERVICE_EFFECTS,
  ...AGAIN_EFFECTS,
  ...HOLD_EFFECTS,
  ...MESSAGE_EFFECTS,
  ...SCOPE_EFFECTS,
  ...RULES_EFFECTS,
  ...CASE_EFFECTS,
};
export type EffectName = keyof typeof ALL;

/** Every effect by name. */
export const EFFECTS: { readonly [name in EffectName]: Effect } = ALL;
