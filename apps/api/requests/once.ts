import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { hashOf } from '#model';
import type { CallerIdentity } from '../auth/caller.js';
import { invalidRequest, Problem } from '../problem/problem.js';

/** A mutation that must happen once however often it is sent: who, under which key, and what exactly. */
export interface OnceRequest {
  readonly caller: CallerIdentity;
  /** The Idempotency-Key; a caller's own, so two callers may use the same. */
  readonly key: string;
  /** Method and path, as they came. */
  readonly route: string;
  /** SHA-256 over route and body, hex. */
  readonly bodyHash: string;
}

const KEY = /^[\x21-\x7e]{1,255}$/;

/** The same value with fractions written out, for canonical text has whole numbers only. */
function withoutFractions(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return `number ${value}`;
  if (Array.isArray(value)) return value.map(withoutFractions);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutFractions(member)]));
}

/** Hash of what a request asks for; of a body that is no JSON the caller gives what stands for it. */
export function requestHash(route: string, body: unknown): string {
  try {
    return hashOf(withoutFractions({ route, body: body ?? null }));
  } catch (error) {
    if (error instanceof RangeError) throw invalidRequest([{ pointer: '', message: 'is nested too deep' }]);
    throw error;
  }
}

/** The Idempotency-Key of a request. */
function keyOf({ headers }: FastifyRequest, otherwise?: string): string {
  const key = headers['idempotency-key'];
  if (key === undefined || key === '') {
    if (otherwise !== undefined) return otherwise;
    throw new Problem('idempotency.missing', {
      detail:
        'Send the header Idempotency-Key with a value of your own, 1 to 255 visible characters, new for each new request.',
      detailZh: '请在请求头 Idempotency-Key 中提供 1 至 255 个可见字符的唯一值。',
    });
  }
  if (typeof key === 'string' && KEY.test(key)) return key;
  throw invalidRequest([
    { pointer: '', message: 'the header Idempotency-Key must be 1 to 255 visible ASCII characters' },
  ]);
}

/**
 * Gives a route's method the {@link OnceRequest} of a mutation.
 * @throws Problem `idempotency.missing`.
 */
export const Once = createParamDecorator((_: unknown, context: ExecutionContext): OnceRequest =>
  onceOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/**
 * The {@link OnceRequest} of a mutation.
 * @param otherwise the key where none was sent; by default there must be one.
 * @throws Problem `idempotency.missing`.
 */
export function onceOf(request: FastifyRequest, otherwise?: string): OnceRequest {
  if (!request.caller) throw new Error('a public route has no idempotent requests');
  const route = `${request.method} ${request.url}`;
  const { caller, body } = request;
  return {
    caller,
    key: keyOf(request, otherwise),
    route,
    // Made when it is needed: by then the body was checked, and what is wrong with it was said better.
    get bodyHash() {
      return requestHash(route, body);
    },
  };
}
