import type { BatchFormat } from '#database';
import { invalidRequest, Problem } from '../problem/problem.js';

/** Notice lines in one file, at most (api.md §2). */
export const MOST_ROWS = 10_000;
/** Length of one file, at most (api.md §2). */
export const MOST_BYTES = 32 * 1024 * 1024;

/** One row of a file. `line` counts every line of the file from 1; of a row over several lines it is the first. */
interface Row {
  readonly line: number;
  /** The last line of the file the row stands on. */
  readonly end: number;
  /** Why it cannot be read at all. */
  readonly fault?: string;
}
/** A row of a table. Cells are trimmed text, whatever the file held. */
export interface CellRow extends Row {
  readonly cells: readonly string[];
}
/** A line that is a notice as api.md §3 has it. */
export interface NoticeRow extends Row {
  readonly notice: unknown;
  /** The line itself, where it is no JSON. */
  readonly raw?: string;
}

/** Rows in the order of the file, blank ones left out. */
export type List =
  | { readonly format: Extract<BatchFormat, 'NDJSON'>; readonly rows: readonly NoticeRow[]; readonly text: string }
  | {
      readonly format: Extract<BatchFormat, 'CSV' | 'XLSX'>;
      readonly rows: readonly CellRow[];
      /** Decoded; undefined for what is no text. */
      readonly text?: string;
    };

/** The file as a whole cannot be read. */
export const unreadable = (message: string): Problem => invalidRequest([{ pointer: '', message }]);

/** 413: more rows than one file may have. */
export const tooManyRows = (): Problem =>
  new Problem('body.too-large', {
    detail: `A list may have ${MOST_ROWS} notice lines at most; nothing was opened. Send it in parts.`,
    detailZh: `每个清单最多 ${MOST_ROWS} 行,未开立任何案件,请拆分后发送。`,
  });

/** 413: more bytes than one file may have. */
export const tooManyBytes = (): Problem =>
  new Problem('body.too-large', {
    detail: 'A list may have 32 MiB at most. Send it in parts.',
    detailZh: '清单文件不得超过 32 MiB,请拆分后发送。',
  });
