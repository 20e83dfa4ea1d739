import { asideRatios, cpuByPart, reaches, type Goal } from './goals.js';
import { AT_ONCE, COLUMNS } from './print.js';
import type { Reading, Results } from './results.js';
import { spreadOf } from './statistics.js';
import { TARGETS } from './target.js';

/** One object with everything measured, for programs. */
export function jsonOf(results: Results, goals: readonly Goal[]): object {
  const asides = asideRatios(results);
  const measured = { ...Object.fromEntries(goals.map((goal) => [goal.key, goal.measured])), ...asides };
  const known = Object.entries(measured).flatMap(([key, spread]) => (spread ? [[key, spread] as const] : []));
  return {
    ratios: Object.fromEntries(known.map(([key, { median }]) => [key, rounded(median)])),
    spread: Object.fromEntries(known.map(([key, { least, most }]) => [key, [rounded(least), rounded(most)]])),
    goals: goals.map((goal) => ({
      key: goal.key,
      must: goal.must,
      aim: goal.aim,
      met: reaches(goal, goal.must),
      aimMet: reaches(goal, goal.aim),
    })),
    figures: figuresOf(results),
  };
}

const figuresOf = (results: Results): object =>
  Object.fromEntries(
    AT_ONCE.flatMap((atOnce) =>
      TARGETS.filter((target) => results.of(target, atOnce).length > 0).map((target) => [
        `n${atOnce}.${target}`,
        mediansOf(results.of(target, atOnce)),
      ]),
    ),
  );

function mediansOf(readings: readonly Reading[]): object {
  const figures = COLUMNS.map(([name, , of]) => [name, rounded(spreadOf(readings.map(of))?.median)] as const);
  const parts = Object.entries(cpuByPart(readings)).map(([name, ms]) => [name, rounded(ms)] as const);
  return { ...Object.fromEntries(figures), cpu: Object.fromEntries(parts) };
}

const rounded = (figure: number | undefined): number | null =>
  figure === undefined ? null : Math.round(figure * 1000) / 1000;
