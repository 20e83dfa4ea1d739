import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importJWK, SignJWT, type JWK } from 'jose';
import { tokenOf } from '../../apps/cli/token.js';
import { readStandalone, type StandaloneFile } from '../../apps/standalone/standalone-file.js';
import { Caller } from './http.js';

/** The standalone users of the HTTP contract, "Identity". */
export const USERS = [
  'intake', 'intake2', 'reviewer', 'reviewer2', 'senior', 'senior2', 'investigator', 'compliance', 'settlement', 'ops',
  'field', 'lead', 'auditor', 'admin',
] as const; // prettier-ignore
export type User = (typeof USERS)[number];

/** Everybody of the standalone stack, each with a token of their own. */
export type People = Readonly<Record<User, Caller>>;

/** The data folder of the stack the server tests run against. */
export const stackHome = (): string => process.env['REINSTATE_HOME'] ?? '';

/** How to reach the stack of a data folder. */
export function stackOf(home: string = stackHome()): StandaloneFile {
  const running = readStandalone(home);
  if (!running) throw new Error(`no stack runs on ${home}`);
  return running;
}

/** All users of the stack of a data folder. */
export async function peopleOf(home: string = stackHome()): Promise<People> {
  const { url } = stackOf(home);
  const everybody = USERS.map(async (user) => [user, new Caller(url, await tokenOf(user, home))] as const);
  return Object.fromEntries(await Promise.all(everybody)) as People;
}

/** Claims of a token; what is left out is what a good token of the stack has. */
export interface Claims {
  readonly sub?: string;
  readonly roles?: readonly string[];
  readonly institutions?: readonly string[];
  readonly audience?: string;
  readonly issuer?: string;
  /** Whether sandbox cases may be opened. */
  readonly sandbox?: boolean;
  /** Seconds from now; negative for one that is over. */
  readonly expiresIn?: number;
}

/** A caller the stack has no user for, with a token signed by its provider's own key. */
export async function callerWith(claims: Claims, home: string = stackHome()): Promise<Caller> {
  const { url, oidcIssuer } = stackOf(home);
  const secrets = JSON.parse(await readFile(join(home, 'secrets.json'), 'utf8')) as { signingKey: JWK };
  const { sub = `person:${randomUUID()}`, roles = [], institutions = ['*'], sandbox = true, expiresIn = 600 } = claims;
  const token = await new SignJWT({ roles, institutions, sandbox })
    .setProtectedHeader({ alg: 'RS256', ...(secrets.signingKey.kid && { kid: secrets.signingKey.kid }) })
    .setSubject(sub)
    .setIssuer(claims.issuer ?? oidcIssuer)
    .setAudience(claims.audience ?? 'reinstate')
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
    .sign(await importJWK(secrets.signingKey, 'RS256'));
  return new Caller(url, token);
}
