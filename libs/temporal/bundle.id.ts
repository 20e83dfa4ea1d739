import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/** Identity of a workflow bundle: the first 16 hex digits of its SHA-256. */
export async function buildIdOf(bundlePath: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(bundlePath))
    .digest('hex')
    .slice(0, 16);
}
