import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Problem } from './problem.js';
import { loggedError, problemOf } from './problem-of.js';

declare module 'fastify' {
  interface FastifyReply {
    /** Code of the problem it answers with; undefined where it is none. */
    problemCode?: string;
  }
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** Answers with a problem, as `application/problem+json`. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  reply.problemCode = problem.code;
  return reply.status(problem.status).headers(problem.headers).type(PROBLEM_TYPE).send(JSON.stringify(problem.body()));
}

/** Turns every error of every route into a problem. What is not known is logged with the request's id and not told. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status === 500) request.log.error(loggedError(error), 'a request failed');
    if (problem.status === 503) request.log.warn(loggedError(error), 'a dependency is away');
    if (reply.raw.headersSent) reply.raw.destroy();
    else void sendProblem(reply, problem);
  }
}
