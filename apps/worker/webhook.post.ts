import { lookup as lookupAll, type LookupAddress } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { addressFault, isAllowedHost, isPublicIp } from '#partner';

const ANSWER_WITHIN_MS = 10_000;

/** An address that must not be called: its spelling, or what its name leads to now. */
export class AddressRefused extends Error {
  constructor(why: string) {
    super(`the address ${why}`);
    this.name = 'AddressRefused';
  }
}

/**
 * Looks a name up once and lets the connection have what was looked at: a name that leads elsewhere a moment later cannot
 * be between. One inside address among several is enough to refuse all.
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookupAll(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return done(error, '', 0);
    const [first] = found;
    if (!first || found.some(({ address }) => !isPublicIp(address)))
      return done(new AddressRefused('leads into an inside network'), '', 0);
    if (options.all) return done(null, found);
    return done(null, first.address, first.family);
  });
};

/** What is sent. */
export interface Posted {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * Posts to a partner's endpoint and gives the status of its answer; redirects are answers like any other, and what the
 * answer holds is not read.
 * @param allowed hosts an operator has named for tests.
 * @throws AddressRefused, or Error when nothing answers in 10 s.
 */
export async function post({ url, headers, body }: Posted, allowed: readonly string[]): Promise<number> {
  const fault = addressFault(url, allowed);
  if (fault !== undefined) throw new AddressRefused(fault);
  const lookup = isAllowedHost(url, allowed) ? undefined : publicLookup;
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const options = {
      method: 'POST',
      headers: { ...headers, 'content-length': String(body.length) },
      agent: false,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      ...(lookup && { lookup }),
    };
    const sent = request(url, options, (response) => {
      const { statusCode = 0 } = response;
      response.destroy();
      resolve(statusCode);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
