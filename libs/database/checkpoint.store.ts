import type { DataSource } from 'typeorm';
import {
  checkpointText,
  consistencyStretches,
  hashOfStretch,
  inclusionStretches,
  nodesOf,
  peaksHash,
  type Checkpoint,
  type HeadConflict,
  type KeyLeaf,
  type LogLeaf,
  type ProvenLeaf,
  type Stretch,
  type UnlinkedLeaf,
} from '#audit';
import type { CheckpointSigner } from './checkpoint.signer.js';
import { kindsOf, startOf, type LogScope } from './log.pages.js';
import { LogWriter, readNodes } from './log.writer.js';
import * as sql from './log.sql.js';

interface CheckpointRow extends Omit<Checkpoint, 'at'> {
  readonly at: Date;
}
interface LeafRow {
  readonly index: number;
  readonly leaf: string;
}

/** The Merkle log and its signed heads. */
export class CheckpointStore {
  constructor(private readonly database: DataSource) {}

  /**
   * Shows the log everything in scope that it has not seen, page by page, so that others get their turn in between.
   * @returns cases whose record no longer says what the log was shown.
   */
  async collect(scope: LogScope): Promise<readonly HeadConflict[]> {
    const conflicts: HeadConflict[] = [];
    for (const kind of kindsOf(scope)) {
      let start = startOf(scope);
      for (let more = true; more;) {
        const next = await LogWriter.run(this.database, async (writer) => {
          const page = await writer.take(kind, start);
          conflicts.push(...writer.conflicts);
          return page;
        });
        more = next !== undefined;
        start = next ?? start;
      }
    }
    return conflicts;
  }

  /**
   * Signs the head of the log.
   * @param unlessYoungerThanMs nothing happens while the last one is younger: of several workers one signs.
   */
  async sign(signer: CheckpointSigner, unlessYoungerThanMs = 0): Promise<Checkpoint | undefined> {
    return LogWriter.run(this.database, (writer, manager) => signHead(writer, manager, signer, unlessYoungerThanMs));
  }

  /**
   * Shows the log everything about a case, the given leaves and its head last, and signs: what a bundle rests on. No
   * other leaf about the case can lie behind its head in this tree.
   */
  async signFor(signer: CheckpointSigner, caseId: string, more: readonly UnlinkedLeaf[]): Promise<Checkpoint> {
    await this.collect({ caseId });
    return LogWriter.run(this.database, async (writer, manager) => {
      await writer.append(more);
      await announceKey(writer, manager, signer);
      await writer.appendHead(caseId);
      const signed = await signHead(writer, manager, signer, 0);
      if (!signed) throw new Error('a checkpoint without conditions was not signed');
      return signed;
    });
  }

  async latest(): Promise<Checkpoint | undefined> {
    return (await this.database.query<CheckpointRow[]>(sql.LATEST)).map(checkpointOf)[0];
  }

  /** Newest first; `before` is the instant of the last one of the page before. */
  async list(before: string | undefined, limit: number): Promise<Checkpoint[]> {
    return (await this.database.query<CheckpointRow[]>(sql.CHECKPOINTS, [before ?? null, limit])).map(checkpointOf);
  }

  /** Those signed after an instant, oldest first. */
  async after(at: string, limit: number): Promise<Checkpoint[]> {
    return (await this.database.query<CheckpointRow[]>(sql.CHECKPOINTS_AFTER, [at, limit])).map(checkpointOf);
  }

  /** The keys that have signed, oldest first. */
  async keys(): Promise<KeyLeaf[]> {
    return (await this.keyRows()).map(({ leaf }) => leaf);
  }

  /** The leaves about a case among the first `size`. */
  async leavesOf(caseId: string, size: number): Promise<{ readonly index: number; readonly leaf: LogLeaf }[]> {
    return (await this.database.query<LeafRow[]>(sql.LEAVES_OF, [caseId, size])).map(leafOf);
  }

  /** The leaves about a case and the key of a checkpoint, each with the proof that it is in its tree. */
  async provenFor(caseId: string, { size, keyId }: Pick<Checkpoint, 'size' | 'keyId'>): Promise<ProvenLeaf[]> {
    const keys = (await this.keyRows()).filter(({ leaf, index }) => leaf.keyId === keyId && index < size).slice(0, 1);
    const leaves = [...keys, ...(await this.leavesOf(caseId, size))].sort((a, b) => a.index - b.index);
    const paths = leaves.map(({ index }) => inclusionStretches(index, size));
    const prove = await this.hasher(paths.flat());
    return leaves.map(({ index, leaf }, place) => ({ index, leaf, proof: (paths[place] ?? []).map(prove) }));
  }

  /** That the tree of `first` leaves became the tree of `second`. */
  async consistency(first: number, second: number): Promise<readonly string[]> {
    const stretches = consistencyStretches(first, second);
    const prove = await this.hasher(stretches);
    return stretches.map(prove);
  }

  private async hasher(stretches: readonly Stretch[]): Promise<(stretch: Stretch) => string> {
    const nodeAt = await readNodes(this.database, stretches.flatMap(nodesOf));
    return (stretch) => hashOfStretch(stretch, nodeAt);
  }

  private async keyRows(): Promise<{ readonly index: number; readonly leaf: KeyLeaf }[]> {
    const rows = (await this.database.query<LeafRow[]>(sql.KEYS)).map(leafOf);
    return rows.flatMap(({ index, leaf }) => (leaf.kind === 'KEY' ? [{ index, leaf }] : []));
  }
}

const checkpointOf = (row: CheckpointRow): Checkpoint => ({ ...row, at: row.at.toISOString() });
const leafOf = ({ index, leaf }: LeafRow) => ({ index, leaf: JSON.parse(leaf) as LogLeaf });

type Manager = Parameters<Parameters<typeof LogWriter.run>[1]>[1];

/** A key is in the log before anything it signs. */
async function announceKey(writer: LogWriter, manager: Manager, { keyId, publicKey }: CheckpointSigner): Promise<void> {
  const known = (await manager.query<LeafRow[]>(sql.KEYS))
    .map(leafOf)
    .some(({ leaf }) => leaf.kind === 'KEY' && leaf.keyId === keyId);
  if (!known) await writer.append([{ kind: 'KEY', keyId, publicKey }]);
}

async function signHead(
  writer: LogWriter,
  manager: Manager,
  signer: CheckpointSigner,
  unlessYoungerThanMs: number,
): Promise<Checkpoint | undefined> {
  const [clock] = await manager.query<{ at: Date; ageMs: number | null }[]>(sql.NEXT_AT);
  if (!clock || (clock.ageMs !== null && clock.ageMs < unlessYoungerThanMs)) return undefined;
  await announceKey(writer, manager, signer);
  const { size, peaks } = await writer.peaks();
  const unsigned = { size, root: peaksHash(peaks), at: clock.at.toISOString(), keyId: signer.keyId };
  const signature = signer.sign(checkpointText(unsigned));
  await manager.query(sql.ADD_CHECKPOINT, [unsigned.at, size, unsigned.root, signer.keyId, signature]);
  return { ...unsigned, signature };
}
