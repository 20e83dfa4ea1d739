import type { FastifyInstance, FastifyReply } from 'fastify';
import { PROBLEM_TYPE } from '../problem/problem.filter.js';

/** The outcome of a mutation as it is kept and sent: the first time and every time after. */
export class Answer {
  constructor(
    readonly status: number,
    readonly body: unknown,
    /** It was given before and is only said again. */
    readonly replayed = false,
  ) {}

  get isProblem(): boolean {
    return this.status >= 400;
  }
}

/** Header of an answer that was given before. */
export const REPLAYED_HEADER = 'idempotency-replayed';

/** Sends an {@link Answer} of a route with its own status; anything else a route gives goes out as it is. */
export function sendAnswers(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (_request, reply, payload, done) => {
    done(null, payload instanceof Answer ? send(reply, payload) : payload);
  });
}

function send(reply: FastifyReply, { status, body, replayed, isProblem }: Answer): unknown {
  void reply.status(status);
  if (replayed) void reply.header(REPLAYED_HEADER, 'true');
  if (isProblem) {
    void reply.type(PROBLEM_TYPE);
    reply.problemCode = (body as { readonly code: string }).code;
  }
  return body;
}
