import type { Case } from './case.js';
import type { Instant } from './instant.js';
import { missing, notAccepted } from './reading.js';
import type { Rules } from './rules.js';
import type { OpenState, Role } from './vocabulary.js';
import { isClosed } from './vocabulary.js';
import { TASK_WORDS, type Words } from './words.js';

/** Something a case waits for: what, who has to do it, since when. */
export interface Block {
  readonly what: string;
  readonly whatText: Words;
  readonly owner: Role;
  readonly since: Instant;
}
type Wait = readonly [owner: Role, en: string, zh: string];

const WAITS: { readonly [S in Exclude<OpenState, 'UNDER_REVIEW' | 'RECTIFICATION'>]: Wait } = {
  NOTICE_RECEIVED: ['INTAKE', 'confirmation of the notice', '通知确认'],
  NOTICE_CONFIRMED: ['INTAKE', 'classification', '定因分级'],
  MATERIALS_REQUESTED: ['MERCHANT', 'the application', '提交申请'],
  SUBMITTED: ['INTAKE', 'check of completeness', '形式审查'],
  SUPPLEMENT_REQUIRED: ['MERCHANT', 'the supplement', '补件提交'],
  UNDER_INVESTIGATION: ['INVESTIGATOR', 'the end of the investigation', '调查结论'],
  PENDING_EXTERNAL_DECISION: ['UNIONPAY', 'decision of the restriction’s owner', '有权方批复'],
  APPROVED: ['OPS', 'order to reinstate', '下发恢复'],
  REINSTATING: ['OPS', 'restoration of the items', '逐项恢复'],
  PARTIALLY_REINSTATED: ['OPS', 'restoration of the remaining items', '剩余项恢复'],
  FOLLOW_UP: ['SYSTEM', 'end of the follow-up', '观察期届满'],
  REJECTED: ['MERCHANT', 'a new application or an appeal', '重新提交或申诉'],
  APPEAL_REVIEW: ['SENIOR_REVIEWER', 'decision on the appeal', '申诉结论'],
  AWAITING_SERVICE: ['OPS', 'return of the service', '服务恢复'],
  ON_HOLD: ['AUTHORITY', 'release of the hold', '解除挂起'],
};

/** What a finding keeps in follow-up, however long that has lasted. */
const FINDING: Wait = ['REVIEWER', 'a checkpoint that passes, for there is a finding', '发现项复查合格'];

function reviewWait(current: Case, { policy }: Rules): Wait {
  if (notAccepted(current).length > 0)
    return ['REVIEWER', `verdict on ${codes(notAccepted(current))}`, `材料审核 ${codes(notAccepted(current))}`];
  if (!current.recommendation) return ['REVIEWER', 'recommendation of the first reviewer', '初审意见'];
  const highRisk = current.reasons.some(({ code }) => policy.reasons[code].highRisk);
  if (highRisk && !current.signOff && current.recommendation.opinion === 'APPROVE')
    return ['COMPLIANCE', 'compliance sign-off', '合规会签'];
  return ['SENIOR_REVIEWER', 'decision of the second reviewer', '复核决定'];
}

const codes = (materials: readonly { readonly code: string }[]) => materials.map(({ code }) => code).join(' ');

function rectificationWait({ rectification }: Case): Wait {
  if (rectification?.done) return ['FIELD_SERVICE', 'verification of the rectification', '整改验收'];
  if (rectification?.plan === 'SUBMITTED') return ['REVIEWER', 'verdict on the rectification plan', '整改方案审核'];
  if (rectification?.plan === 'ACCEPTED') return ['MERCHANT', 'the rectification', '整改完成'];
  return ['MERCHANT', 'a rectification plan', '整改方案'];
}

function waitOf(current: Case, rules: Rules): Wait {
  const state = current.state as OpenState;
  if (state === 'UNDER_REVIEW') return reviewWait(current, rules);
  if (state === 'RECTIFICATION') return rectificationWait(current);
  if (state === 'FOLLOW_UP' && current.findings.some(({ open }) => open)) return FINDING;
  const lacking = missing(current);
  const [owner, en, zh] = WAITS[state];
  if (owner === 'MERCHANT' && state !== 'REJECTED' && lacking.length > 0)
    return [owner, `${en}: ${codes(lacking)}`, `${zh}:${codes(lacking)}`];
  return [owner, en, zh];
}

const block = ([owner, en, zh]: Wait, since: Instant): Block => ({ what: en, whatText: { zh, en }, owner, since });

/** What the case waits for, first the thing that moves it on; empty once it is closed. */
export function blockedOn(current: Case, rules: Rules): readonly Block[] {
  if (isClosed(current.state)) return [];
  const undelivered = current.messages.find(({ starts, deliveredAt }) => starts !== undefined && deliveredAt === null);
  return [
    block(waitOf(current, rules), current.stateSince),
    ...current.proposals
      .filter(({ open }) => open)
      .map(({ command, by, at }) => block([by.role, `second person for ${command}`, `${command} 待第二人确认`], at)),
    ...current.tasks
      .filter(({ open }) => open)
      .map(({ kind, owner, since }) => block([owner, TASK_WORDS[kind].en, TASK_WORDS[kind].zh], since)),
    ...(undelivered ? [block(['INTAKE', 'proof that the merchant was told', '送达证明'], undelivered.sentAt)] : []),
  ];
}

/** Who has to act next, as a list to work from. */
export const QUEUES = [
  'INTAKE',
  'REVIEWER',
  'SENIOR_REVIEWER',
  'INVESTIGATOR',
  'COMPLIANCE',
  'OPS',
  'FIELD_SERVICE',
  'MERCHANT',
  'EXTERNAL',
  'FOLLOW_UP',
  'CLOSED',
] as const;
export type Queue = (typeof QUEUES)[number];

export function queueOf(current: Case, rules: Rules): Queue {
  if (isClosed(current.state)) return 'CLOSED';
  const [owner] = waitOf(current, rules);
  if (owner === 'SYSTEM') return 'FOLLOW_UP';
  if (owner === 'UNIONPAY' || owner === 'AUTHORITY') return 'EXTERNAL';
  return QUEUES.find((queue) => queue === owner) ?? 'INTAKE';
}
