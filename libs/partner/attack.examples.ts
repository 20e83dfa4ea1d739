import type { Instant } from '#model';
import { arrived, aSignal, NOW, signersOf } from './partner.examples.js';
import { PROFILES } from './partners.js';
import type { RawRequest } from './request.js';

/** Ways to spoil a message on its way. */
export const withBody = (request: RawRequest, body: string): RawRequest => ({ ...request, body: Buffer.from(body) });

export const bodyText = ({ body }: Pick<RawRequest, 'body'>): string => Buffer.from(body).toString('utf8');

export const headerOf = ({ headers }: RawRequest, name = 'authorization'): string =>
  headers.find(([other]) => other.toLowerCase() === name)![1];

export const withHeader = (
  request: RawRequest,
  change: (value: string) => string,
  name = 'authorization',
): RawRequest => ({
  ...request,
  headers: request.headers.map(([other, value]) => [other, other.toLowerCase() === name ? change(value) : value]),
});

export function inForm(request: RawRequest, change: (form: URLSearchParams) => void): RawRequest {
  const form = new URLSearchParams(bodyText(request));
  change(form);
  return withBody(request, form.toString());
}

export const inJson = (request: RawRequest, changes: Readonly<Record<string, unknown>>): RawRequest =>
  withBody(request, JSON.stringify({ ...(JSON.parse(bodyText(request)) as object), ...changes }));

/** A revocation as the simulator of a profile signs it. */
export const sentBy = (code: string, at: Instant = NOW): RawRequest =>
  arrived(PROFILES[code]!.sign(PROFILES[code]!.fromSignal(aSignal()), signersOf(code), at));
