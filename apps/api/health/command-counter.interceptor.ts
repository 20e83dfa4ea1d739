import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { tap, type Observable } from 'rxjs';
import { PERSON_COMMANDS } from '#model';
import { problemOf } from '../problem/problem-of.js';
import { Answer } from '../requests/answer.js';
import { Metrics } from './metrics.js';

/** Commands that have an address of their own. */
const BY_ROUTE: readonly (readonly [end: string, command: string])[] = [
  ['/documents', 'UPLOAD'],
  ['/notices', 'NOTICE_INGESTED'],
  ['/clock/advance', 'ADVANCE_CLOCK'],
  ['/resume', 'RESUME'],
];

/** Counts what became of every command, wherever it came in. */
@Injectable()
export class CommandCounter implements NestInterceptor {
  constructor(private readonly metrics: Metrics) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const command = commandIn(context.switchToHttp().getRequest<FastifyRequest>());
    if (!command) return next.handle();
    return next.handle().pipe(
      tap({
        next: (result) => this.metrics.commandAnswered(command, outcomeOf(result)),
        error: (error: unknown) => this.metrics.commandAnswered(command, problemOf(error).code),
      }),
    );
  }
}

/** Undefined for a request that carries none. */
function commandIn({ method, body, routeOptions: { url = '' } }: FastifyRequest): string | undefined {
  if (method !== 'POST') return undefined;
  const ofRoute = BY_ROUTE.find(([end]) => url.endsWith(end))?.[1];
  if (ofRoute) return ofRoute;
  const command: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'command') : undefined;
  return typeof command === 'string' && Object.hasOwn(PERSON_COMMANDS, command) ? command : undefined;
}

/** A refusal that is kept with its request comes as an {@link Answer}, or already as the text of its problem. */
function outcomeOf(result: unknown): string {
  const body = result instanceof Answer ? result.body : typeof result === 'string' ? parsed(result) : undefined;
  const code: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'code') : undefined;
  return typeof code === 'string' ? code : 'done';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
