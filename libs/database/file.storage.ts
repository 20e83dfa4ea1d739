import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DocumentMissing, checkKey, checkedContent, contentKey } from './content-key.js';
import type { DocumentStorage } from './document.storage.js';

/** Documents as files in a folder, which only this user may read. */
export function fileStorage(folder: string): DocumentStorage {
  return {
    async put(bytes) {
      const key = contentKey(bytes);
      const path = join(folder, key);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeDurably(path, bytes);
      return key;
    },
    async get(key) {
      checkKey(key);
      return checkedContent(key, await readFile(join(folder, key)).catch(missing(key)));
    },
  };
}

/** A crash leaves the whole file or none: written aside, forced to disk, then put in place. */
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const aside = `${path}.${randomUUID()}.part`;
  try {
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
  await syncFolder(dirname(dirname(path)));
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const missing =
  (key: string) =>
  (error: NodeJS.ErrnoException): never => {
    throw error.code === 'ENOENT' ? new DocumentMissing(key) : error;
  };
