import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import type { AskedLedger } from './ledger.service.js';
import type { LedgerForm } from './ledger.schema.js';

const EXPORT_PAGE = 500;

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson; charset=utf-8',
} as const;

/** What is asked for: by `format`, else by the header `Accept`. */
export function formOf(format: LedgerForm | undefined, accept: string | undefined): LedgerForm {
  if (format !== undefined) return format;
  if (/\btext\/csv\b/i.test(accept ?? '')) return 'csv';
  return /\bapplication\/(x-)?ndjson\b/i.test(accept ?? '') ? 'ndjson' : 'json';
}

/** Rows as lines of CSV (RFC 4180); what a spreadsheet would take for a formula is quoted. */
const csvOf = (rows: readonly object[], columns: readonly string[], header: boolean): string =>
  stringify([...rows], {
    header,
    columns: [...columns],
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { object: (value) => (Array.isArray(value) ? value.join(' ') : JSON.stringify(value)) },
  });

const ndjsonOf = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

async function* pagesOf<I extends object>(
  { page, keyOf }: AskedLedger<I>,
  first: readonly I[],
): AsyncGenerator<readonly I[]> {
  yield first;
  for (let last = first; last.length === EXPORT_PAGE;) {
    last = await page({ before: keyOf(last.at(-1)!), limit: EXPORT_PAGE });
    yield last;
  }
}

async function* linesOf<I extends object>(
  ledger: AskedLedger<I>,
  form: keyof typeof MEDIA_TYPES,
  first: readonly I[],
): AsyncGenerator<string> {
  let isFirst = true;
  for await (const rows of pagesOf(ledger, first)) {
    yield form === 'csv' ? csvOf(rows, ledger.columns, isFirst) : ndjsonOf(rows);
    isFirst = false;
  }
}

/**
 * A ledger in the asked form: one page of JSON, or every row from the cursor on, streamed. The first page is read before
 * anything is sent, so that what cannot be read is a problem and no empty file; one that breaks off later breaks the
 * connection.
 */
export async function given<I extends object>(
  ledger: AskedLedger<I>,
  form: LedgerForm,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<StreamableFile | { items: readonly I[]; nextCursor: string | null }> {
  if (form === 'json') {
    const items = await ledger.page({ before: cursor, limit });
    const last = items.at(-1);
    return { items, nextCursor: last && items.length === limit ? ledger.keyOf(last) : null };
  }
  const first = await ledger.page({ before: cursor, limit: EXPORT_PAGE });
  return new StreamableFile(Readable.from(linesOf(ledger, form, first)), {
    type: MEDIA_TYPES[form],
    disposition: `attachment; filename="${ledger.name}.${form}"`,
  });
}
