import { evidenceHash, type Case, type CaseEvent, type FieldsOf } from '#model';

/** A decision and the two persons behind it. */
export interface TwoPersonAct {
  readonly seq: number;
  readonly command: string;
  /** Who recommended or proposed. */
  readonly maker: string | null;
  /** Who approved or confirmed. */
  readonly checker: string;
  /** Of the evidence as the case stood before the decision. */
  readonly evidenceHash: string;
  /** Why it is not the act of two persons on one evidence; null when it is. */
  readonly fault: string | null;
}

/**
 * The decision an event is, if it is one: an approval, or the second half of a two-person act. Judged by what the
 * events say alone, without the rules: two different persons, the maker never the checker, both on the same evidence.
 */
export function decisionOf(before: Case, event: CaseEvent): TwoPersonAct | undefined {
  const evidence = evidenceHash(before);
  const { seq, type, actor, payload } = event;
  const judged = (maker: string | null, fault: string | null): TwoPersonAct => ({
    seq,
    command: type,
    maker,
    checker: actor.id,
    evidenceHash: evidence,
    fault,
  });
  if (type === 'APPROVE') {
    const maker = before.recommendation?.by ?? null;
    return judged(maker, approvalFault(before, event, evidence));
  }
  const closed = payload.changes.proposals?.find(({ open }) => open === false);
  const proposal = closed && before.proposals.find(({ key, open }) => open && key === closed.key);
  // Any other event that closes a proposal is the second half of it, under whatever name its row gives it.
  if (!proposal || type === 'DECLINE') return undefined;
  if (proposal.by.id === actor.id) return judged(proposal.by.id, 'one person proposed and confirmed it');
  return judged(proposal.by.id, proposal.evidenceHash === evidence ? null : 'it was proposed on other evidence');
}

function approvalFault(
  { recommendation, makers }: Case,
  { actor, payload }: CaseEvent,
  evidence: string,
): string | null {
  if (!recommendation || recommendation.opinion !== 'APPROVE') return 'nobody recommended it';
  if (recommendation.by === actor.id) return 'one person recommended and approved it';
  if (makers.includes(actor.id)) return 'the approver prepared what was approved';
  const named = (payload.fields as FieldsOf<'APPROVE'>).evidenceHash;
  return named === evidence && recommendation.evidenceHash === evidence
    ? null
    : 'it rests on other evidence than the case held';
}
