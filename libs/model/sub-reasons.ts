import type { Case } from './case.js';
import type { Policy, SubReasonPolicy } from './policy/policy.js';
import type { ConditionFact, Disclosure, ReasonCode, SubReason } from './vocabulary.js';

type Caused = Pick<Case, 'reasons' | 'subs'>;

/** Sub-reasons as said at triage, and for a reason of which none was said the one taken for given. */
export function subsOf({ reasons, subs }: Caused, policy: Policy): readonly SubReason[] {
  const assumed = reasons.flatMap(({ code }) => {
    const { usualSub } = policy.reasons[code];
    return usualSub && !subs.some((sub) => policy.subReasons[sub].of.includes(code)) ? [usualSub] : [];
  });
  return [...subs, ...assumed];
}

/** The rules of a case's sub-reasons. */
export const subRulesOf = (current: Caused, policy: Policy): readonly SubReasonPolicy[] =>
  subsOf(current, policy).map((sub) => policy.subReasons[sub]);

/** Condition facts of a case: those people have set, and those its sub-reasons mean. */
export const factsOf = (current: Caused & Pick<Case, 'facts'>, policy: Policy): readonly ConditionFact[] => [
  ...new Set([...current.facts, ...subRulesOf(current, policy).flatMap(({ facts = [] }) => facts)]),
];

/** Those of these sub-reasons that stand under one of these reasons; the others say nothing of the case any more. */
export const subsUnder = (
  reasonCodes: readonly ReasonCode[],
  subs: readonly SubReason[],
  { subReasons }: Policy,
): readonly SubReason[] => subs.filter((sub) => subReasons[sub].of.some((code) => reasonCodes.includes(code)));

const GUARDED: readonly Disclosure[] = ['FULL', 'NEUTRAL', 'NONE'];
const mostGuarded = (levels: readonly Disclosure[]): Disclosure =>
  GUARDED.findLast((level) => levels.includes(level)) ?? 'FULL';

/** How far one reason is told: as its sub-reasons are where they say so, the most guarded of them first. */
function disclosureOfReason(code: ReasonCode, subs: readonly SubReason[], policy: Policy): Disclosure {
  const own = policy.reasons[code].disclosure;
  const ofSubs = subs.flatMap((sub) => {
    const { of, disclosure } = policy.subReasons[sub];
    return of.includes(code) ? [disclosure ?? own] : [];
  });
  return ofSubs.length > 0 ? mostGuarded(ofSubs) : own;
}

/**
 * What may be told of a case outside: as its most guarded reason, and where that says nothing, as far as COMPLIANCE has
 * let it be told (domain §4.6).
 */
export function disclosureOf(current: Caused & Pick<Case, 'disclosed'>, policy: Policy): Disclosure {
  const subs = subsOf(current, policy);
  const level = mostGuarded(current.reasons.map(({ code }) => disclosureOfReason(code, subs, policy)));
  return level === 'NONE' ? (current.disclosed ?? level) : level;
}
