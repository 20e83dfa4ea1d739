import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { throwError, timeout, type Observable } from 'rxjs';
import { dependencyUnavailable } from '../problem/problem.js';

/** Reads are answered within 2 s, all else within 5 s (reliability P5); the rest is for the way back. */
const READ_MS = 1_900;
const CHANGE_MS = 4_900;

/** Routes with a limit: files and lists take as long as the caller's line; replays and exports as long as the case is. */
const HURRIED = /^\/api\/v1\/(?!.*\/documents|documents\/|notices\/batch(?:\?|$)|notices\/batches\/[^/]+\/file)/;

/** The last fence: whatever a request waits for, its caller gets an answer in time. */
@Injectable()
export class DeadlineInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, url } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!HURRIED.test(url)) return next.handle();
    const tooLate = (): Observable<never> => throwError(() => dependencyUnavailable('A part the service depends on'));
    return next.handle().pipe(timeout({ first: method === 'GET' ? READ_MS : CHANGE_MS, with: tooLate }));
  }
}
