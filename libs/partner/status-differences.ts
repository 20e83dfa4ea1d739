import {
  placeKey,
  placeOf,
  spotKey,
  standingOf,
  wholeMerchant,
  type HeldPlace,
  type ListedPlace,
  type Place,
  type Standing,
} from './status-place.js';

/**
 * How a partner's list of stopped places and the record may differ. STOPPED_THERE_ONLY: a case of ours has let the place
 * go; STOPPED_HERE_ONLY: a case holds it and the partner does not; OTHER_CAPABILITY: both stop something at the place,
 * but not the same; STOPPED_WITHOUT_CASE: no case knows the place.
 */
export const DIFFERENCE_KINDS = [
  'STOPPED_THERE_ONLY',
  'STOPPED_HERE_ONLY',
  'OTHER_CAPABILITY',
  'STOPPED_WITHOUT_CASE',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** Who has to explain a difference. */
export const DIFFERENCE_OWNERS = ['PARTNER', 'OPS', 'INTAKE'] as const;
export type DifferenceOwner = (typeof DIFFERENCE_OWNERS)[number];

/** The partner where it did not lift, or did not tell, what it should; we where our record may be wrong. */
export const OWNER_OF: Readonly<Record<DifferenceKind, DifferenceOwner>> = {
  STOPPED_THERE_ONLY: 'PARTNER',
  STOPPED_HERE_ONLY: 'OPS',
  OTHER_CAPABILITY: 'INTAKE',
  STOPPED_WITHOUT_CASE: 'PARTNER',
};

/** What both say of one place; WORKING where neither stops it. */
export interface PlaceVerdict extends Place {
  readonly kind: DifferenceKind | 'AGREED' | 'WORKING';
  /** The case that speaks for the place; null where none does. */
  readonly caseId: string | null;
  /** Null where neither a case of the merchant nor the line names one. */
  readonly institutionCode: string | null;
}

/** Of several cases at one place the one that stops it speaks, then the one whose act is on its way. */
const WEIGHT: Readonly<Record<Standing, number>> = { STOPPED: 2, EITHER: 1, LIFTED: 0 };

interface Known {
  readonly held: HeldPlace;
  readonly standing: Standing;
}

function knownOf(ours: readonly HeldPlace[]): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const held of ours) {
    const standing = standingOf(held);
    const before = known.get(placeKey(held));
    if (standing && !(before && WEIGHT[before.standing] >= WEIGHT[standing])) {
      known.set(placeKey(held), { held, standing });
    }
  }
  return known;
}

/** A partner's list and our cases, by place. */
interface Sides {
  readonly listed: ReadonlyMap<string, ListedPlace>;
  readonly known: ReadonlyMap<string, Known>;
}

/** A stop of the whole merchant stops the same capability at each of its places. */
const stoppedThere = ({ listed }: Sides, place: Place): boolean =>
  [place, wholeMerchant(place)].some((one) => listed.has(placeKey(one)));
const stoppedHere = ({ known }: Sides, place: Place): boolean =>
  [place, wholeMerchant(place)].some((one) => known.get(placeKey(one))?.standing === 'STOPPED');

/** Where each side stops something, whichever capability: ours, and of theirs what no case of ours knows. */
function spotsOf(sides: Sides): { readonly ours: ReadonlySet<string>; readonly theirs: ReadonlySet<string> } {
  const stopped = [...sides.known.values()].filter(({ standing }) => standing === 'STOPPED');
  const unknown = [...sides.listed.values()]
    .map(placeOf)
    .filter((place) => !sides.known.has(placeKey(place)) && !stoppedHere(sides, place));
  return { ours: new Set(stopped.map(({ held }) => spotKey(held))), theirs: new Set(unknown.map(spotKey)) };
}

function kindOf(place: Place, sides: Sides, spots: ReturnType<typeof spotsOf>): PlaceVerdict['kind'] {
  const [here, there] = [stoppedHere(sides, place), stoppedThere(sides, place)];
  if (here && there) return 'AGREED';
  if (here) return spots.theirs.has(spotKey(place)) ? 'OTHER_CAPABILITY' : 'STOPPED_HERE_ONLY';
  if (!there) return 'WORKING';
  const standing = sides.known.get(placeKey(place))?.standing;
  if (standing) return standing === 'EITHER' ? 'AGREED' : 'STOPPED_THERE_ONLY';
  return spots.ours.has(spotKey(place)) ? 'OTHER_CAPABILITY' : 'STOPPED_WITHOUT_CASE';
}

/**
 * Compares a partner's list with the places in our cases: one verdict for each place either names, in the order of the
 * list, then of the cases.
 */
export function comparePlaces(theirs: readonly ListedPlace[], ours: readonly HeldPlace[]): readonly PlaceVerdict[] {
  const sides: Sides = {
    listed: new Map(theirs.map((line) => [placeKey(placeOf(line)), line])),
    known: knownOf(ours),
  };
  const spots = spotsOf(sides);
  const institutions = new Map(ours.map(({ merchantNo, institutionCode }) => [merchantNo, institutionCode]));
  const places = [...theirs.map(placeOf), ...[...sides.known.values()].map(({ held }) => held)];
  return [...new Map(places.map((place) => [placeKey(place), place]))].map(([key, { merchantNo, itemId }]) => {
    const held = sides.known.get(key)?.held;
    const said = held?.institutionCode ?? sides.listed.get(key)?.institutionCode;
    return {
      merchantNo,
      itemId,
      kind: kindOf({ merchantNo, itemId }, sides, spots),
      caseId: held?.caseId ?? null,
      institutionCode: said ?? institutions.get(merchantNo) ?? null,
    };
  });
}
