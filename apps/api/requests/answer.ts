import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

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

/** Sends an {@link Answer} with its own status; anything else a route gives goes out as it is. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map((result: unknown) => (result instanceof Answer ? send(reply, result) : result)));
  }
}

function send(reply: FastifyReply, { status, body, replayed, isProblem }: Answer): unknown {
  void reply.status(status);
  if (replayed) void reply.header(REPLAYED_HEADER, 'true');
  if (!isProblem) return body;
  void reply.type('application/problem+json; charset=utf-8');
  return JSON.stringify(body);
}
