import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that was not written to for so long is whole. */
const QUIET_MS = 2_000;
/** A file somebody began and did not finish is begun anew. */
const LEFT_MS = 60_000;

/** A list out of the folder. */
export interface PickedFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** When it was put there. */
  readonly at: Date;
}

/** The folder a branch puts its lists into, with what became of each: `in`, `work`, `done` and `refused`. */
export class PickupFolder {
  constructor(private readonly root: string) {}

  /** Makes the rooms of the folder. */
  async open(): Promise<void> {
    await Promise.all(
      ['in', 'work', 'done', 'refused'].map((room) => mkdir(join(this.root, room), { recursive: true })),
    );
  }

  /** Takes the next whole file for this process alone; undefined when there is none. */
  async take(): Promise<PickedFile | undefined> {
    const fresh = await this.oldEnough('in', QUIET_MS);
    for (const name of fresh) {
      // Of several processes one moves it; to the others it is gone.
      const moved = await rename(join(this.root, 'in', name), join(this.root, 'work', name)).catch(() => false);
      if (moved !== false) return this.read(name);
    }
    const [left] = await this.oldEnough('work', LEFT_MS);
    return left === undefined ? undefined : this.read(left);
  }

  /** Puts a file away, beside it what became of its lines. */
  async putAway({ name }: PickedFile, room: 'done' | 'refused', result: readonly object[]): Promise<void> {
    const lines = result.map((line) => `${JSON.stringify(line)}\n`).join('');
    await writeFile(join(this.root, room, `${name}.result.ndjson`), lines);
    await rename(join(this.root, 'work', name), join(this.root, room, name));
  }

  private async read(name: string): Promise<PickedFile> {
    const path = join(this.root, 'work', name);
    const [bytes, { mtime }] = await Promise.all([readFile(path), stat(path)]);
    return { name, bytes, at: mtime };
  }

  private async oldEnough(room: 'in' | 'work', ageMs: number): Promise<readonly string[]> {
    const entries = await readdir(join(this.root, room), { withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map(({ name }) => name);
    const ages = await Promise.all(
      files.map(async (name) => {
        const { ctimeMs } = await stat(join(this.root, room, name)).catch(() => ({ ctimeMs: Infinity }));
        return { name, ageMs: Date.now() - ctimeMs };
      }),
    );
    return ages.filter((file) => file.ageMs >= ageMs).map(({ name }) => name);
  }
}
