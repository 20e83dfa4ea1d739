import type { Case, Hold } from './case.js';
import type { Instant } from './instant.js';

const openHolds = ({ holds }: Case): readonly Hold[] => holds.filter(({ open }) => open);

/**
 * The hold a release speaks of: the one of that document, or the only one there is, for an authority's release may
 * carry a number of its own. Undefined where it could be any of several.
 */
export function releasedHold(current: Case, document: string): Hold | undefined {
  const open = openHolds(current);
  return open.find((hold) => hold.document === document) ?? (open.length === 1 ? open[0] : undefined);
}

/** Whether others would still hold the case. */
export const heldByOthers = (current: Case): boolean => openHolds(current).length > 1;

/** When the first of the open holds ends by its own words; null where none says. */
export const holdsEndAt = (holds: readonly Hold[]): Instant | null =>
  holds
    .flatMap(({ open, until }) => (open && until !== null ? [until] : []))
    .sort()
    .at(0) ?? null;
