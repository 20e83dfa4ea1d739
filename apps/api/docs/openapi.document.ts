import { PROBLEM_KINDS } from '../problem/problem-codes.js';
import type { JsonSchema } from './json-schema.js';
import { operationOf } from './openapi.operation.js';
import type { Route } from './route-list.js';

/** An OpenAPI 3.1 document as data. */
export type OpenApi = {
  readonly paths: Readonly<Record<string, JsonSchema>>;
  readonly components: typeof COMPONENTS & { readonly schemas: Readonly<Record<string, JsonSchema>> };
} & JsonSchema;

const PROBLEM: JsonSchema = {
  title: 'Problem',
  description: 'A failed answer (RFC 9457). Clients act on `code`.',
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', examples: Object.keys(PROBLEM_KINDS) },
    detail: { type: 'string' },
    detailZh: { type: 'string' },
    errors: {
      description: 'With `request.invalid`: what is wrong, each with a JSON Pointer into the body.',
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'message'],
        properties: { pointer: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};

const IDEMPOTENCY_KEY: JsonSchema = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Same key and same body: the first answer again. Chosen by the caller, one for each intended change.',
  schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[\\x21-\\x7e]+$' },
};

const COMPONENTS = {
  securitySchemes: {
    bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Token of the OpenID provider.' },
    signature: {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description:
        '`REINSTATE-SHA256withRSA partner=<code>,serial=<key serial>,timestamp=<unix s>,nonce=<16–64>,signature=<base64>` over METHOD, path with query, timestamp, nonce and the SHA-256 (hex) of the raw body, each ended by a line feed; `REINSTATE-SM3withSM2` the same with SM2.',
    },
  },
  parameters: { IdempotencyKey: IDEMPOTENCY_KEY },
  headers: {
    IdempotencyReplayed: {
      description: '`true` when the answer is that of an earlier call.',
      schema: { const: 'true' },
    },
  },
};

/** The OpenAPI 3.1 document of these routes. */
export function openApiOf(routes: readonly Route[], serverUrl: string, version: string): OpenApi {
  const named: Record<string, JsonSchema> = {};
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = operationOf(route, named);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Reinstate',
      version,
      summary: 'Cases of suspended POS merchants, from the notice to the reinstated terminal',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: serverUrl }],
    security: [{ bearer: [] }],
    tags: [...new Set(routes.map(({ subject }) => subject))].map((name) => ({ name })),
    paths,
    components: { ...COMPONENTS, schemas: { Problem: PROBLEM, ...named } },
  };
}
