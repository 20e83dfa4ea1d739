import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { errorCodes, LogController } from 'fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { sendProblem } from './problem/problem.filter.js';
import { problemOf } from './problem/problem-of.js';
import { sendAnswers } from './requests/answer.js';
import { limitTime } from './requests/deadline.hook.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body of a signed multipart request. */
    signedBytes?: Buffer;
  }
}

/** A JSON body may be so long (api.md §2). */
const BODY_LIMIT_BYTES = 2 * 1024 * 1024;
/** A file of 10 MiB with what goes round it in a multipart body. */
const SIGNED_FILE_LIMIT_BYTES = 10 * 1024 * 1024 + 64 * 1024;
/** Time for a whole request to arrive, a file of 10 MiB on a slow line included. */
const ARRIVAL_LIMIT_MS = 120_000;
/** Longer ones name nothing, and are said not to be found like any other. */
const LONGEST_PARAM = 8_192;
const NATIVE = '/partner/v1/native/';
/** Media types of files: forms that hold one, and lists. */
const FILE = /^(multipart\/|application\/x-ndjson\b|text\/csv\b)/i;
const REQUEST_ID = /^[\w.:-]{1,128}$/;

/** Where a message is told to be genuine by its bytes before anything in it is read. */
const isSigned = ({ url }: FastifyRequest): boolean => url.startsWith('/partner/');

const requestIdOf = (given: string | readonly string[] | undefined): string =>
  typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();

/** What every answer carries, whoever gives it. */
const setHeaders = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  reply.headers({ 'x-request-id': request.id, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });

/** One line for each request: never a body, a header or a query. */
function logAnswered(request: FastifyRequest, { statusCode, elapsedTime }: FastifyReply): void {
  const route = request.routeOptions.url ?? 'none';
  const params: unknown = request.params;
  request.log.info(
    {
      method: request.method,
      route,
      params,
      status: statusCode,
      ms: Math.round(elapsedTime),
      caller: request.caller?.id,
    },
    'answered',
  );
}

/** JSON is UTF-8 and nothing else: a byte that is none would be stored as another than was sent. */
function readJsonStrictly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  fastify.removeContentTypeParser('application/json');
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (isSigned(request)) return done(null, body);
    try {
      void parse(request, utf8.decode(body as Buffer), done);
    } catch {
      done(new errorCodes.FST_ERR_CTP_INVALID_JSON_BODY());
    }
  });
}

/** A signed file or list is read whole, for its signature is over all of its bytes; then it is taken apart. */
function keepSignedFiles(fastify: FastifyInstance): void {
  fastify.addHook('preParsing', async (request, _, payload) => {
    if (!isSigned(request) || !FILE.test(request.headers['content-type'] ?? '')) return payload;
    request.signedBytes = await bytesOf(payload);
    return Readable.from([]);
  });
}

async function bytesOf(payload: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of payload) {
    length += chunk.length;
    if (length > SIGNED_FILE_LIMIT_BYTES) throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A partner's own format comes in a media type of its own; its profile reads the bytes. */
function keepNativeBytes(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    if (request.url.startsWith(NATIVE)) done(null, body);
    else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(request.headers['content-type']));
  });
}

/** Fastify as this service uses it: JSON of 2 MiB at most, a request id on every answer, problems for all that fails early. */
export function httpAdapter(logger: Logger): FastifyAdapter {
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: ARRIVAL_LIMIT_MS,
    routerOptions: { maxParamLength: LONGEST_PARAM },
    genReqId: ({ headers }: IncomingMessage) => requestIdOf(headers['x-request-id']),
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      void sendProblem(setHeaders(request, reply), problemOf(error)),
  });
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  readJsonStrictly(fastify);
  keepNativeBytes(fastify);
  keepSignedFiles(fastify);
  // What fails before a route is asked, such as a body that cannot be read, never reaches the filter; and the handler
  // Nest would set comes after the routes, too late for them.
  fastify.setErrorHandler((error, _, reply) => sendProblem(reply, problemOf(error)));
  adapter.setErrorHandler = () => fastify;
  sendAnswers(fastify);
  limitTime(fastify);
  fastify.addHook('onRequest', (request, reply, done) => {
    setHeaders(request, reply);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    logAnswered(request, reply);
    done();
  });
  return adapter;
}
