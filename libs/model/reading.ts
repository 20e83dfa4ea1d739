import type { Case, Material, ScopeItem } from './case.js';
import type { CommandName, FieldsOf } from './commands.js';
import type { Command } from './event.js';
import { hashOf } from './hash.js';
import type { Policy } from './policy/policy.js';
import type { DecisionOwner, ReasonCode } from './vocabulary.js';

/**
 * The fields of a command known to be of one of these types.
 * @throws TypeError when a row of the table gives a rule a command it does not read.
 */
export function fieldsOf<N extends CommandName>(command: Command, ...names: readonly N[]): FieldsOf<N> {
  if (!(names as readonly string[]).includes(command.type))
    throw new TypeError(`a rule for ${names.join()} was given ${command.type}`);
  return command.fields as FieldsOf<N>;
}

export const materialOf = (current: Case, code: string): Material | undefined =>
  current.materials.find((material) => material.code === code);

export const itemOf = (current: Case, itemId: string): ScopeItem | undefined =>
  current.scope.find((item) => item.itemId === itemId);

const GONE: readonly ScopeItem['status'][] = ['RESTORED', 'REPLACED', 'DECOMMISSIONED'];

/** Items that still hold something back; one released for a time only is among them. */
export const restricted = (current: Case): readonly ScopeItem[] =>
  current.scope.filter(({ status, until }) => !GONE.includes(status) || Boolean(until));

/** Items that work again in fact: a terminal's restriction that is lifted while one of its merchant's stands is not among them. */
export function effective(current: Case): readonly ScopeItem[] {
  const stopped = restricted(current)
    .filter(({ level }) => level !== 'TERMINAL')
    .map(({ capability }) => capability);
  return current.scope.filter(
    ({ status, level, capability }) => status === 'RESTORED' && !(level === 'TERMINAL' && stopped.includes(capability)),
  );
}

/** Whether an item works again in fact. */
export const worksAgain = (current: Case, itemId: string): boolean =>
  effective(current).some((item) => item.itemId === itemId);

/** Items an approval speaks of: the named ones, or all that are restricted. */
export const selected = (current: Case, itemIds: readonly string[] | undefined): readonly ScopeItem[] =>
  itemIds ? current.scope.filter(({ itemId }) => itemIds.includes(itemId)) : restricted(current);

/** Items an approval lifts: those it names, without the capabilities its conditions leave out. */
export function approvedItems(current: Case, command: Command): readonly ScopeItem[] {
  const { scopeItemIds, conditions } = fieldsOf(command, 'APPROVE');
  const leftOut = conditions?.without ?? [];
  return selected(current, scopeItemIds).filter(({ capability }) => !leftOut.includes(capability));
}

/** Required papers that are neither accepted nor waived. */
export const notAccepted = (current: Case): readonly Material[] =>
  current.materials.filter(
    ({ requirement, status }) => requirement === 'REQUIRED' && status !== 'ACCEPTED' && status !== 'WAIVED',
  );

/** Required papers of which nothing usable is there. */
export const missing = (current: Case): readonly Material[] =>
  notAccepted(current).filter(({ status }) => status !== 'UPLOADED');

export const hasReview = (reasons: readonly ReasonCode[], policy: Policy): boolean =>
  reasons.some((code) => policy.reasons[code].track === 'REVIEW');

export const reasonCodesOf = (current: Case): readonly ReasonCode[] => current.reasons.map(({ code }) => code);

export const owners = (items: readonly ScopeItem[]): readonly DecisionOwner[] => [
  ...new Set(items.map((item) => item.decisionOwner)),
];

/**
 * Hash of everything a decision rests on: reasons, scope, papers, findings, verdicts and reports. A recommendation, a sign-off,
 * notes, clocks, the assignee and the viewer are not part of it (api.md §2).
 */
export const evidenceHash = (current: Case): string =>
  hashOf({
    reasons: current.reasons,
    subs: current.subs,
    facts: current.facts,
    scope: current.scope.map(({ itemId, status, reasons }) => ({ itemId, status, reasons })),
    materials: current.materials.map(({ code, status, round, documents }) => ({
      code,
      status,
      round,
      documents: documents.map(({ sha256 }) => sha256),
    })),
    findings: current.findings,
    reports: current.reports,
    verdicts: current.transactions.map(({ transactionId, verdict }) => ({ transactionId, verdict })),
  });
