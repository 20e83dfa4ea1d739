import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { dependencyUnavailable } from '../problem/problem.js';
import { sendProblem } from '../problem/problem.filter.js';

/** Reads are answered within 2 s, all else within 5 s (reliability P5); the rest is for the way back. */
const READ_MS = 1_900;
const CHANGE_MS = 4_900;

/** Routes with a limit: files and lists take as long as the caller's line; replays and exports as long as the case is. */
const HURRIED = /^\/api\/v1\/(?!.*\/documents|documents\/|notices\/batch$|notices\/batches\/[^/]+\/file)/;

/** The last fence: whatever a request waits for, its caller gets an answer in time. For routes registered from then on. */
export function limitTime(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (HURRIED.test(route.url)) route.handler = limited(route.handler);
  });
}

function limited(handler: RouteOptions['handler']): RouteOptions['handler'] {
  return function (request: FastifyRequest, reply: FastifyReply) {
    const answerInTime = (): void => {
      if (!reply.sent) void sendProblem(reply, dependencyUnavailable('A part the service depends on'));
    };
    const timer = setTimeout(answerInTime, request.method === 'GET' ? READ_MS : CHANGE_MS);
    reply.raw.once('close', () => clearTimeout(timer));
    return handler.call(this, request, reply);
  };
}
