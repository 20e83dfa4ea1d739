import { randomUUID } from 'node:crypto';
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './contract.gen.js';

/** A typed way into a running Reinstate: every call of the HTTP contract by its address. */
export type ReinstateClient = Client<paths>;

/** The schemas the contract has a name for. */
export type Schemas = components['schemas'];

/**
 * One person's way into a running Reinstate. A change gets an Idempotency-Key of its own; to send the same request again,
 * give the key (`params.header`).
 */
export function reinstateClient(url: string, token: string): ReinstateClient {
  const client = createClient<paths>({ baseUrl: url });
  client.use({
    onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${token}`);
      if (request.method !== 'GET' && !request.headers.has('idempotency-key'))
        request.headers.set('idempotency-key', randomUUID());
    },
  });
  return client;
}

/** Members of a multipart body; those left undefined are not sent. */
export function formOf(members: Readonly<Record<string, Blob | string | undefined>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(members)) if (value !== undefined) form.set(name, value);
  return form;
}
