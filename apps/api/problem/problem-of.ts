import { HttpException } from '@nestjs/common';
import { CaseUnavailable } from '#temporal';
import { dependencyUnavailable, invalidRequest, Problem } from './problem.js';

/** Connection failures and PostgreSQL states in which the database cannot serve now but may soon (SQLSTATE classes 08, 40, 53, 57). */
const DATABASE_AWAY =
  /^(E(CONNREFUSED|CONNRESET|PIPE|HOSTUNREACH|TIMEDOUT)|ENOTFOUND|EAI_AGAIN|08...|40001|40P01|53...|55P03|57P0.|57014|25006)$/;
/** PostgreSQL takes no NUL in a text. */
const NO_TEXT = /^(22021|22P05)$/;
/** What TypeORM and pg's pool say without a code. */
const DATABASE_AWAY_WORDS =
  /^(Driver not Connected|Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

const malformedBody = (message: string): Problem => invalidRequest([{ pointer: '', message }]);

/** What Fastify finds wrong before a route is asked, by its error codes. */
const FASTIFY_PROBLEMS: Readonly<Record<string, () => Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () =>
    new Problem('body.too-large', { detail: 'A JSON body may have 2 MiB at most. Send less at a time.' }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    new Problem('media.unsupported', { detail: 'Send the body as application/json; UTF-8.' }),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => malformedBody('The body is empty. Send a JSON object.'),
  FST_ERR_CTP_INVALID_JSON_BODY: () =>
    malformedBody('The body is not JSON. Check quotes, commas and the UTF-8 encoding.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => malformedBody('The body is not as long as Content-Length says.'),
  FST_ERR_BAD_URL: () => malformedBody('The address is not a well-formed URL. Percent-encode what is not ASCII.'),
};

const textOf = (error: object, name: string): string => {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : '';
};

/** The driver's own error inside what TypeORM throws. */
const driverErrorOf = (error: object): object => {
  const inner: unknown = Reflect.get(error, 'driverError');
  return typeof inner === 'object' && inner !== null ? inner : error;
};

/** Whether the database could not be reached or asked to come back later, as opposed to a query it would never take. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const driverError = driverErrorOf(error);
  return DATABASE_AWAY.test(textOf(driverError, 'code')) || DATABASE_AWAY_WORDS.test(textOf(driverError, 'message'));
}

function ofHttpStatus(status: number): Problem {
  if (status === 404) return new Problem('route.not-found', { detail: 'See /docs for what there is.' });
  if (status === 413) return new Problem('body.too-large');
  if (status === 415) return new Problem('media.unsupported');
  if (status >= 400 && status < 500) return malformedBody('The request cannot be read. Check its syntax and headers.');
  return new Problem('internal.error');
}

/** The problem an error is answered with. Whatever is not known is 500 and says nothing of itself. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (typeof error !== 'object' || error === null) return new Problem('internal.error');
  const ofFastify = FASTIFY_PROBLEMS[textOf(error, 'code')];
  if (ofFastify) return ofFastify();
  if (error instanceof HttpException) return ofHttpStatus(error.getStatus());
  if (NO_TEXT.test(textOf(driverErrorOf(error), 'code')))
    return malformedBody('The request holds a character no text can have.');
  if (isDatabaseAway(error)) return dependencyUnavailable('The database');
  if (error instanceof CaseUnavailable) return dependencyUnavailable('Temporal');
  const status: unknown = Reflect.get(error, 'statusCode');
  return textOf(error, 'code').startsWith('FST_') && typeof status === 'number'
    ? ofHttpStatus(status)
    : new Problem('internal.error');
}

/** What the log says of an error. Words of the database are left out: they may quote a row. */
export function loggedError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  if (!('driverError' in error)) return { error: error.name, message: error.message, frames };
  const driverError = driverErrorOf(error);
  const of = (name: string): string => textOf(driverError, name);
  return { error: error.name, code: of('code'), table: of('table'), constraint: of('constraint'), frames };
}
