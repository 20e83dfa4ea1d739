import { fileStorage } from './file.storage.js';

/** Where the bytes of documents lie. A key follows from the content: the same bytes have the same key. */
export interface DocumentStorage {
  /** Keeps bytes and answers their key once they are durable. Idempotent. */
  put(bytes: Uint8Array): Promise<string>;
  /**
   * The bytes under a key.
   * @throws DocumentMissing when there are none; DocumentAltered when they are not what was kept.
   */
  get(key: string): Promise<Uint8Array>;
}

/**
 * Opens the storage a setting names: `file:<folder>`, or `s3://bucket/prefix` with an optional `?region=`.
 * @param s3Endpoint address of an S3-compatible store; AWS itself where it is left out.
 */
export async function openDocumentStorage(setting: string, s3Endpoint?: string): Promise<DocumentStorage> {
  if (setting.startsWith('file:')) return fileStorage(setting.slice('file:'.length));
  const { protocol, hostname, pathname, searchParams } = new URL(setting);
  if (protocol !== 's3:') throw new RangeError(`no document storage is called ${protocol}`);
  // The S3 client is big; who keeps documents in a folder does without it.
  const { s3Storage } = await import('./s3.storage.js');
  return s3Storage({
    bucket: hostname,
    prefix: pathname.replace(/^\/+|\/+$/g, ''),
    region: searchParams.get('region') ?? undefined,
    endpoint: s3Endpoint,
  });
}
