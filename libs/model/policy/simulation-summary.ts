import type { Otherwise, Simulated } from './simulate.js';

/** Many simulated cases in figures: how many would have gone otherwise, and why. */
export interface SimulationSummary {
  readonly policyVersion: string;
  readonly cases: number;
  readonly decided: number;
  readonly same: number;
  readonly otherwise: number;
  /** How many part for which reason: a refusal by its code, a deadline by its name, an event or state as such. */
  readonly why: { readonly [reason: string]: number };
}

const reasonOf = (why: Otherwise): string => {
  if (why.kind === 'REFUSED') return why.code;
  return why.kind === 'DEADLINE' ? why.deadline : why.kind;
};

/** The figures of many simulated cases. */
export function summaryOf(simulated: readonly Simulated[], policyVersion: string): SimulationSummary {
  const why: Record<string, number> = {};
  for (const { otherwise } of simulated)
    if (otherwise) why[reasonOf(otherwise.why)] = (why[reasonOf(otherwise.why)] ?? 0) + 1;
  const parted = simulated.filter(({ otherwise }) => otherwise).length;
  return {
    policyVersion,
    cases: simulated.length,
    decided: simulated.reduce((sum, { decided }) => sum + decided, 0),
    same: simulated.length - parted,
    otherwise: parted,
    why,
  };
}
