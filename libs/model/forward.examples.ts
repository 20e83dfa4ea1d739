import type { Case } from './case.js';
import type { CommandName } from './commands.js';
import { missing, notAccepted } from './reading.js';
import type { OpenState, State } from './vocabulary.js';
import { isClosed } from './vocabulary.js';

/** What leads a case on from where it stands, the usual thing first and more often. */
const FORWARD: { readonly [S in OpenState]: (current: Case) => readonly CommandName[] } = {
  NOTICE_RECEIVED: () => ['CONFIRM_NOTICE'],
  NOTICE_CONFIRMED: () => ['CLASSIFY'],
  MATERIALS_REQUESTED: (current) =>
    missing(current).length > 0 ? ['UPLOAD', 'UPLOAD', 'UPLOAD', 'WAIVE_MATERIAL'] : ['SUBMIT'],
  SUBMITTED: () => ['COMPLETE_OK', 'COMPLETE_OK', 'COMPLETE_OK', 'REQUEST_SUPPLEMENT'],
  UNDER_REVIEW: (current) => {
    if (notAccepted(current).length > 0)
      return ['ACCEPT_MATERIAL', 'ACCEPT_MATERIAL', 'ACCEPT_MATERIAL', 'REQUEST_SUPPLEMENT'];
    if (!current.recommendation) return ['RECOMMEND', 'RECOMMEND', 'REQUIRE_RECTIFICATION', 'OPEN_INVESTIGATION'];
    return ['APPROVE', 'APPROVE', 'COMPLIANCE_SIGN_OFF', 'REJECT'];
  },
  SUPPLEMENT_REQUIRED: (current) => (missing(current).length > 0 ? ['UPLOAD'] : ['SUPPLEMENT_SUBMITTED', 'UPLOAD']),
  UNDER_INVESTIGATION: () => ['INVESTIGATION_CLEARED', 'INVESTIGATION_CONFIRMED'],
  RECTIFICATION: () => ['PLAN_SUBMITTED', 'PLAN_ACCEPTED', 'RECTIFICATION_DONE', 'RECTIFICATION_VERIFIED'],
  PENDING_EXTERNAL_DECISION: () => ['RECORD_EXTERNAL'],
  APPROVED: () => ['START_REINSTATE'],
  REINSTATING: () => ['ITEM_RESTORED', 'ITEM_RESTORED', 'ITEM_FAILED'],
  PARTIALLY_REINSTATED: () => ['ITEM_RESTORED', 'RETRY_ITEM', 'REPLACE_TERMINAL', 'DROP_ITEM'],
  FOLLOW_UP: () => ['RECORD_CHECKPOINT', 'STEP_CONDITION', 'RE_SUSPEND'],
  REJECTED: () => ['RESUBMIT', 'APPEAL'],
  APPEAL_REVIEW: () => ['APPEAL_UPHELD', 'APPEAL_UPHELD', 'APPEAL_DENIED'],
  AWAITING_SERVICE: () => ['SERVICE_RESTORED'],
  ON_HOLD: () => ['RELEASE'],
};

/** The command that leads this case on, by the `pick`-th way; none once it is closed. */
export function forward(current: Case, pick: number): CommandName | undefined {
  const state: State = current.state;
  if (isClosed(state)) return undefined;
  const ways = FORWARD[state](current);
  return ways[pick % ways.length];
}
