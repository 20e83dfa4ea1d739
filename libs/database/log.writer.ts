import type { DataSource, EntityManager } from 'typeorm';
import {
  caseOfLeaf,
  completedBy,
  grown,
  leafText,
  leafTextHash,
  nodesOf,
  subjectOfLeaf,
  type HeadConflict,
  type LogLeaf,
  type LogNode,
  type Peaks,
  type UnlinkedLeaf,
} from '#audit';
import type { Asks } from './clock.js';
import { HEAD_SOURCE, type HeadRow } from './log-sources.sql.js';
import { SOURCES, type PageStart, type SourceKind } from './log.pages.js';
import * as sql from './log.sql.js';
import { inTransaction } from './transaction.js';

const HASH_DIGITS = 64;

/** Reads hashes of full subtrees: each lies with the leaf that completes it. */
export async function readNodes(asks: Asks, nodes: readonly LogNode[]): Promise<(node: LogNode) => string> {
  const rows = await asks.query<{ index: number; nodes: string }[]>(sql.NODES, [[...new Set(nodes.map(completedBy))]]);
  const byLeaf = new Map(rows.map((row) => [row.index, row.nodes]));
  return (node) => {
    const start = node.level * HASH_DIGITS;
    const hash = byLeaf.get(completedBy(node))?.slice(start, start + HASH_DIGITS);
    if (hash?.length !== HASH_DIGITS) throw new Error(`the log has no subtree ${node.level}/${node.index}`);
    return hash;
  };
}

/** Shows the log what it has not seen. Everything happens inside a transaction that holds the log's lock. */
export class LogWriter {
  /** Cases whose record no longer says what the log was shown: an alarm each. */
  readonly conflicts: HeadConflict[] = [];

  private constructor(private readonly manager: EntityManager) {}

  /** Runs one piece of work on the log; all others wait for it. */
  static run<T>(database: DataSource, work: (writer: LogWriter, manager: EntityManager) => Promise<T>): Promise<T> {
    return inTransaction(database, async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [sql.LOG_LOCK]);
      return work(new LogWriter(manager), manager);
    });
  }

  /** Adds leaves in this order, each linked to the one before it about the same case. */
  async append(leaves: readonly UnlinkedLeaf[]): Promise<void> {
    if (leaves.length === 0) return;
    let tree = await this.peaks();
    const last = await this.lastOf(leaves);
    const rows = leaves.map((unlinked) => {
      const about = caseOfLeaf(unlinked);
      const previous = last.get(about);
      const leaf = { ...unlinked, ...(previous !== undefined && { previous }) } as LogLeaf;
      const [index, text] = [tree.size, leafText(leaf)];
      const { completed, ...next } = grown(tree, leafTextHash(text));
      [tree] = [next];
      last.set(about, index);
      return [
        index,
        leaf.kind,
        about ?? null,
        subjectOfLeaf(leaf),
        text,
        Buffer.from(completed.join(''), 'hex'),
      ] as const;
    });
    const column = (place: 0 | 1 | 2 | 3 | 4 | 5): unknown[] => rows.map((row) => row[place]);
    await this.manager.query(sql.APPEND, [column(0), column(1), column(2), column(3), column(4), column(5)]);
  }

  /** The tree as it stands. */
  async peaks(): Promise<Peaks> {
    const [row] = await this.manager.query<{ size: number }[]>(sql.SIZE);
    const size = row?.size ?? 0;
    const nodes = nodesOf([0, size]);
    const nodeAt = await readNodes(this.manager, nodes);
    return { size, peaks: nodes.map(nodeAt) };
  }

  private async lastOf(leaves: readonly UnlinkedLeaf[]): Promise<Map<string | undefined, number>> {
    const caseIds = [...new Set(leaves.flatMap((leaf) => caseOfLeaf(leaf) ?? []))];
    const rows = await this.manager.query<{ caseId: string | null; index: number }[]>(sql.LAST_OF, [caseIds]);
    return new Map(rows.map(({ caseId, index }) => [caseId ?? undefined, index]));
  }

  /**
   * Shows the log one page of one kind.
   * @returns where the next page begins; undefined after the last one.
   */
  async take(kind: SourceKind, start: PageStart): Promise<PageStart | undefined> {
    const { leaves, conflicts, last } = await SOURCES[kind](this.manager, start);
    this.conflicts.push(...conflicts);
    await this.append(leaves);
    return last && { ...start, at: last.at, id: last.id };
  }

  /** The head of a case as the last leaf of the log. @throws Error for a case the record does not hold. */
  async appendHead(caseId: string): Promise<void> {
    const [row] = await this.manager.query<HeadRow[]>(HEAD_SOURCE.sql, ['-infinity', '', caseId, 1]);
    if (!row) throw new Error(`the record has no case ${caseId}`);
    await this.append([HEAD_SOURCE.leaf(row)]);
  }
}
