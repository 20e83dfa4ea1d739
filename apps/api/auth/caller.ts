import { STAFF_ROLES, type Role, type StaffRole } from '#model';

/** Roles a person may hold; all others belong to systems and never come in a token. */
export const PERSON_ROLES = [...STAFF_ROLES, 'AUDITOR', 'ADMIN'] as const satisfies readonly Role[];
export type PersonRole = (typeof PERSON_ROLES)[number];

/** Who is calling, as the token or the signature says. */
export interface CallerIdentity {
  /** Stable person id (`sub`), or `partner:<code>`; four eyes are told apart by it. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Institution codes; `*` is every institution. */
  readonly institutions: readonly string[];
  /** May open sandbox cases. */
  readonly sandbox: boolean;
}

const isPersonRole = (role: unknown): role is PersonRole => PERSON_ROLES.some((known) => known === role);
const isStaffRole = (role: Role): role is StaffRole => STAFF_ROLES.some((known) => known === role);

/** Whether the caller may see what belongs to an institution. */
export const seesInstitution = ({ institutions }: CallerIdentity, institutionCode: string): boolean =>
  institutions.includes('*') || institutions.includes(institutionCode);

/** Institutions a list is narrowed to; `*` is all of them. */
export const institutionsOf = ({ institutions }: CallerIdentity): readonly string[] | '*' =>
  institutions.includes('*') ? '*' : institutions;

export const staffRolesOf = ({ roles }: CallerIdentity): readonly StaffRole[] => roles.filter(isStaffRole);

const texts = (claim: unknown): readonly string[] =>
  Array.isArray(claim) ? claim.filter((value): value is string => typeof value === 'string') : [];

/** Reads the claims of a verified token. Roles that no person can hold are dropped. */
export function callerOf(claims: Readonly<Record<string, unknown>> & { readonly sub: string }): CallerIdentity {
  return {
    id: claims.sub,
    name: typeof claims['name'] === 'string' ? claims['name'] : claims.sub,
    roles: texts(claims['roles']).filter(isPersonRole),
    institutions: texts(claims['institutions']),
    sandbox: claims['sandbox'] === true,
  };
}
