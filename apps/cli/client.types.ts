import type { OpenApi } from '../api/docs/openapi.document.js';

const HEAD = `/* Made by \`npm run client\` from the OpenAPI document; a test holds the two together. */\n\n`;
const FILE = 'application/octet-stream';

/** The document as its client sees it: a key for a change is its own to choose, so it may leave that to chance. */
function asClientSees(document: OpenApi): object {
  const key = { ...document.components.parameters.IdempotencyKey, required: false };
  return { ...document, components: { ...document.components, parameters: { IdempotencyKey: key } } };
}

/** The TypeScript types of a client of the service. */
export async function clientTypes(document: OpenApi): Promise<string> {
  // A tool of the developers, which is not there where the service runs.
  const { astToString, default: openapiTS } = await import('openapi-typescript');
  const { factory } = (await import('typescript')).default;
  const types = await openapiTS(JSON.stringify(asClientSees(document)), {
    defaultNonNullable: false,
    transform: (schema) =>
      Reflect.get(schema, 'contentMediaType') === FILE ? factory.createTypeReferenceNode('Blob') : undefined,
  });
  return HEAD + astToString(types);
}
