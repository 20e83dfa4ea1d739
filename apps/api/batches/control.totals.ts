import { Problem } from '../problem/problem.js';
import { valueOf } from './column.values.js';
import { fieldOf } from './columns.js';
import type { Letter } from './letter.js';
import type { NoticeRow } from './list.js';
import type { Table } from './table.js';

/** What a list holds, or is said to hold; -1 is what cannot be read. Amounts are whole fen, longer than a JavaScript number may be. */
export interface Totals {
  readonly lines?: number | undefined;
  readonly amountFen?: bigint | undefined;
}

const bigOf = (value: unknown): bigint | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : undefined;

/** What the closing row of a table says: lines, then the sum, in the unit of the amount column. */
export function declaredBy({ trailer, columns, mapping }: Table): Totals {
  const [, lines, amount] = trailer?.cells.filter((cell) => cell !== '') ?? [];
  const unit = columns.find(({ field }) => fieldOf(field).path[0] === 'amountFen')?.field ?? 'amountFen';
  return {
    ...(lines !== undefined && { lines: /^\d{1,9}$/.test(lines) ? Number(lines) : -1 }),
    ...(amount !== undefined && { amountFen: bigOf(valueOf(mapping, unit, amount)) ?? -1n }),
  };
}

const CLOSING = 'controlTotals';

/** Sets the closing line of a file of JSON objects apart: `{"controlTotals":{"lines":2,"amountFen":100}}`. */
export function withoutClosing(rows: readonly NoticeRow[]): {
  readonly rows: readonly NoticeRow[];
  readonly declared: Totals;
} {
  const said: unknown = Reflect.get(Object(rows.at(-1)?.notice), CLOSING);
  if (typeof said !== 'object' || said === null) return { rows, declared: {} };
  const { lines, amountFen } = said as { readonly lines?: unknown; readonly amountFen?: unknown };
  return {
    rows: rows.slice(0, -1),
    declared: {
      ...(lines !== undefined && { lines: Number(bigOf(lines) ?? -1) }),
      ...(amountFen !== undefined && { amountFen: bigOf(amountFen) ?? -1n }),
    },
  };
}

/** What a list really holds. An amount that cannot be read counts as nothing, so that it does not go unseen. */
export const countedIn = (letters: readonly Letter[]): { readonly lines: number; readonly amountFen: bigint } => ({
  lines: letters.reduce((sum, { lines }) => sum + lines.length, 0),
  amountFen: letters.flatMap(({ amounts }) => amounts).reduce<bigint>((sum, amount) => sum + (bigOf(amount) ?? 0n), 0n),
});

/** 422 where a list is not what its sender says it is; undefined where it is. Nothing of such a list is opened. */
export function totalsProblem(declared: readonly Totals[], counted: ReturnType<typeof countedIn>): Problem | undefined {
  const wrong = declared.flatMap(({ lines, amountFen }) => [
    ...(lines !== undefined && lines !== counted.lines ? [['lines', lines, counted.lines] as const] : []),
    ...(amountFen !== undefined && amountFen !== counted.amountFen
      ? [['amountFen', amountFen, counted.amountFen] as const]
      : []),
  ]);
  if (wrong.length === 0) return undefined;
  const words = (says: string, has: string) =>
    wrong.map(([name, said, real]) => `${name}: ${says} ${said}, ${has} ${real}`).join('; ');
  return new Problem('guard.control-total', {
    detail: `The list is not what its control totals say (${words('said', 'counted')}). Nothing was opened: get the whole list and send it again.`,
    detailZh: `清单与控制总数不符(${words('声明', '实际')})。未开立任何案件,请取得完整清单后重新发送。`,
    extensions: { declared: shown(declared), counted: { lines: counted.lines, amountFen: String(counted.amountFen) } },
  });
}

const shown = (declared: readonly Totals[]): object => {
  const { lines, amountFen } = Object.assign({}, ...declared) as Totals;
  return { lines: lines ?? null, amountFen: amountFen === undefined ? null : String(amountFen) };
};
