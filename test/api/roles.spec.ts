import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { CaseDriver, good } from '../support/case.driver.js';
import { send } from '../support/http.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People, type User } from '../support/people.js';

/** One user of each role. */
const ROLE_OF: Partial<Record<User, string>> = {
  intake: 'INTAKE', reviewer: 'REVIEWER', senior: 'SENIOR_REVIEWER', investigator: 'INVESTIGATOR', compliance: 'COMPLIANCE',
  settlement: 'SETTLEMENT_OPS', ops: 'OPS', field: 'FIELD_SERVICE', lead: 'LEAD', auditor: 'AUDITOR', admin: 'ADMIN',
}; // prettier-ignore
const USERS_OF_ROLES = Object.keys(ROLE_OF) as User[];
const STAFF = USERS_OF_ROLES.filter((user) => user !== 'auditor' && user !== 'admin');

interface Route {
  readonly method: string;
  readonly path: string;
  readonly rules: readonly string[];
  readonly isPublic: boolean;
}
interface Operation {
  readonly 'x-roles'?: readonly string[];
  readonly security?: readonly unknown[];
}

let people: People;
let driver: CaseDriver;
let routes: readonly Route[];

beforeAll(async () => {
  people = await peopleOf();
  driver = await CaseDriver.open(people, aNotice());
  type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };
  const { paths } = good(await people.auditor.get<Document>('/openapi.json'));
  routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { 'x-roles': rules = [], security }]) => ({
      method: method.toUpperCase(), path, rules, isPublic: security?.length === 0,
    })),
  ); // prettier-ignore
});

const guarded = (): readonly Route[] =>
  routes.filter(({ isPublic, path }) => !isPublic && !path.startsWith('/partner/'));

/** Calls a route on a real case with an empty body. */
function call({ method, path }: Route, token?: string) {
  const values: Readonly<Record<string, string>> = { id: driver.caseId, code: 'M01', version: '2026-11' };
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? driver.caseId);
  const headers = { 'idempotency-key': randomUUID(), ...(token !== undefined && { authorization: token }) };
  const body = method === 'GET' ? {} : { body: '{}', headers: { ...headers, 'content-type': 'application/json' } };
  return send(people.auditor.url + address, { method, headers, ...body });
}

const isAdmitted = ({ rules }: Route, user: User): boolean =>
  rules.includes(ROLE_OF[user] ?? '') ||
  rules.includes('ANYONE_SIGNED_IN') ||
  (rules.includes('ANY_STAFF') && (STAFF as readonly User[]).includes(user));

describe('every route', () => {
  test('says who may call it; what is open to everybody tells nothing of a case', () => {
    expect(guarded().filter(({ rules }) => rules.length === 0)).toEqual([]);
    const open = routes.filter(({ isPublic }) => isPublic).map(({ path }) => path);
    expect(open.filter((path) => !/^\/(health\/|metrics$|openapi\.json$|asyncapi\.json$|docs)/.test(path))).toEqual([]);
  });

  test('asks for a token and knows a false one', async () => {
    for (const route of guarded()) {
      const named = `${route.method} ${route.path}`;
      const [without, false_] = await Promise.all([call(route), call(route, 'Bearer abc.def.ghi')]);
      expect([named, without.status, without.body.code]).toEqual([named, 401, 'auth.missing']);
      expect([named, false_.status, false_.body.code]).toEqual([named, 401, 'auth.invalid']);
    }
  });

  test.each(USERS_OF_ROLES)('lets %s in or not, as it says', async (user) => {
    for (const route of guarded()) {
      const { status, body } = await call(route, `Bearer ${people[user].token}`);
      const told = `${route.method} ${route.path} for ${user}`;
      if (isAdmitted(route, user))
        expect([told, status, status === 401 || status === 403 || status >= 500]).toEqual([told, status, false]);
      else expect([told, status, body.code]).toEqual([told, 403, 'auth.role']);
    }
  });
});

describe('what the contract says of a mutation holds', () => {
  const EXPECTED: readonly [route: string, users: readonly User[]][] = [
    ['POST /api/v1/notices', ['intake']],
    ['POST /api/v1/cases/{id}/materials/{code}/documents', ['intake']],
    ['POST /api/v1/cases/{id}/clock/advance', STAFF],
    ['POST /api/v1/cases/{id}/commands', STAFF],
    ['POST /audit/v1/cases/{id}/replay', ['auditor']],
  ];
  test.each(EXPECTED)('%s is for %p', (named, users) => {
    const route = routes.find(({ method, path }) => `${method} ${path}` === named);
    expect(route && USERS_OF_ROLES.filter((user) => isAdmitted(route, user))).toEqual(users);
  });

  test('no change of a case is for the auditor or the administrator', () => {
    const changing = guarded().filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/v1/cases'));
    expect(changing.length).toBeGreaterThanOrEqual(3);
    expect(changing.filter((route) => isAdmitted(route, 'auditor') || isAdmitted(route, 'admin'))).toEqual([]);
  });
});

describe('a command is for those the transition table names and for nobody else', () => {
  const COMMANDS: readonly [command: string, users: readonly User[]][] = [
    ['CONFIRM_NOTICE', ['intake']],
    ['CLASSIFY', ['intake']],
    ['SUBMIT', ['intake']],
    ['COMPLETE_OK', ['intake']],
    ['REQUEST_SUPPLEMENT', ['intake', 'reviewer']],
    ['ACCEPT_MATERIAL', ['reviewer', 'investigator']],
    ['WAIVE_MATERIAL', ['reviewer', 'senior']],
    ['RECOMMEND', ['reviewer', 'senior']],
    ['RETURN_TO_FIRST', ['senior']],
    ['COMPLIANCE_SIGN_OFF', ['compliance']],
    ['APPROVE', ['senior']],
    ['REJECT', ['senior']],
    ['EXTEND', ['reviewer', 'investigator']],
    ['START_REINSTATE', ['ops']],
    ['ITEM_RESTORED', ['ops']],
    ['RECORD_CHECKPOINT', ['reviewer']],
    ['REASSIGN', ['lead']],
    ['ADD_NOTE', STAFF],
  ];
  test.each(COMMANDS)('%s: %p', async (command, users) => {
    // A member no command has: whoever is let in fails on it, and the case stays as it is.
    const told = USERS_OF_ROLES.map(async (user) => {
      const { status, body } = await people[user].command(driver.caseId, command, { none: true });
      return [user, status, body.code];
    });
    const expected = USERS_OF_ROLES.map((user) =>
      users.includes(user) ? [user, 400, 'request.invalid'] : [user, 403, 'auth.role'],
    );
    expect(await Promise.all(told)).toEqual(expected);
  });
});
