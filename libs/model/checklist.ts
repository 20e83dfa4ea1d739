import type { Case, Material } from './case.js';
import type { MaterialRule, Policy } from './policy/policy.js';
import { factsOf, subRulesOf } from './sub-reasons.js';
import type { MaterialCode, Requirement } from './vocabulary.js';

const WEIGHT: { readonly [R in Requirement]: number } = { REQUIRED: 2, CONDITIONAL: 1, OPTIONAL: 0 };

function requirementOf({ need }: MaterialRule, facts: Case['facts']): Requirement {
  if (typeof need === 'string') return need;
  return need.when.some((fact) => facts.includes(fact)) ? 'REQUIRED' : 'CONDITIONAL';
}

/** What reasons and sub-reasons ask for, with the papers this kind of merchant cannot have replaced. */
function rulesFor(current: Case, policy: Policy): readonly MaterialRule[] {
  const substitutes = policy.substitutes[current.merchantKind] ?? {};
  const subs = subRulesOf(current, policy);
  const impossible = subs.flatMap(({ without = [] }) => without);
  return [
    ...current.reasons.flatMap(({ code }) => policy.reasons[code].materials),
    ...subs.flatMap(({ materials = [] }) => materials),
  ]
    .filter(({ code }) => !impossible.includes(code))
    .flatMap((rule) => (substitutes[rule.code] ?? [rule.code]).map((code) => ({ ...rule, code })));
}

/**
 * The papers of a case from its reasons, sub-reasons, condition facts and kind of merchant; the strictest need wins
 * where several ask for one. Papers already there keep their status and documents; the ingested notice satisfies M01
 * (domain §4.6).
 */
export function checklist(current: Case, policy: Policy): readonly Material[] {
  const facts = factsOf(current, policy);
  const needs = new Map<MaterialCode, Requirement>();
  for (const rule of rulesFor(current, policy)) {
    const need = requirementOf(rule, facts);
    const known = needs.get(rule.code);
    if (!known || WEIGHT[need] > WEIGHT[known]) needs.set(rule.code, need);
  }
  const sorted = [...needs].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([code, requirement]) => {
    const known = current.materials.find((material) => material.code === code);
    return known ? { ...known, requirement } : fresh(current, code, requirement);
  });
}

function fresh(current: Case, code: MaterialCode, requirement: Requirement): Material {
  const notice = { documentId: current.content.textId, sha256: current.contentHash, round: 1 };
  return code === 'M01'
    ? { code, requirement, status: 'ACCEPTED', round: 1, documents: [notice] }
    : { code, requirement, status: 'REQUESTED', round: 1, documents: [] };
}
