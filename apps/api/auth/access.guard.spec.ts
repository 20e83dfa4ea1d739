import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from '../problem/problem.js';
import type { RoleRefusals } from '../requests/role.refusals.js';
import { AccessGuard } from './access.guard.js';
import { Access, admits, type AccessRule } from './access.js';
import { callerOf, institutionsOf, seesInstitution } from './caller.js';
import type { RateLimits } from './rate.limits.js';
import type { TokenVerifier } from './token.verifier.js';

const verify = jest.fn<TokenVerifier['verify']>();
const record = jest.fn<RoleRefusals['record']>();
const spend = jest.fn<RateLimits['person']['spend']>();
const guard = new AccessGuard(
  new Reflector(),
  { verify } as unknown as TokenVerifier,
  { record } as unknown as RoleRefusals,
  { person: { spend } } as unknown as RateLimits,
);

class Routes {
  @Access('PUBLIC') open(): void {}
  @Access('ANY_STAFF') staff(): void {}
  @Access('AUDITOR') audit(): void {}
  @Access('PARTNER') partner(): void {}
  undeclared(): void {}
}

const asked = (route: keyof Routes, authorization?: string) => {
  const request: Record<string, unknown> = { headers: { authorization }, method: 'POST' };
  const context = {
    getHandler: () => Reflect.get(Routes.prototype, route) as unknown,
    getClass: () => Routes,
    switchToHttp: () => ({ getRequest: () => request }),
  };
  return { request, answer: guard.canActivate(context as unknown as ExecutionContext) };
};
const senior = callerOf({
  sub: 'person:senior',
  roles: ['SENIOR_REVIEWER', 'SYSTEM', 7],
  institutions: ['48222900'],
  sandbox: 'yes',
});

beforeEach(() => {
  jest.resetAllMocks();
  verify.mockResolvedValue(senior);
});

describe('a route', () => {
  test('that is public asks for nothing', async () => {
    await expect(asked('open').answer).resolves.toBe(true);
    expect(verify).not.toHaveBeenCalled();
  });

  test('lets a role through and knows who it was', async () => {
    const { request, answer } = asked('staff', 'Bearer token');
    await expect(answer).resolves.toBe(true);
    expect(request['caller']).toBe(senior);
  });

  test.each([
    ['without a token', undefined, 'auth.missing'],
    ['with another scheme', 'Basic abc', 'auth.invalid'],
    ['with two tokens', 'Bearer a b', 'auth.invalid'],
  ])('is closed to a request %s', async (_, authorization, code) => {
    await expect(asked('staff', authorization).answer).rejects.toMatchObject({ status: 401, code });
  });

  test('is closed to other roles, and the refusal is recorded', async () => {
    await expect(asked('audit', 'Bearer token').answer).rejects.toMatchObject({ status: 403, code: 'auth.role' });
    expect(record).toHaveBeenCalledTimes(1);
  });

  test('of partners leaves a signature to be looked at', async () => {
    for (const authorization of [undefined, 'REINSTATE-SHA256withRSA partner=lakala', 'Basic abc'])
      await expect(asked('partner', authorization).answer).resolves.toBe(true);
    expect(verify).not.toHaveBeenCalled();
  });

  test('of partners is closed to every person, and a token that is not good tells nothing', async () => {
    await expect(asked('partner', 'bearer token').answer).rejects.toMatchObject({ status: 403, code: 'auth.role' });
    verify.mockRejectedValue(new Problem('auth.invalid'));
    await expect(asked('partner', 'Bearer other').answer).rejects.toMatchObject({ status: 401, code: 'auth.invalid' });
  });

  test('that says nothing is closed to everyone', async () => {
    await expect(asked('undeclared', 'Bearer token').answer).rejects.toMatchObject({ status: 403, code: 'auth.role' });
  });
});

describe('a caller', () => {
  test('holds only roles a person can hold, and no more than the token says', () => {
    expect(senior).toEqual({
      id: 'person:senior',
      name: 'person:senior',
      roles: ['SENIOR_REVIEWER'],
      institutions: ['48222900'],
      sandbox: false,
    });
  });

  test('sees the institutions of the token', () => {
    expect(seesInstitution(senior, '48222900')).toBe(true);
    expect(seesInstitution(senior, '48211000')).toBe(false);
    expect(institutionsOf(callerOf({ sub: 'x', institutions: ['*'] }))).toBe('*');
  });

  test.each<[AccessRule, boolean, boolean, boolean]>([
    ['PUBLIC', true, true, true],
    ['ANYONE_SIGNED_IN', true, true, true],
    ['ANY_STAFF', true, false, false],
    ['AUDITOR', false, true, false],
    ['LEAD', true, false, false],
  ])('of %s: LEAD %s, AUDITOR %s, without a role %s', (rule, lead, auditor, nobody) => {
    expect([admits([rule], ['LEAD']), admits([rule], ['AUDITOR']), admits([rule], [])]).toEqual([
      lead,
      auditor,
      nobody,
    ]);
  });
});
