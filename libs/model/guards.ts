import { COMMAND_GUARDS } from './guards-command.js';
import { isOpen, isRunning } from './clocks.js';
import { DAY_MS, plusMs } from './instant.js';
import { evidenceHash, hasReview, missing, notAccepted, reasonCodesOf, restricted } from './reading.js';
import type { Case } from './case.js';
import type { Asker } from './event.js';
import type { Guard } from './guard.js';
import type { Context } from './rules.js';

type CaseGuard = (current: Case, asker: Asker, context: Context) => ReturnType<Guard>;

const codes = (materials: readonly { readonly code: string }[]) => materials.map(({ code }) => code);

/** Guards on the case and the asker alone: they also decide whether an action is offered at all. */
export const CASE_GUARDS = {
  fourEyes: (current, asker) => (current.makers.includes(asker.id) ? ['guard.four-eyes'] : undefined),
  requiredHandedIn: (current) => {
    const lacking = missing(current);
    return lacking.length > 0 ? ['guard.materials-incomplete', { missing: codes(lacking) }] : undefined;
  },
  requiredAccepted: (current) => {
    const open = notAccepted(current);
    return open.length > 0 ? ['guard.material-not-accepted', { notAccepted: codes(open) }] : undefined;
  },
  recommendedToApprove: (current) =>
    current.recommendation?.opinion === 'APPROVE' ? undefined : ['guard.not-recommended'],
  recommendationCurrent: (current) =>
    !current.recommendation || current.recommendation.evidenceHash === evidenceHash(current)
      ? undefined
      : ['guard.evidence-changed', { evidenceHash: evidenceHash(current) }],
  signedOffWhereHighRisk: (current, _, { rules: { policy } }) => {
    const highRisk = current.reasons.some(({ code }) => policy.reasons[code].highRisk);
    return !highRisk || current.signOff?.evidenceHash === evidenceHash(current)
      ? undefined
      : ['guard.sign-off-missing'];
  },
  roundsLeft: (current, _, { rules: { policy } }) =>
    current.supplementRounds < policy.maxSupplementRounds
      ? undefined
      : ['guard.max-rounds', { rounds: current.supplementRounds }],
  issuerRevoked: (current, _, { rules: { policy } }) =>
    policy.decisionOwners[current.issuer] === 'INSTITUTION' ? undefined : ['guard.issuer-must-revoke'],
  everyItemDecided: (current) => {
    const undecided = restricted(current).filter(({ lifting }) => lifting !== 'DECIDED');
    const approved = current.approval?.itemIds ?? [];
    const open = undecided.filter(({ itemId }) => approved.includes(itemId));
    return open.length > 0 ? ['guard.decision-missing', { items: open.map(({ itemId }) => itemId) }] : undefined;
  },
  highRisk: (current, _, { rules: { policy } }) =>
    current.reasons.some(({ code }) => policy.reasons[code].highRisk) ? undefined : ['guard.not-high-risk'],
  tookNoPart: (current, asker) =>
    current.makers.includes(asker.id) || current.deciders.includes(asker.id) ? ['guard.took-part'] : undefined,
  appealable: (current) => {
    if (current.appealed) return ['guard.appealed'];
    return isOpen(current, 'T_APPEAL_WINDOW') ? undefined : ['guard.window-passed'];
  },
  resubmittable: (current, _, { rules: { policy } }) => {
    if (current.attempts >= policy.maxAttempts) return ['guard.max-attempts', { max: policy.maxAttempts }];
    return isOpen(current, 'T_RESUBMIT') ? undefined : ['guard.window-passed'];
  },
  // Papers cannot end a freeze: who wants that opens a new case by applying again, and waits for the authority in it.
  reopenable: (current, _, { now, rules: { policy } }) => {
    const frozen = reasonCodesOf(current).filter((code) => policy.reasons[code].track === 'HOLD');
    const holding = frozen.filter((code) => !current.cleared.includes(code));
    if (holding.length > 0) return ['guard.reason-holds', { reasons: holding }];
    const isInTime = current.closedAt && now <= plusMs(current.closedAt, policy.afterlife.longDays * DAY_MS);
    return isInTime ? undefined : ['guard.retention'];
  },
  amendmentPending: (current) => (current.amendment ? undefined : ['guard.amendment-missing']),
  feedbackDue: (current) =>
    isRunning(current, 'T_FEEDBACK') ? undefined : ['guard.deadline-not-running', { deadline: 'T_FEEDBACK' }],
  fundsHeld: (current) => (current.heldFen > 0 ? undefined : ['guard.no-held-funds']),
  lowRisk: (current, _, { rules: { policy } }) =>
    current.reasons.some(({ code }) => policy.reasons[code].highRisk) ? ['guard.release-high-risk'] : undefined,
  firstReleaseOfCycle: (current) => (current.releasedInCycle === current.cycle ? ['guard.release-again'] : undefined),
  checkpointPassed: (current) =>
    current.checkpoints.some(({ status }) => status === 'RECORDED') && !current.findings.some(({ open }) => open)
      ? undefined
      : ['guard.checkpoint-missing'],
  reportedDone: (current) => (current.rectification?.done ? undefined : ['guard.not-done']),
  planToJudge: (current) => (current.rectification?.plan === 'SUBMITTED' ? undefined : ['guard.plan-missing']),
  freezeDocument: (current) => (current.documentNo ? undefined : ['guard.document-missing']),
  everyReasonCleared: (current) => {
    const holding = restricted(current)
      .filter(({ lifting }) => lifting === 'DECIDED')
      .flatMap(({ reasons }) => reasons.filter((code) => !current.cleared.includes(code)));
    return holding.length > 0 ? ['guard.reason-holds', { reasons: [...new Set(holding)] }] : undefined;
  },
  taskLeft: ({ tasks }, { roles }) =>
    tasks.some(({ open, owner }) => open && (roles.includes(owner) || roles.includes('LEAD')))
      ? undefined
      : ['guard.task-unknown'],
  restrictionLeft: (current) => (restricted(current).length > 0 ? undefined : ['guard.nothing-restricted']),
  sandboxOnly: (current) => (current.sandbox ? undefined : ['sandbox.only']),
  /** What came in under no definite reason, a merged case say, is classified before anybody decides (domain §2 OTHER). */
  reasonsClassified: (current) =>
    current.reasons.some(({ code, track }) => track === 'TRIAGE' && !current.cleared.includes(code))
      ? ['guard.reason-needed']
      : undefined,
  reviewNeeded: (current, _, { rules }) =>
    hasReview(reasonCodesOf(current), rules.policy) ? undefined : ['guard.reason-needed'],
} as const satisfies Record<string, CaseGuard>;

export type CaseGuardName = keyof typeof CASE_GUARDS;
export type GuardName = CaseGuardName | keyof typeof COMMAND_GUARDS;

/** Every guard by name: what must hold, or the code of the refusal and what would help. */
export const GUARDS: { readonly [name in GuardName]: Guard } = {
  ...COMMAND_GUARDS,
  ...(Object.fromEntries(
    Object.entries(CASE_GUARDS).map(([name, check]) => [
      name,
      ((current, command, context) => (check as CaseGuard)(current, command.by, context)) satisfies Guard,
    ]),
  ) as { readonly [name in CaseGuardName]: Guard }),
};

export const isCaseGuard = (name: GuardName): name is CaseGuardName => Object.hasOwn(CASE_GUARDS, name);
