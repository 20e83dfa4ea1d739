import { TARGETS, type TargetName } from './target.js';

/** One measurement of a round: so many cases on one target, so many at once. */
export interface Cell {
  readonly target: TargetName;
  readonly atOnce: number;
  readonly cases: number;
}

/** What a run measures. */
export interface Plan {
  readonly rounds: number;
  /** Of one round, in order; every second round goes backwards, so that a machine that slows down favours nobody. */
  readonly cells: readonly Cell[];
  /** What runs before anything is measured, until code is compiled and connections are there. */
  readonly warmUp: readonly Cell[];
  /** Open cases by which the memory of the worker is measured. */
  readonly openCases: number;
}

/** What may be asked for; `cases` are those of one target in one round at 16 at once. */
export interface PlanOptions {
  readonly rounds: number;
  readonly cases: number;
  readonly quick: boolean;
}

/** Without Temporal behind them they are done in a moment. */
const QUICK_ONES: readonly TargetName[] = ['floor', 'insert', 'accept'];

export const DEFAULTS: PlanOptions = { rounds: 3, cases: 96, quick: false };

/** Without a floor and a case or two a round tells nothing. */
const QUICK: Plan = { rounds: 1, cells: cellsOf(16), warmUp: warmUpOf(8), openCases: 32 };

export const planOf = ({ rounds, cases, quick }: PlanOptions): Plan =>
  quick ? QUICK : { rounds, cells: cellsOf(cases), warmUp: warmUpOf(24), openCases: 200 };

/** Messages that are done in a moment have to be many times as many until their code is compiled. */
function warmUpOf(cases: number): readonly Cell[] {
  return TARGETS.map((target) => ({
    target,
    atOnce: 8,
    cases: QUICK_ONES.includes(target) ? 40 * cases : cases,
  }));
}

/** At 1 for what a message costs, at 16 for what a machine gives, at 64 for what becomes of it under strain. */
function cellsOf(cases: number): readonly Cell[] {
  const fewer = (share: number) => Math.max(2, Math.round(cases / share));
  const alone = TARGETS.map((target) => ({
    target,
    atOnce: 1,
    cases: QUICK_ONES.includes(target) ? 4 * cases : fewer(8),
  }));
  const many = TARGETS.map((target) => ({
    target,
    atOnce: 16,
    cases: QUICK_ONES.includes(target) ? 8 * cases : cases,
  }));
  return [...alone, ...many, { target: 'product', atOnce: 64, cases: 2 * cases }];
}
