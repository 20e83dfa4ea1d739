import type { Instant } from '#model';

/** As what a merchant is a partner's. */
export const RELATIONS = ['ACQUIRER', 'SERVICER', 'CHANNEL'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Which merchants are a partner's, from when until when. */
export interface Ownership {
  readonly partner: string;
  /** Institution code, or `*` for every one. */
  readonly institution: string;
  /** A merchant number, the beginning of one, or `*` for every merchant. */
  readonly merchants: string;
  readonly relation: Relation;
  readonly from: Instant;
  /** It no longer holds from here on; null while it lasts. */
  readonly until: Instant | null;
}

const covers = (pattern: string, value: string): boolean => pattern === '*' || value.startsWith(pattern);

/**
 * Whether a merchant is a partner's at an instant. Where the institution is known, a relation that names another one
 * does not count. What is not a partner's does not exist for it: 404 everywhere (api.md §4).
 */
export const ownsMerchant = (
  relations: readonly Ownership[],
  partner: string,
  merchantNo: string,
  at: Instant,
  institutionCode?: string,
): boolean =>
  relations.some(
    (relation) =>
      relation.partner === partner &&
      covers(relation.merchants, merchantNo) &&
      (relation.institution === '*' || institutionCode === undefined || relation.institution === institutionCode) &&
      relation.from <= at &&
      (relation.until === null || at < relation.until),
  );

/** Since when the first relations hold: before anything was recorded. */
const EVER: Instant = '2000-01-01T00:00:00.000Z';

/** Acquirer codes at the head of merchant numbers (domain §1.4), seeded (api.md §4). */
const SEEDED: readonly (readonly [partner: string, merchants: string, relation: Relation])[] = [
  ['unionpay', '*', 'CHANNEL'],
  ['lakala', '822', 'ACQUIRER'],
  ['allinpay', '821', 'ACQUIRER'],
  ['shengpay', '820', 'ACQUIRER'],
  ['ums', '802', 'ACQUIRER'],
  ['ums', '806', 'ACQUIRER'],
  ['ums', '898', 'ACQUIRER'],
];

export const OWNERSHIP_SEEDS: readonly Ownership[] = SEEDED.map(([partner, merchants, relation]) => ({
  partner,
  institution: '*',
  merchants,
  relation,
  from: EVER,
  until: null,
}));
