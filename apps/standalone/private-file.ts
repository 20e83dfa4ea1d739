import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { z } from 'zod';
import { isSystemError } from './system-error.js';

/** Replaces a file readable by its owner alone; a reader sees the old content or the new one, never a part. */
export function writePrivateJson(path: string, content: unknown): void {
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(draft, path);
}

/**
 * Reads such a file; `undefined` when it does not exist.
 * @throws Error naming the file when it is not of the expected shape.
 */
export function readJson<T>(path: string, shape: z.ZodType<T>): T | undefined {
  const text = readIfPresent(path);
  if (text === undefined) return undefined;
  try {
    return shape.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${path} cannot be read: ${String(error)}`, { cause: error });
  }
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}
