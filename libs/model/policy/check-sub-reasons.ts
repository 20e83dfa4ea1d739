import { CONDITION_FACTS, DISCLOSURES, MATERIAL_CODES, REASONS, SUB_REASONS, TASK_KINDS } from '../vocabulary.js';
import type { Policy, SubReasonPolicy } from './policy.js';

const strange = (what: string, names: readonly string[], known: readonly string[]): readonly string[] =>
  names.filter((name) => !known.includes(name)).map((name) => `unknown ${what} ${name}`);

function problemsOf(rule: SubReasonPolicy, { reasons }: Policy): readonly string[] {
  const { of, besides = [], materials = [], without = [], facts = [], disclosure, task } = rule;
  const unreviewed = besides.filter((code) => reasons[code]?.track !== 'REVIEW');
  return [
    ...strange('reason', [...of, ...besides], REASONS),
    ...strange('paper', [...materials.map(({ code }) => code), ...without], MATERIAL_CODES),
    ...strange('fact', facts, CONDITION_FACTS),
    ...strange('disclosure', disclosure ? [disclosure] : [], DISCLOSURES),
    ...strange('task', task ? [task] : [], TASK_KINDS),
    ...unreviewed.map((code) => `has to stand beside ${code}, which is not reviewed`),
  ];
}

/** Faults of the sub-reasons, and of the reasons that take one for given that is not theirs. */
export function subReasonProblems(policy: Policy): readonly string[] {
  const { subReasons, reasons } = policy;
  const silent = SUB_REASONS.filter((sub) => !Object.hasOwn(subReasons, sub));
  return [
    ...silent.map((sub) => `sub-reason ${sub} has no rule`),
    ...strange('sub-reason', Object.keys(subReasons), SUB_REASONS).map((said) => `the sub-reasons: ${said}`),
    ...Object.entries(subReasons).flatMap(([sub, rule]) =>
      problemsOf(rule, policy).map((said) => `sub-reason ${sub}: ${said}`),
    ),
    ...Object.entries(reasons).flatMap(([code, { usualSub }]) =>
      usualSub && !(subReasons[usualSub]?.of as readonly string[] | undefined)?.includes(code)
        ? [`reason ${code}: ${usualSub} is no sub-reason of it`]
        : [],
    ),
  ];
}
