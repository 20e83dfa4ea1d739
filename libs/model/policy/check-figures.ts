import { isInstant } from '../instant.js';
import type { Budget, MarkRule, Policy } from './policy.js';

/** Deadlines that end at an instant somebody else sets: they have no length of their own. */
const FIXED = ['T_FEEDBACK', 'T_HOLD_END', 'T_EFFECTIVE'];

const isWhole = (n: number, least: number): boolean => Number.isSafeInteger(n) && n >= least;
const below = (at: string, n: number, least: number): readonly string[] =>
  isWhole(n, least) ? [] : [`${at} is ${n}, and must be a whole number of at least ${least}`];

/** Working and natural time, in the smallest step both units of each kind share; lengths of two kinds cannot be compared. */
const KINDS = {
  WD: ['WORKING', 540],
  WH: ['WORKING', 60],
  D: ['NATURAL', 1440],
  H: ['NATURAL', 60],
  M: ['NATURAL', 1],
} as const;

function reaches(length: Budget, budget: Budget): boolean {
  const [kind, minutes] = KINDS[length.unit] ?? [];
  const [budgetKind, budgetMinutes] = KINDS[budget.unit] ?? [];
  return kind === budgetKind && length.n * (minutes ?? 0) >= budget.n * (budgetMinutes ?? 0);
}

function markProblems(at: string, rule: MarkRule, budget: Budget, isFixed: boolean): readonly string[] {
  if ('percent' in rule)
    return rule.percent > 0 && rule.percent < 100 ? [] : [`${at} is at ${rule.percent} %, out of 1 to 99`];
  const length = 'after' in rule ? rule.after : rule.before;
  const whole = below(`${at}: its distance`, length.n, 1);
  return isFixed || whole.length > 0 || !reaches(length, budget) ? whole : [`${at} does not lie within the deadline`];
}

function deadlineProblems(
  name: string,
  { budget, marks, maxExtensions }: Policy['deadlines'][keyof Policy['deadlines']],
): readonly string[] {
  const at = `deadline ${name}`;
  const isFixed = FIXED.includes(name);
  const names = marks.map(({ mark }) => mark);
  return [
    ...(isFixed ? [] : below(`${at}: its budget`, budget.n, 1)),
    ...below(`${at}: maxExtensions`, maxExtensions, 0),
    ...names.filter((mark, index) => names.indexOf(mark) !== index).map((mark) => `${at} has the mark ${mark} twice`),
    ...marks.flatMap((rule) => markProblems(`${at}, mark ${rule.mark}`, rule, budget, isFixed)),
  ];
}

const reasonFigures = ({ reasons, deadlines }: Policy): readonly string[] =>
  Object.entries(reasons).flatMap(([code, { budgets, checkpointDays }]) => {
    const followUp = budgets.T_FOLLOWUP ?? deadlines.T_FOLLOWUP?.budget;
    const late = checkpointDays.filter((n) => followUp && reaches({ n, unit: 'D' }, followUp));
    return [
      ...Object.entries(budgets).flatMap(([name, { n }]) => below(`reason ${code}: its ${name}`, n, 1)),
      ...checkpointDays.flatMap((n) => below(`reason ${code}: its checkpoint day`, n, 1)),
      ...late.map((n) => `reason ${code}: its checkpoint d${n} does not lie within the follow-up`),
    ];
  });

const isMoment = (text: string): boolean => isInstant(text);

/** Figures out of range, each with the row or name it stands at. */
export function figureProblems(policy: Policy): readonly string[] {
  const { afterlife, mandatoryFrom, maxSupplementRounds, maxAttempts, maxReleaseHours, rulesRevision } = policy;
  return [
    ...Object.entries(policy.deadlines).flatMap(([name, deadline]) => deadlineProblems(name, deadline)),
    ...reasonFigures(policy),
    ...below('maxSupplementRounds', maxSupplementRounds, 1),
    ...below('maxAttempts', maxAttempts, 1),
    ...below('maxReleaseHours', maxReleaseHours, 1),
    ...below('windowGrace', policy.windowGrace.n, 1),
    ...below('repeatFollowUpPercent', policy.repeatFollowUpPercent, 100),
    ...below('neighbourDays', policy.neighbourDays, 1),
    ...below('rulesRevision', rulesRevision, 1),
    ...below('afterlife: days', afterlife.days, 1),
    ...below('afterlife: longDays', afterlife.longDays, afterlife.days),
    ...(mandatoryFrom === null || isMoment(mandatoryFrom) ? [] : [`mandatoryFrom ${mandatoryFrom} is no instant`]),
  ];
}
