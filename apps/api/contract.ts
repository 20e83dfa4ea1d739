import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '#config';
import { createApi } from './api.js';
import { DocsController } from './docs/docs.controller.js';
import type { OpenApi } from './docs/openapi.document.js';

/** Settings of a service that serves nobody: nothing of them gets into the document. */
export const NOWHERE = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  OIDC_ISSUER: 'http://127.0.0.1:1',
  VAULT_KEY: Buffer.alloc(32).toString('base64'),
  DOCUMENT_STORE: `file:${join(tmpdir(), 'reinstate-no-documents')}`,
  LOG_LEVEL: 'silent',
};

/** The OpenAPI document of the whole service, without a database or anything else it stands on. */
export async function openApiDocument(): Promise<OpenApi> {
  const api = await createApi(loadConfig(NOWHERE));
  try {
    return api.get(DocsController).openApi();
  } finally {
    await api.close();
  }
}
