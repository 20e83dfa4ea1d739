import { Inject, Injectable } from '@nestjs/common';
import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Config } from '#config';
import { dependencyUnavailable, Problem } from '../problem/problem.js';
import { CONFIG } from '../settings.js';
import { callerOf, type CallerIdentity } from './caller.js';

const ALGORITHMS = ['RS256', 'ES256', 'EdDSA'];
const CLOCK_TOLERANCE_SECONDS = 5;
const PROVIDER_TIMEOUT_MS = 900;
/** A token that was good a moment ago is not worked through again; a key the provider takes back counts after so long. */
const GOOD_FOR_MS = 30_000;
const MOST_KEPT = 1_000;

const discovered = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Verifies bearer tokens of the one OpenID provider this process trusts. */
@Injectable()
export class TokenVerifier {
  private keys: Promise<JWTVerifyGetKey> | undefined;
  private readonly verified = new Map<string, { readonly caller: CallerIdentity; readonly untilMs: number }>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * The caller a token names.
   * @throws Problem `auth.invalid` for a token that is not good, `dependency.unavailable` when the provider is away.
   */
  async verify(token: string): Promise<CallerIdentity> {
    const known = this.verified.get(token);
    if (known && Date.now() < known.untilMs) return known.caller;
    const { caller, expiresMs } = await this.examined(token);
    if (this.verified.size >= MOST_KEPT) this.verified.clear();
    this.verified.set(token, { caller, untilMs: Math.min(expiresMs, Date.now() + GOOD_FOR_MS) });
    return caller;
  }

  private async examined(token: string): Promise<{ readonly caller: CallerIdentity; readonly expiresMs: number }> {
    const keys = await this.providerKeys();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: this.config.OIDC_ISSUER,
        audience: this.config.OIDC_AUDIENCE,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['sub', 'exp'],
      });
      return { caller: callerOf({ ...payload, sub: payload.sub ?? '' }), expiresMs: (payload.exp ?? 0) * 1_000 };
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Found once and kept; asked for again after a failure. jose itself renews the keys behind it. */
  private providerKeys(): Promise<JWTVerifyGetKey> {
    this.keys ??= this.discover().catch((error: unknown) => {
      this.keys = undefined;
      throw error;
    });
    return this.keys;
  }

  private async discover(): Promise<JWTVerifyGetKey> {
    const issuer = this.config.OIDC_ISSUER;
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(PROVIDER_TIMEOUT_MS) })
      .then((response) => response.json())
      .catch(() => undefined);
    const metadata = discovered.safeParse(answer);
    if (!metadata.success || metadata.data.issuer !== issuer) throw providerAway();
    return createRemoteJWKSet(new URL(metadata.data.jwks_uri), { timeoutDuration: PROVIDER_TIMEOUT_MS });
  }
}

const providerAway = (): Problem => dependencyUnavailable('The OpenID provider');

function refusalOf(error: unknown): Problem {
  // A key set that cannot be fetched says nothing about the token.
  const away =
    !(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout || error.code === 'ERR_JOSE_GENERIC';
  if (away) return providerAway();
  const detail =
    error instanceof errors.JWTExpired
      ? 'The token has expired. Sign in again.'
      : 'The token is not from the trusted provider, not for this service, or damaged. Sign in again.';
  return new Problem('auth.invalid', { detail, headers: { 'www-authenticate': 'Bearer error="invalid_token"' } });
}
