import type { Case, Neighbour } from './case.js';
import type { NeighbourCase } from './event.js';
import { DAY_MS, plusMs } from './instant.js';
import type { Context } from './rules.js';
import { PRE_DECISION_STATES } from './vocabulary.js';

type Opening = Pick<Case, 'reasons' | 'scope'>;

/** Whether two cases stop the same thing: what stops the merchant stops each of its places. */
function overlap({ scope }: Opening, { items }: NeighbourCase): boolean {
  return scope.some(({ level, place, capability }) =>
    items.some(
      (item) =>
        item.capability === capability && (item.level === 'MERCHANT' || level === 'MERCHANT' || item.place === place),
    ),
  );
}

function proposal(opening: Opening, other: NeighbourCase): Neighbour['propose'] {
  if (other.state === 'FOLLOW_UP') return 'RE_SUSPEND';
  const sameReasons = opening.reasons.every(({ code }) => other.reasonCodes.includes(code));
  return sameReasons || PRE_DECISION_STATES.includes(other.state) ? 'MERGE' : 'LINK';
}

/**
 * What is proposed of other open cases of the same merchant that hold the same places (domain §4.5): to merge where the
 * reasons are the same or nothing is decided there yet, to suspend again what is being followed up, else to keep the link
 * in mind. A person does it, or not.
 */
export const neighboursOf = (
  opening: Opening,
  others: readonly NeighbourCase[],
  { now, rules: { policy } }: Context,
): readonly Neighbour[] =>
  others
    .filter(({ openedAt }) => openedAt >= plusMs(now, -policy.neighbourDays * DAY_MS))
    .filter((other) => overlap(opening, other))
    .map((other) => ({ caseId: other.caseId, propose: proposal(opening, other) }));
