import { createHash } from 'node:crypto';

const KEY_PATTERN = /^[0-9a-f]{2}\/[0-9a-f]{64}$/;

/** Nothing lies under the key. */
export class DocumentMissing extends Error {
  constructor(readonly key: string) {
    super(`no document lies under ${key}`);
    this.name = 'DocumentMissing';
  }
}

/** What lies under the key is not what was put there. */
export class DocumentAltered extends Error {
  constructor(readonly key: string) {
    super(`the document under ${key} is not the one that was kept`);
    this.name = 'DocumentAltered';
  }
}

/** The key of a content: its SHA-256 in hex, in one of 256 folders. */
export function contentKey(bytes: Uint8Array): string {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return `${sha256.slice(0, 2)}/${sha256}`;
}

/** Refuses what no storage ever gave out, so that no made-up key leads anywhere. */
export function checkKey(key: string): void {
  if (!KEY_PATTERN.test(key)) throw new DocumentMissing(key);
}

/** The bytes, if they are those of the key. */
export function checkedContent<B extends Uint8Array>(key: string, bytes: B): B {
  if (contentKey(bytes) !== key) throw new DocumentAltered(key);
  return bytes;
}
