import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problem/problem.js';
import { RoleRefusals } from '../requests/role.refusals.js';
import { ACCESS, admits, type AccessRule } from './access.js';
import type { CallerIdentity } from './caller.js';
import { RateLimits } from './rate.limits.js';
import { TokenVerifier } from './token.verifier.js';

const BEARER = /^Bearer +([\w.~+/-]+=*) *$/i;
const isBearer = ({ headers }: FastifyRequest): boolean => /^Bearer /i.test(headers.authorization ?? '');

/** Lets a request through to the callers its route names, after verifying their token. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
    private readonly refusals: RoleRefusals,
    private readonly limits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rules = this.reflector.getAllAndOverride<readonly AccessRule[] | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (rules?.includes('PUBLIC')) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    // A partner's signature is looked at by the guard that goes with the rule; a person is known, and is no partner.
    if (rules?.includes('PARTNER') && !isBearer(request)) return true;
    const caller = await this.callerOf(request);
    await this.limits.person.spend(caller.id);
    if (!rules || !admits(rules, caller.roles)) throw await this.refused(request, caller, rules ?? []);
    request.caller = caller;
    return true;
  }

  private async callerOf({ headers: { authorization } }: FastifyRequest): Promise<CallerIdentity> {
    if (!authorization) {
      const detail = 'Send the header Authorization: Bearer <token>.';
      throw new Problem('auth.missing', { detail, headers: { 'www-authenticate': 'Bearer' } });
    }
    const token = BEARER.exec(authorization)?.[1];
    if (token) return this.tokens.verify(token);
    const detail = 'The Authorization header must read: Bearer <token>.';
    throw new Problem('auth.invalid', { detail, headers: { 'www-authenticate': 'Bearer' } });
  }

  private async refused(
    request: FastifyRequest,
    caller: CallerIdentity,
    rules: readonly AccessRule[],
  ): Promise<Problem> {
    await this.refusals.record(request, caller);
    const wanted = (words: string): string =>
      rules.map((rule) => (rule === 'ANY_STAFF' ? words : rule)).join(' / ') || '-';
    const held = caller.roles.join(' / ') || '-';
    return new Problem('auth.role', {
      detail: `This needs the role ${wanted('any of staff')}; yours is ${held}.`,
      detailZh: `需要岗位 ${wanted('任一业务岗')},您的岗位为 ${held}。`,
    });
  }
}
