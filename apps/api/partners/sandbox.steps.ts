import { evidenceHash, type Case, type CommandName, type Instant, type StaffRole, type State } from '#model';
import type { SandboxScript } from './sandbox.schema.js';

/** One act of somebody the sandbox stands in for. */
export interface SandboxStep {
  readonly command: CommandName;
  /** The persons who do it: two where the rule wants two. */
  readonly by: readonly StaffRole[];
  readonly values: Readonly<Record<string, unknown>>;
}

type NextStep = (current: Case, script: SandboxScript, now: Instant) => SandboxStep | undefined;

const step = (
  command: CommandName,
  by: StaffRole | readonly StaffRole[],
  values: SandboxStep['values'] = {},
): SandboxStep => ({ command, by: typeof by === 'string' ? [by] : by, values });

const WORDS = '沙箱脚本';

function review(current: Case, { institution }: SandboxScript): SandboxStep {
  const judged = current.materials.find(({ status }) => status === 'UPLOADED');
  if (judged) return step('ACCEPT_MATERIAL', 'REVIEWER', { code: judged.code });
  const evidence = { evidenceHash: evidenceHash(current) };
  const opinion = institution === 'REJECT' ? 'REJECT' : 'APPROVE';
  if (current.recommendation?.opinion !== opinion)
    return step('RECOMMEND', 'REVIEWER', { opinion, reason: WORDS, ...evidence });
  if (institution === 'REJECT') return step('REJECT', 'SENIOR_REVIEWER', { reasonCode: 'SANDBOX', remedy: WORDS });
  const needsSignOff = current.reasons.some(({ code }) => code === 'ILLEGAL_OPERATION') && !current.signOff;
  return needsSignOff
    ? step('COMPLIANCE_SIGN_OFF', 'COMPLIANCE', evidence)
    : step('APPROVE', 'SENIOR_REVIEWER', evidence);
}

const supplementOf = ({ materials }: Case) => ({
  items: materials
    .filter(({ requirement }) => requirement === 'REQUIRED')
    .slice(0, 1)
    .map(({ code }) => ({ code, reason: WORDS })),
});

const KINDS = { APPROVE: 'APPROVED', REJECT: 'REJECTED', SUPPLEMENT: 'SUPPLEMENT' } as const;

/** What the sandbox does in each state; in all others the partner, its merchant or the clock is next. */
const STEPS: Readonly<Partial<Record<State, NextStep>>> = {
  NOTICE_RECEIVED: () => step('CONFIRM_NOTICE', 'INTAKE'),
  NOTICE_CONFIRMED: ({ reasons }) => step('CLASSIFY', 'INTAKE', { reasonCodes: reasons.map(({ code }) => code) }),
  SUBMITTED: (current, { institution }) =>
    institution === 'SUPPLEMENT' && current.supplementRounds === 0
      ? step('REQUEST_SUPPLEMENT', 'INTAKE', supplementOf(current))
      : step('COMPLETE_OK', 'INTAKE'),
  UNDER_REVIEW: review,
  PENDING_EXTERNAL_DECISION: (_, { network }, now) =>
    network === 'SILENT'
      ? undefined
      : step('RECORD_EXTERNAL', ['REVIEWER', 'SENIOR_REVIEWER'], {
          kind: KINDS[network],
          refNo: 'SANDBOX-1',
          receivedAt: now,
        }),
  APPROVED: () => step('START_REINSTATE', 'OPS'),
};

/** Whose script a state is. */
const isNetworks = (state: State): boolean => state === 'PENDING_EXTERNAL_DECISION';

/** What the sandbox does next in a case; undefined when it is another's turn. */
export function nextStep(current: Case, script: SandboxScript, now: Instant): SandboxStep | undefined {
  if (!isNetworks(current.state) && script.institution === 'SILENT') return undefined;
  return STEPS[current.state]?.(current, script, now);
}
