import { evidenceHash, evolve, POLICIES, type Case, type CaseEvent, type Instant } from '#model';
import { decisionOf, type TwoPersonAct } from './four-eyes.js';

/** A decision of a case with the proof of its two persons, or why there is none. */
export interface ProvenDecision extends TwoPersonAct {
  readonly caseId: string;
  readonly at: Instant;
}

/** Whether the table has two persons do what the event did, whichever of its rows it went by. */
function takesTwo({ type, actor, payload, policyVersion }: CaseEvent): boolean {
  const rows = (POLICIES[policyVersion]?.transitions ?? []).filter(
    ({ id, command, event = command, by }) => id === payload.row && event === type && by.includes(actor.role),
  );
  return rows.length > 0 && rows.every(({ twoPersons }) => twoPersons !== undefined);
}

/** An act that takes two persons and closed no proposal: one person did it alone. */
const doneAlone = (before: Case, event: CaseEvent): TwoPersonAct | undefined =>
  takesTwo(event)
    ? {
        seq: event.seq,
        command: event.type,
        maker: null,
        checker: event.actor.id,
        evidenceHash: evidenceHash(before),
        fault: 'nobody proposed it',
      }
    : undefined;

/**
 * Every decision of a case, each held against what the case was before it: approvals, and everything the table has two
 * persons do.
 * @param events a whole life, oldest first.
 * @throws RangeError when the events have a gap.
 */
export function decisionsOf(events: readonly CaseEvent[]): readonly ProvenDecision[] {
  let before: Case | undefined;
  return events.flatMap((event) => {
    const { caseId, at } = event;
    const act = before && (decisionOf(before, event) ?? doneAlone(before, event));
    before = evolve(before, event);
    return act ? [{ caseId, at, ...act }] : [];
  });
}
