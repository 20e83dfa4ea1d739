import type { z } from 'zod';
import { kindOf, type ProblemCode } from '../problem/problem-codes.js';
import { jsonSchemaOf, type JsonSchema } from './json-schema.js';
import type { Route } from './route-list.js';

const JSON_TYPE = 'application/json';
const NO_CONTENT = 204;
const PROBLEM = { $ref: '#/components/schemas/Problem' };
const KEY_CODES: readonly ProblemCode[] = [
  'idempotency.missing',
  'idempotency.running',
  'idempotency.mismatch',
  'request.invalid',
  'request.expired',
];
const BODY_CODES: readonly ProblemCode[] = ['body.too-large', 'media.unsupported'];
const TOKEN_CODES: readonly ProblemCode[] = [
  'auth.missing',
  'auth.invalid',
  'auth.role',
  'rate.limited',
  'dependency.unavailable',
];
const SIGNATURE_CODES: readonly ProblemCode[] = [
  'auth.missing',
  'auth.invalid',
  'auth.role',
  'signature.invalid',
  'signature.stale',
  'signature.replayed',
  'rate.limited',
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
  const { answer, produces = JSON_TYPE, status = route.status, also = {}, alsoProduces = [] } = route.description ?? {};
  const replayed = changes(route) && {
    headers: { 'idempotency-replayed': { $ref: '#/components/headers/IdempotencyReplayed' } },
  };
  const content = answer ? { [produces]: { schema: jsonSchemaOf(answer, 'output', named) } } : { [produces]: {} };
  const others = Object.fromEntries(alsoProduces.map((type) => [type, {}]));
  const sent = status === NO_CONTENT ? {} : { content: { ...content, ...others } };
  const success = { description: 'Done', ...replayed, ...sent };
  return {
    [String(status)]: success,
    ...Object.fromEntries(
      Object.entries(also).map(([other, schema]) => [
        other,
        { description: 'Taken', content: { [JSON_TYPE]: { schema: jsonSchemaOf(schema, 'output', named) } } },
      ]),
    ),
    ...problemResponses(route),
    default: problemResponse('Any other failure', PROBLEM, ownKindOf(route)),
  };
}

/** The codes every route of this kind may answer with, and its own. */
function codesOf(route: Route): readonly ProblemCode[] {
  const { query, codes = [] } = route.description ?? {};
  const isSent = route.method !== 'get' && route.method !== 'delete';
  const asked: readonly ProblemCode[] = query || isSent || route.parameters.length > 0 ? ['request.invalid'] : [];
  const signedIn: readonly ProblemCode[] = isPublic(route) ? [] : isSigned(route) ? SIGNATURE_CODES : TOKEN_CODES;
  return [
    ...new Set([...asked, ...signedIn, ...(isSent ? BODY_CODES : []), ...(changes(route) ? KEY_CODES : []), ...codes]),
  ];
}

/** The codes of a status; of guards there are as many as the policies have, so the usual ones are named and all are let in. */
const codeSchema = (codes: readonly ProblemCode[]): JsonSchema =>
  codes.some((code) => code.startsWith('guard.'))
    ? { anyOf: [{ enum: codes.filter((code) => code !== 'guard.*') }, { type: 'string', pattern: '^guard\\.' }] }
    : { enum: codes };

/** The media type a route’s failures have besides that of problems. */
const ownKindOf = ({ description }: Route): string | undefined => description?.failsInKind && description.produces;

function problemResponses(route: Route): JsonSchema {
  const codes = codesOf(route);
  const statuses = [...new Set(codes.map((code) => kindOf(code).status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const these = codes.filter((code) => kindOf(code).status === status);
      const words = these.map((code) => `\`${code}\``).join(', ');
      const schema = { allOf: [PROBLEM, { properties: { code: codeSchema(these) } }] };
      return [String(status), problemResponse(words, schema, ownKindOf(route))];
    }),
  );
}

const problemResponse = (description: string, schema: JsonSchema, ownKind?: string): JsonSchema => ({
  description,
  content: { 'application/problem+json': { schema }, ...(ownKind !== undefined && { [ownKind]: {} }) },
});
