import type { z } from 'zod';
import { kindOf, type ProblemCode } from '../problem/problem-codes.js';
import { jsonSchemaOf, type JsonSchema } from './json-schema.js';
import type { Route } from './route-list.js';

const JSON_TYPE = 'application/json';
const PROBLEM = { $ref: '#/components/schemas/Problem' };
const KEY_CODES: readonly ProblemCode[] = [
  'idempotency.missing',
  'idempotency.running',
  'idempotency.mismatch',
  'request.invalid',
  'request.expired',
];
const TOKEN_CODES: readonly ProblemCode[] = ['auth.missing', 'auth.invalid', 'auth.role', 'dependency.unavailable'];
const SIGNATURE_CODES: readonly ProblemCode[] = [
  'auth.missing',
  'signature.invalid',
  'signature.stale',
  'signature.replayed',
  'dependency.unavailable',
];
const IDEMPOTENCY_KEY = { $ref: '#/components/parameters/IdempotencyKey' };

/** Whether a call of the route may change something, so that it needs an Idempotency-Key. */
const changes = (route: Route): boolean =>
  route.method !== 'get' && !route.description?.readOnly && !isPublic(route) && !isSigned(route);
const isPublic = ({ access }: Route): boolean => access.includes('PUBLIC');
/** Called by partners: each request is signed and counts once by its nonce. */
const isSigned = ({ access }: Route): boolean => access.includes('PARTNER');

/**
 * One operation of an OpenAPI 3.1 document.
 * @param named schemas that are referred to by name are added here.
 */
export function operationOf(route: Route, named: Record<string, JsonSchema>): JsonSchema {
  const { summary, detail } = route.description ?? {};
  return {
    operationId: `${route.subject.charAt(0).toLowerCase()}${route.subject.slice(1)}_${route.name}`,
    tags: [route.subject],
    summary: summary ?? `${route.subject}: ${route.name}`,
    ...(detail !== undefined && { description: detail }),
    ...securityOf(route),
    parameters: [
      ...pathParameters(route),
      ...queryParameters(route, named),
      ...(changes(route) ? [IDEMPOTENCY_KEY] : []),
    ],
    ...requestBody(route, named),
    responses: responsesOf(route, named),
  };
}

function securityOf(route: Route): JsonSchema {
  if (isPublic(route)) return { security: [] };
  return { 'x-roles': route.access, ...(isSigned(route) && { security: [{ signature: [] }] }) };
}

const pathParameters = (route: Route): readonly JsonSchema[] =>
  route.parameters.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));

function queryParameters({ description }: Route, named: Record<string, JsonSchema>): readonly JsonSchema[] {
  if (!description?.query) return [];
  const { properties = {}, required = [] } = jsonSchemaOf(description.query, 'input', named) as {
    properties?: Record<string, JsonSchema>;
    required?: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function requestBody({ description }: Route, named: Record<string, JsonSchema>): JsonSchema {
  if (!description?.body) return {};
  const { body, consumes = JSON_TYPE, alsoConsumes = [] } = description;
  const content = { [consumes]: { schema: bodySchema(body, consumes, named) } };
  const others = Object.fromEntries(alsoConsumes.map((type) => [type, {}]));
  return { requestBody: { required: true, content: { ...content, ...others } } };
}

function bodySchema(body: z.ZodType, consumes: string, named: Record<string, JsonSchema>): JsonSchema {
  const schema = jsonSchemaOf(body, 'input', named);
  if (consumes !== 'multipart/form-data') return schema;
  const { properties = {}, required = [] } = schema as { properties?: JsonSchema; required?: readonly string[] };
  const file = { type: 'string', contentMediaType: 'application/octet-stream' };
  return { ...schema, properties: { file, ...properties }, required: ['file', ...required] };
}

function responsesOf(route: Route, named: Record<string, JsonSchema>): JsonSchema {
  const { answer, produces = JSON_TYPE, alsoProduces = [], status = route.status, also = {} } = route.description ?? {};
  const replayed = changes(route) && {
    headers: { 'idempotency-replayed': { $ref: '#/components/headers/IdempotencyReplayed' } },
  };
  const content = answer ? { [produces]: { schema: jsonSchemaOf(answer, 'output', named) } } : { [produces]: {} };
  const others = Object.fromEntries(alsoProduces.map((type) => [type, {}]));
  const success = { description: 'Done', ...replayed, content: { ...content, ...others } };
  return {
    [String(status)]: success,
    ...Object.fromEntries(
      Object.entries(also).map(([other, schema]) => [
        other,
        { description: 'Taken', content: { [JSON_TYPE]: { schema: jsonSchemaOf(schema, 'output', named) } } },
      ]),
    ),
    ...problemResponses(codesOf(route)),
    default: problemResponse('Any other failure', PROBLEM),
  };
}

/** The codes every route of this kind may answer with, and its own. */
function codesOf(route: Route): readonly ProblemCode[] {
  const { query, body, codes = [] } = route.description ?? {};
  const asked: readonly ProblemCode[] = query || body ? ['request.invalid'] : [];
  const signedIn: readonly ProblemCode[] = isPublic(route) ? [] : isSigned(route) ? SIGNATURE_CODES : TOKEN_CODES;
  return [...new Set([...asked, ...signedIn, ...(changes(route) ? KEY_CODES : []), ...codes])];
}

function problemResponses(codes: readonly ProblemCode[]): JsonSchema {
  const statuses = [...new Set(codes.map((code) => kindOf(code).status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const these = codes.filter((code) => kindOf(code).status === status);
      const words = these.map((code) => `\`${code}\``).join(', ');
      return [String(status), problemResponse(words, { allOf: [PROBLEM, { properties: { code: { enum: these } } }] })];
    }),
  );
}

const problemResponse = (description: string, schema: JsonSchema): JsonSchema => ({
  description,
  content: { 'application/problem+json': { schema } },
});
