import { applyDecorators, createParamDecorator, Injectable, SetMetadata, UseGuards } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { claimedPartner, headerLines, isRefused, verifyPlain, type RawRequest } from '#partner';
import { Access } from '../auth/access.js';
import { RateLimits } from '../auth/rate.limits.js';
import { Problem } from '../problem/problem.js';
import { callerFor, type PartnerIdentity } from './partner.identity.js';
import { PartnerKeys } from './partner.keys.js';
import { signatureProblem } from './signature.problem.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Which partner is calling; set by the guard on every route of the plain partner API. */
    partner?: PartnerIdentity;
    /** Not used up yet, on routes that {@link KeepsNonce}. */
    nonce?: string | undefined;
  }
}

/** One HTTP request as its sender signed it. */
export function rawRequestOf(request: FastifyRequest): RawRequest {
  const { method = '', url = '', rawHeaders } = request.raw;
  const body = request.signedBytes ?? (Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
  return { method, path: url, headers: headerLines(rawHeaders), body };
}

/** Lets a request through that a partner has signed, each once (api.md §4). */
@Injectable()
export class PartnerGuard implements CanActivate {
  constructor(
    private readonly keys: PartnerKeys,
    private readonly limits: RateLimits,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const raw = rawRequestOf(request);
    const claimed = claimedPartner(raw);
    const keys = claimed === undefined ? [] : await this.keys.of(claimed);
    const now = new Date().toISOString();
    const verified = verifyPlain(raw, keys, now);
    if (isRefused(verified)) throw signatureProblem(request, verified);
    const { partner: code, nonce } = verified;
    await this.limits.partner.spend(code);
    const isKept = this.reflector.get<true | undefined>(NONCE_KEPT, context.getHandler());
    if (isKept) request.nonce = nonce;
    else if (nonce !== undefined) await this.keys.useNonce(code, nonce);
    const partner = await this.keys.identityOf(code);
    if (!partner) throw new Problem('signature.invalid', { detail: 'The partner of this key is not registered.' });
    request.partner = partner;
    request.caller = callerFor(partner);
    return true;
  }
}

/** Marks routes that partners call with a signature of the plain API. */
export const BySignature = (): ClassDecorator & MethodDecorator =>
  applyDecorators(Access('PARTNER'), UseGuards(PartnerGuard));

const NONCE_KEPT = 'reinstate:nonce-kept';

/** The route uses the nonce of a request up itself, in the statement that keeps what the request says. */
export const KeepsNonce = (): MethodDecorator => SetMetadata(NONCE_KEPT, true);

/** Which partner is calling. */
export type Partner = PartnerIdentity;

/** Gives a route's method the {@link PartnerIdentity}. */
export const Partner = createParamDecorator((_: unknown, context: ExecutionContext): PartnerIdentity => {
  const { partner } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!partner) throw new Error('a route without @BySignature has no partner');
  return partner;
});
