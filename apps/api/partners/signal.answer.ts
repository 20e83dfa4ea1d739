import type { StoredSignal } from '#database';
import { caseNotFound, invalidRequest, Problem, type Finding } from '../problem/problem.js';
import { Answer } from '../requests/answer.js';
import type { SignalAnswer } from './signal.schema.js';

/** What would let in a signal that waits. */
const WAITS = 'It does not fit the present state of the case; it is tried again after each of its moves.';
const WAITS_FOR_CASE = 'No case of yours goes by this reference yet; it is told to it once its notice has come.';

/** The status address of a signal. */
export const signalPath = (signalId: string): string => `/partner/v1/signals/${encodeURIComponent(signalId)}`;

/** What became of a signal, as its sender is told (api.md §4). */
export function signalAnswerOf(stored: StoredSignal): Answer {
  if (stored.state === 'REJECTED' && stored.code === 'case.not-found') return notFoundAnswer();
  return new Answer(stored.state === 'ACCEPTED' ? 202 : 200, signalStatusOf(stored));
}

/** What is answered as long as nothing is known of a signal but that it was kept. */
export const acceptedAnswer = ({ signalId, findings }: StoredSignal): Answer =>
  new Answer(202, { signalId, status: 'ACCEPTED', ...(findings.length > 0 && { findings: [...findings] }) });

/** The present outcome of a signal. */
export function signalStatusOf({ signalId, state, code, caseId, outcome, findings }: StoredSignal): SignalAnswer {
  return {
    signalId,
    status: state,
    ...(caseId !== null && { caseId }),
    ...outcome,
    ...(code !== null && { code }),
    ...(state === 'PARKED' && { detail: WAITS }),
    ...(state === 'ACCEPTED' && caseId === null && { detail: WAITS_FOR_CASE }),
    ...(findings.length > 0 && { findings: [...findings] }),
  };
}

function notFoundAnswer(): Answer {
  const problem = caseNotYours();
  return new Answer(problem.status, problem.body());
}

/** A case that does not exist and one of a merchant that is not the partner's are told apart by nobody. */
export const caseNotYours = (caseId?: string): Problem =>
  caseId === undefined
    ? new Problem('case.not-found', {
        detail: 'Nothing of your merchants goes by this reference.',
        detailZh: '贵方商户中没有与该引用对应的案件。',
      })
    : caseNotFound(caseId);

/** A signal that came before under its id with other content. */
export const bodyChanged = (signalId: string): Problem =>
  new Problem('signal.body-changed', {
    detail: `A signal ${signalId} with another body was received before. Send what is new under an id of its own.`,
    detailZh: `信号 ${signalId} 已收到且内容不同,新的内容请使用新的 signalId。`,
  });

/** Findings of a payload, as places in the whole body. */
export const inPayload = (problem: Problem): Problem => {
  const { errors } = problem.extensions as { readonly errors?: readonly Finding[] };
  if (problem.code !== 'request.invalid' || !errors) return problem;
  return invalidRequest(errors.map(({ pointer, message }) => ({ pointer: `/payload${pointer}`, message })));
};
