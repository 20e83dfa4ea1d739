import { invalidRequest } from '../problem/problem.js';
import type { Letter } from './letter.js';
import type { RowDefaults } from './letters.table.js';
import type { NoticeRow } from './list.js';

const NOWHERE = new Map<string, never>();

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function amountsOf(notice: unknown): readonly unknown[] {
  const transactions: unknown = Reflect.get(Object(notice), 'transactions');
  if (!Array.isArray(transactions)) return [];
  return transactions.map((one: unknown): unknown => Reflect.get(Object(one), 'amountFen'));
}

/** The notices of a file of JSON objects: one on each line. */
export const lineLetters = (rows: readonly NoticeRow[], defaults: RowDefaults): readonly Letter[] =>
  rows.map(({ line, notice, fault }) => {
    const wrong = fault ?? (isObject(notice) ? undefined : 'must be a JSON object');
    return {
      lines: [line],
      doubled: new Set<number>(),
      notice: isObject(notice) && defaults.sandbox !== undefined ? { sandbox: defaults.sandbox, ...notice } : notice,
      places: NOWHERE,
      columns: NOWHERE,
      amounts: amountsOf(notice),
      ...(wrong !== undefined && { problem: invalidRequest([{ pointer: '', message: wrong }]) }),
    };
  });
