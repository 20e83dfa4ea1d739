import type { CellValue, WriteSheet } from 'hucre/xlsx';

/** A sheet of these rows. */
export const sheetOf = (rows: readonly (readonly CellValue[])[]): WriteSheet => ({
  name: 'Sheet1',
  rows: rows.map((row) => [...row]),
});
