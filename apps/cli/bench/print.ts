import { casesPerSecond, cpuByPart, cpuPerMessage, p50, p99, reaches, type Goal } from './goals.js';
import type { Results, Reading } from './results.js';
import { spreadOf, type Spread } from './statistics.js';
import { TARGETS, TARGET_WORDS, type TargetName } from './target.js';

/** Figures of one reading, with the digits they are printed with. */
export const COLUMNS: readonly (readonly [head: string, digits: number, of: (reading: Reading) => number])[] = [
  ['cases/s', 1, casesPerSecond],
  ['p50 ms', 0, p50],
  ['p99 ms', 0, p99],
  ['CPU ms/msg', 1, cpuPerMessage],
];

/** The loads that are measured: messages of so many cases at once. */
export const AT_ONCE = [1, 16, 64];

/** The measurements as a table: medians of the rounds, least and most in brackets. */
export function tableOf(results: Results): readonly string[] {
  const head = ['', ...COLUMNS.map(([name]) => name), 'of which'];
  const rows = AT_ONCE.flatMap((atOnce) =>
    TARGETS.filter((target) => results.of(target, atOnce).length > 0).map((target) => rowOf(results, target, atOnce)),
  );
  return aligned([head, ...rows]);
}

function rowOf(results: Results, target: TargetName, atOnce: number): readonly string[] {
  const readings = results.of(target, atOnce);
  return [
    `${TARGET_WORDS[target]}, ${atOnce} at once`,
    ...COLUMNS.map(([, digits, of]) => written(spreadOf(readings.map(of)), digits)),
    Object.entries(cpuByPart(readings))
      .map(([name, ms]) => `${name} ${ms.toFixed(1)}`)
      .join(', '),
  ];
}

/** The goals with what was measured: ✓✓ for the aim, ✓ for what must be, ✗ for less. */
export function goalTableOf(goals: readonly Goal[]): readonly string[] {
  const rows = goals.map((goal) => {
    const { words, must, aim, unit, measured, wanted } = goal;
    const bound = (figure: number) => `${wanted === 'MORE' ? '≥' : '≤'} ${figure}${unit}`;
    return [words, `${written(measured, 2)}${unit}`, bound(must), bound(aim), markOf(goal)];
  });
  return aligned([['goal', 'measured', 'must', 'aim', ''], ...rows]);
}

function markOf(goal: Goal): string {
  if (!goal.measured) return '?';
  return reaches(goal, goal.aim) ? '✓✓' : reaches(goal, goal.must) ? '✓' : '✗';
}

const written = (spread: Spread | undefined, digits: number): string => {
  if (!spread) return 'not known';
  const [median, least, most] = [spread.median, spread.least, spread.most].map((figure) => figure.toFixed(digits));
  return least === most ? `${median}` : `${median} (${least}–${most})`;
};

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
}
