import { TARGETS, type TargetName } from './target.js';

/** One measurement of a round: so many cases on one target, so many at once. */
export interface Cell {
  readonly target: TargetName;
  readonly atOnce: number;
  readonly cases: number;
}

/** Targets that are measured together, round after round. */
export interface Stretch {
  /** Of one round, in order; every second round goes backwards, so that a machine that slows down favours nobody. */
  readonly cells: readonly Cell[];
  /** What runs before anything is measured, until code is compiled and connections are there. */
  readonly warmUp: readonly Cell[];
}

/** What a run measures. */
export interface Plan {
  readonly rounds: number;
  /** Whole cases. */
  readonly cases: Stretch;
  /** Signals that are kept and nothing more; after the cases, for the worker goes on looking for the case of each. */
  readonly signals: Stretch;
  /** Open cases by which the memory of the worker is measured. */
  readonly openCases: number;
}

/** What may be asked for; `cases` are those of one target in one round at 16 at once. */
export interface PlanOptions {
  readonly rounds: number;
  readonly cases: number;
  readonly quick: boolean;
}

export const DEFAULTS: PlanOptions = { rounds: 3, cases: 96, quick: false };

const SIGNALS: readonly TargetName[] = ['insert', 'accept'];
const CASES = TARGETS.filter((target) => !SIGNALS.includes(target));

/** The whole plan, or one short round of it. */
export function planOf({ quick, ...asked }: PlanOptions): Plan {
  const { rounds, cases } = quick ? { rounds: 1, cases: 16 } : asked;
  const warmUp = quick ? 8 : 72;
  return {
    rounds,
    cases: { cells: caseCells(cases), warmUp: CASES.map((target) => ({ target, atOnce: 8, cases: warmUp })) },
    signals: {
      cells: signalCells(cases),
      warmUp: SIGNALS.map((target) => ({ target, atOnce: 8, cases: 12 * warmUp })),
    },
    openCases: quick ? 32 : 200,
  };
}

/** At 1 for what a message costs, at 16 for what a machine gives, at 64 for what becomes of it under strain. */
function caseCells(cases: number): readonly Cell[] {
  const alone = CASES.map((target) => ({ target, atOnce: 1, cases: Math.max(2, Math.round(cases / 8)) }));
  const many = CASES.map((target) => ({ target, atOnce: 16, cases }));
  return [...alone, ...many, { target: 'product', atOnce: 64, cases: 2 * cases }];
}

/** They are done in a moment, so they are many times as many. */
const signalCells = (cases: number): readonly Cell[] =>
  [1, 16].flatMap((atOnce) => SIGNALS.map((target) => ({ target, atOnce, cases: (atOnce === 1 ? 4 : 8) * cases })));
