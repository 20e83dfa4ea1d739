import { existsSync } from 'node:fs';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { linkHash, GENESIS, readZip, type ChainRow } from '#audit';
import type { CaseEvent } from '#model';

/** What replaying the histories of a bundle shows. */
export interface BundleReplay {
  /** First 16 hex digits of the SHA-256 of the workflow code that judged. */
  readonly buildId: string;
  readonly deterministic: boolean;
  /** Every event of the bundle is, byte for byte, one the code computes from the histories. */
  readonly matches: boolean;
  readonly firstWrongSeq: number | null;
  readonly problems: readonly string[];
}

/**
 * Runs the histories of a bundle once more through a workflow bundle and compares what it computes with the events.
 * @throws Error when the workflow bundle is not there.
 */
export async function replayBundle(archive: Uint8Array, workflowBundle: string): Promise<BundleReplay> {
  if (!existsSync(workflowBundle)) throw new Error(`there is no workflow code at ${workflowBundle}`);
  // Temporal's worker is big; who only verifies does without it.
  const { replayHistories, verdictOf } = await import('#temporal');
  const { entries } = readZip(archive);
  const rows = rowsIn(Buffer.from(entries.find(({ name }) => name === 'events.ndjson')?.bytes ?? []));
  const histories = entries
    .filter(({ name }) => name.startsWith('histories/'))
    .map(({ bytes }) => historyFromJSON(JSON.parse(Buffer.from(bytes).toString('utf8'))));
  const caseId = rows[0] ? (JSON.parse(Buffer.from(rows[0].bytes).toString('utf8')) as CaseEvent).caseId : '';
  const replayed = await replayHistories({ caseId, histories, bundlePath: workflowBundle });
  const last = rows.at(-1);
  const head = last ? { seq: last.seq, hash: last.hash } : null;
  const verdict = verdictOf({ caseId, histories, replayed, record: { rows, head } });
  return {
    buildId: verdict.buildId,
    deterministic: verdict.deterministic,
    matches: verdict.matchesRecord && verdict.chainVerified,
    firstWrongSeq: verdict.firstWrongSeq ?? null,
    problems: (verdict.problems ?? []).map(({ what }) => what),
  };
}

function rowsIn(events: Buffer): readonly ChainRow[] {
  const lines = events.toString('utf8').split('\n').slice(0, -1);
  let previousHash = GENESIS.hash;
  return lines.map((line, place) => {
    const bytes = Buffer.from(line);
    const row = { seq: place + 1, bytes, hash: linkHash(previousHash, bytes), previousHash };
    previousHash = row.hash;
    return row;
  });
}
