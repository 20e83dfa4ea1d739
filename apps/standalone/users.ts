/** Grant type of the token endpoint that names a standalone user by `username` and asks for no password. */
export const STANDALONE_USER_GRANT = 'urn:reinstate:standalone-user';

/** The one client that may use {@link STANDALONE_USER_GRANT}; its secret lies in the data folder. */
export const TOKEN_CLIENT_ID = 'reinstate-standalone';

/** One person of the standalone stack, as the claims of their tokens tell (contract of HTTP, "Identity"). */
export interface StandaloneUser {
  /** Stable person id; four-eyes rules compare it. */
  readonly sub: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** `*` is every institution. */
  readonly institutions: readonly string[];
  /** May open sandbox cases and turn their clocks. */
  readonly sandbox: boolean;
}

const PEOPLE = {
  intake: ['INTAKE', '受理员 Intake'],
  intake2: ['INTAKE', '受理员 Intake 2'],
  reviewer: ['REVIEWER', '初审员 Reviewer'],
  reviewer2: ['REVIEWER', '初审员 Reviewer 2'],
  senior: ['SENIOR_REVIEWER', '复核员 Senior reviewer'],
  senior2: ['SENIOR_REVIEWER', '复核员 Senior reviewer 2'],
  investigator: ['INVESTIGATOR', '风控调查员 Investigator'],
  compliance: ['COMPLIANCE', '合规专员 Compliance'],
  settlement: ['SETTLEMENT_OPS', '清结算专员 Settlement'],
  ops: ['OPS', '运维 Operations'],
  field: ['FIELD_SERVICE', '装维 Field service'],
  lead: ['LEAD', '主管 Lead'],
  auditor: ['AUDITOR', '审计员 Auditor'],
  admin: ['ADMIN', '管理员 Administrator'],
} as const;

/** The people of the standalone stack by user name: one per role, a second where two different persons are asked for. */
export const STANDALONE_USERS: ReadonlyMap<string, StandaloneUser> = new Map(
  Object.entries(PEOPLE).map(([username, [role, name]]) => [
    username,
    { sub: `person:${username}`, name, roles: [role], institutions: ['*'], sandbox: true },
  ]),
);

/** The person behind a token's subject. */
export function userOf(sub: string): StandaloneUser | undefined {
  return STANDALONE_USERS.get(sub.replace(/^person:/, ''));
}
