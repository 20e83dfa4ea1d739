import { AGAIN_EFFECTS } from './effects-again.js';
import { CLOCK_EFFECTS } from './effects-clock.js';
import { DECISION_EFFECTS } from './effects-decision.js';
import { INVESTIGATION_EFFECTS } from './effects-investigation.js';
import { MATERIAL_EFFECTS } from './effects-materials.js';
import { NOTICE_EFFECTS } from './effects-notice.js';
import { REINSTATEMENT_EFFECTS } from './effects-reinstatement.js';
import { RULES_EFFECTS } from './effects-rules.js';
import { SCOPE_EFFECTS } from './effects-scope.js';
import { SERVICE_EFFECTS } from './effects-service.js';
import type { Effect } from './effect.js';
import { fieldsOf } from './reading.js';

const CASE_EFFECTS = {
  close: (_, __, { now }) => ({ closedAt: now }),
  openAgain: () => ({ closedAt: null }),
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
  ...SCOPE_EFFECTS,
  ...RULES_EFFECTS,
  ...CASE_EFFECTS,
};
export type EffectName = keyof typeof ALL;

/** Every effect by name. */
export const EFFECTS: { readonly [name in EffectName]: Effect } = ALL;
