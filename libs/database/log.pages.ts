import { refusalText, textSha256, type HeadConflict, type UnlinkedLeaf } from '#audit';
import type { Asks } from './clock.js';
import * as sources from './log-sources.sql.js';
import { recordedRefusal, REFUSAL_COLUMNS, type RefusalRow } from './refusal.row.js';

/** Which part of the record is to be shown to the log: one case, or all that is younger than an instant. */
export type LogScope = { readonly caseId: string } | { readonly since: Date | '-infinity' };

/** Rows of a page at most. */
export const PAGE = 500;

/** The kinds of things the log is shown, in the order it is shown them. */
export const SOURCE_KINDS = ['RECEIVED', 'REFUSED', 'ARCHIVED', 'HEAD'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What signals a partner sent is no part of a case's proof; whoever shows one case to the log leaves them to the others. */
export const kindsOf = (scope: LogScope): readonly SourceKind[] =>
  SOURCE_KINDS.filter((kind) => !('caseId' in scope) || kind !== 'RECEIVED');

/** Where a page begins, and the case it is narrowed to. */
export interface PageStart {
  readonly at: Date | '-infinity';
  readonly id: string;
  readonly caseId: string | null;
}

export const startOf = (scope: LogScope): PageStart =>
  'caseId' in scope ? { at: '-infinity', id: '', caseId: scope.caseId } : { at: scope.since, id: '', caseId: null };

/** One page: what of it the log has not been shown. */
export interface SourcePage {
  readonly leaves: readonly UnlinkedLeaf[];
  readonly conflicts: readonly HeadConflict[];
  /** Its last row; undefined when it is the last page. */
  readonly last: { readonly at: Date; readonly id: string } | undefined;
}

type ReadPage = (asks: Asks, start: PageStart) => Promise<SourcePage>;
const parameters = ({ at, id, caseId }: PageStart): unknown[] => [at, id, caseId, PAGE];
const lastOf = <R>(rows: readonly R[]): R | undefined => (rows.length === PAGE ? rows.at(-1) : undefined);

const rowsOf =
  <R extends sources.SourceRow>(source: sources.LogSource<R>): ReadPage =>
  async (asks, start) => {
    const rows = await asks.query<R[]>(source.sql, parameters(start));
    return { leaves: rows.filter(({ seen }) => !seen).map(source.leaf), conflicts: [], last: lastOf(rows) };
  };

const readRefusals: ReadPage = async (asks, start) => {
  const rows = await asks.query<(RefusalRow & { seen: boolean })[]>(
    sources.refusals(REFUSAL_COLUMNS),
    parameters(start),
  );
  const leaves = rows
    .filter(({ seen }) => !seen)
    .map((row): UnlinkedLeaf => {
      const { caseId, refusalId, seq, ...refusal } = recordedRefusal(row);
      const sha256 = textSha256(refusalText({ caseId, refusalId, seq, ...refusal }));
      return {
        kind: 'REFUSED',
        refusalId,
        sha256,
        ...(caseId !== undefined && { caseId }),
        ...(seq !== undefined && { seq }),
      };
    });
  const last = lastOf(rows);
  return { leaves, conflicts: [], last: last && { at: last.at, id: last.refusal_id } };
};

const readHeads: ReadPage = async (asks, start) => {
  const rows = await asks.query<sources.HeadRow[]>(sources.HEAD_SOURCE.sql, parameters(start));
  const unseen = rows.filter(({ seen }) => !seen);
  const conflicts = unseen.filter(sources.isConflict).map(({ id, loggedSeq, loggedHash, loggedNow }) => ({
    caseId: id,
    seq: loggedSeq ?? 0,
    hashes: [loggedHash ?? '', loggedNow ?? ''],
  }));
  return { leaves: unseen.map(sources.HEAD_SOURCE.leaf), conflicts, last: lastOf(rows) };
};

/** Reads a page of each kind. */
export const SOURCES: { readonly [K in SourceKind]: ReadPage } = {
  RECEIVED: rowsOf(sources.RECEIVED_SOURCE),
  REFUSED: readRefusals,
  ARCHIVED: rowsOf(sources.ARCHIVED_SOURCE),
  HEAD: readHeads,
};
