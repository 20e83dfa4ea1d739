import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { STAFF_ROLES, type Role } from '#model';
import type { CallerIdentity, PersonRole } from './caller.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is calling; set by the guard on every route that is not public. */
    caller?: CallerIdentity;
  }
}

/** Metadata key of {@link Access}; a route without it is refused to everyone. */
export const ACCESS = 'reinstate:access';

/** Who may call a route: roles, every staff role, everyone with a valid token, a partner by its signature, or anyone at all. */
export type AccessRule = PersonRole | 'ANY_STAFF' | 'ANYONE_SIGNED_IN' | 'PARTNER' | 'PUBLIC';

/** Says who may call a route. Every route carries it. */
export const Access = (...rules: readonly [AccessRule, ...AccessRule[]]): MethodDecorator & ClassDecorator =>
  SetMetadata(ACCESS, rules);

/** Whether one of the rules lets a signed-in caller through. */
export const admits = (rules: readonly AccessRule[], roles: readonly Role[]): boolean =>
  rules.some(
    (rule) =>
      rule === 'PUBLIC' ||
      rule === 'ANYONE_SIGNED_IN' ||
      (rule === 'ANY_STAFF' ? STAFF_ROLES.some((role) => roles.includes(role)) : roles.includes(rule)),
  );

/** Who is calling. */
export type Caller = CallerIdentity;

/** Gives a route's method the {@link CallerIdentity}. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): CallerIdentity => {
  const { caller } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!caller) throw new Error('a public route has no caller');
  return caller;
});
