import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Checkpoint } from '#audit';
import { canonical } from '#model';

/** The second place signed heads are written to: what is there can no longer be denied, whatever happens to the database. */
export interface CheckpointCopy {
  /** Keeps a checkpoint; one of the same name that is there already stays as it is. */
  keep(checkpoint: Checkpoint): Promise<void>;
  /** Keeps another signed text under a name with `/` between folders, in the same way. */
  keepText(name: string, text: string): Promise<void>;
}

/** `2026-11-23/2026-11-23T03-00-00.000Z-000000001234.json`: in the order of time, each name once. */
export const copyName = ({ at, size }: Checkpoint): string =>
  `${at.slice(0, 10)}/${at.replaceAll(':', '-')}-${String(size).padStart(12, '0')}.json`;

/**
 * Opens the place a setting names: `file:<folder>`, or `s3://bucket/prefix` with an optional `?region=`. A bucket with
 * object lock and a default retention makes what is written there unchangeable even for its owner.
 */
export async function openCheckpointCopy(setting: string, s3Endpoint?: string): Promise<CheckpointCopy> {
  if (setting.startsWith('file:')) return fileCopy(setting.slice('file:'.length));
  // The S3 client is big; who keeps copies in a folder does without it.
  const { s3Copy } = await import('./checkpoint.s3-copy.js');
  return s3Copy(setting, s3Endpoint);
}

function fileCopy(folder: string): CheckpointCopy {
  const keepText = async (name: string, text: string): Promise<void> => {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, 'wx', 0o400).catch(unlessThere);
    if (!file) return;
    try {
      await file.writeFile(`${text}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  };
  return { keepText, keep: (checkpoint) => keepText(copyName(checkpoint), canonical(checkpoint)) };
}

function unlessThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'EEXIST') throw error;
}
