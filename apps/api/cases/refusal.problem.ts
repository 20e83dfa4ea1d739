import type { ProvenRefusal } from '#contract';
import type { Freeze } from '#database';
import type { Case, Refusal } from '#model';
import type { CallerIdentity } from '../auth/caller.js';
import { isProblemCode } from '../problem/problem-codes.js';
import { Problem } from '../problem/problem.js';
import { actionsOf, caseNow } from './case.view.js';

const wordsOf = ({ en, zh, facts }: Refusal): { readonly detail: string; readonly detailZh: string } => {
  const named = facts
    ? ` (${Object.entries(facts)
        .map(([name, value]) => `${name}: ${[value].flat().join(', ')}`)
        .join('; ')})`
    : '';
  return { detail: `${en}${named}.`, detailZh: `${zh}${named}。` };
};

/**
 * The problem a refusal of the rules is answered with.
 * @param current the case as recorded after the refusal, for what may be done instead.
 */
export function problemOfRefusal(refusal: ProvenRefusal, current: Case | undefined, caller: CallerIdentity): Problem {
  const { code, row, seq, state, facts } = refusal;
  if (!isProblemCode(code)) throw new TypeError(`the rules refused with ${code}, which is no code of the contract`);
  const actions =
    code === 'transition.not-allowed'
      ? { allowedActions: current ? actionsOf(current, caller, caseNow(current)) : [] }
      : {};
  return new Problem(code, { ...wordsOf(refusal), extensions: { ...facts, seq, state, rule: row, ...actions } });
}

/** The case takes no commands any more: it has closed and was heard out. */
export const caseClosed = ({ state, seq }: Case): Problem =>
  new Problem('case.closed', {
    detail: 'The case is closed and heard out. If a restriction is left, apply again with a new case.',
    detailZh: '案件已结案且超过受理期;如仍有限制,请重新申请。',
    extensions: { state, seq },
  });

const RESUME_EN = 'LEAD and COMPLIANCE, two persons, start it again by POST /api/v1/cases/{id}/resume';
const RESUME_ZH = '须由 LEAD 与 COMPLIANCE 两人通过 POST /api/v1/cases/{id}/resume 由记录恢复运行';

/** The case has no run to take commands; nothing was carried out and nothing will be. */
export const caseFrozen = (caseId: string, { since, cause }: Freeze): Problem =>
  new Problem('case.frozen', {
    detail: `The case ${caseId} is frozen (${cause}) and nothing was carried out. ${RESUME_EN}; then send this with a new Idempotency-Key.`,
    detailZh: `案件 ${caseId} 已冻结(${cause}),本次操作未执行。${RESUME_ZH},之后请使用新的 Idempotency-Key 重新提交。`,
    extensions: { since, cause },
  });

/** The case was found to have lost its run under a command, which may or may not have been carried out before. */
export const frozenMeanwhile = (caseId: string): Problem =>
  new Problem('dependency.unavailable', {
    detail: `The case ${caseId} has lost its run and is frozen. ${RESUME_EN}; then send this again with the same Idempotency-Key.`,
    detailZh: `案件 ${caseId} 的运行已丢失并被冻结。${RESUME_ZH},之后请沿用同一 Idempotency-Key 重试。`,
    headers: { 'retry-after': '60' },
  });
