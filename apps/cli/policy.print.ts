import type { Otherwise, PolicyChange, PolicyDifference, Simulated } from '#model';
import type { Simulation } from './policy.simulate.js';

const isBudget = (value: object): value is { n: number; unit: string } => 'n' in value && 'unit' in value;

const isPaper = (value: object): value is { need: string | { when: readonly string[] } } => 'need' in value;

/** A value of a policy in few words. */
function valueWords(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value) && value.every((element) => typeof element === 'string')) return value.join(' ') || 'none';
  if (typeof value === 'object') return isBudget(value) ? `${value.n} ${value.unit}` : paperWords(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function paperWords(value: object): string {
  if (!isPaper(value)) return JSON.stringify(value);
  return typeof value.need === 'string' ? value.need : `when ${value.need.when.join(' or ')}`;
}

const changeWords = ({ path, from, to }: PolicyChange): string => {
  const place = path === '' ? '' : `${path}: `;
  if (from === null) return `    + ${place}${valueWords(to)}`;
  if (to === null) return `    - ${place}${valueWords(from)}`;
  return `    ${place}${valueWords(from)} → ${valueWords(to)}`;
};

/** A difference of two policies: what it is in, and one line for each place that changed. */
export const differenceWords = ({ part, id, changes }: PolicyDifference): readonly string[] => [
  part === 'other' ? id : `${part} ${id}`,
  ...changes.map(changeWords),
];

function whyWords(why: Otherwise): string {
  switch (why.kind) {
    case 'REFUSED': {
      const facts = Object.entries(why.facts).map(([name, value]) => `${name} ${valueWords(value)}`);
      return `would have been refused: ${[why.code, ...(why.row === null ? [] : [`row ${why.row}`]), ...facts].join(', ')}`;
    }
    case 'OTHER_EVENT':
      return `would have been ${why.simulated}`;
    case 'OTHER_STATE':
      return `would have led to ${why.simulated}, not ${why.recorded}`;
    case 'DEADLINE':
      return `${why.deadline} would have been ${why.simulated}, and was ${why.recorded}`;
  }
}

const caseWords = ({ caseId, openedUnder, otherwise }: Simulated): readonly string[] =>
  otherwise ? [`✗ ${caseId} (${openedUnder}) seq ${otherwise.seq} ${otherwise.type}: ${whyWords(otherwise.why)}`] : [];

/** A simulation: its figures, then one line for each case that would have gone otherwise. */
export function simulationWords({
  policyVersion,
  cases,
  decided,
  same,
  otherwise,
  why,
  items,
  unreadable,
}: Simulation): readonly string[] {
  return [
    `${policyVersion}: ${cases} cases, ${decided} acts decided again; ${same} cases would have gone the same, ${otherwise} otherwise`,
    ...Object.entries(why)
      .sort(([, a], [, b]) => b - a)
      .map(([reason, count]) => `    ${String(count).padStart(5)}  ${reason}`),
    ...items.flatMap(caseWords),
    ...unreadable.map(({ caseId, error }) => `? ${caseId}: ${error}`),
  ];
}
