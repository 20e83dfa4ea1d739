import { canonical } from '../canonical.js';
import type { Case, Deadline, Material } from '../case.js';
import { checklist } from '../checklist.js';
import { budgetFor, marksFor } from '../clocks.js';
import { changed } from '../evolve.js';
import type { Changes } from '../event.js';
import type { Instant } from '../instant.js';
import { evidenceHash } from '../reading.js';
import type { Rules } from '../rules.js';
import {
  DEADLINE_NAMES,
  type ClockOwner,
  type DeadlineName,
  type MaterialCode,
  type MaterialStatus,
  type Requirement,
  type State,
} from '../vocabulary.js';
import type { Budget, Policy } from './policy.js';
import { namedRows } from './row-names.js';

/** A paper that the other policy asks for in another way; `before` is null where it was not on the checklist at all. */
export interface PaperGap {
  readonly code: MaterialCode;
  readonly before: Requirement | null;
  readonly requirement: Requirement;
  readonly status: MaterialStatus;
}

/** What a deadline is given when it starts: for the future only, running ones stay as they are. */
export interface Allowance {
  readonly budget: Budget;
  readonly marks: readonly string[];
  readonly maxExtensions: number;
}

/** What would change for one case if it moved to other rules now: the gap list people see before they move it. */
export interface Rehearsal {
  readonly from: string;
  readonly to: string;
  /** Papers asked for anew, or more strictly or loosely than before. */
  readonly newPapers: readonly PaperGap[];
  /** Papers no longer asked for; what has been handed in stays. */
  readonly droppedPapers: readonly MaterialCode[];
  /** Deadlines that would be given another length, other marks or other extensions when they start the next time. */
  readonly deadlines: readonly { readonly name: DeadlineName; readonly from: Allowance; readonly to: Allowance }[];
  /** Clocks that have begun and go on as they are. */
  readonly kept: readonly {
    readonly name: DeadlineName;
    readonly owner: ClockOwner;
    readonly status: Deadline['status'];
    readonly dueAt: Instant | null;
  }[];
  /** Rows for the present state, named `number COMMAND place` as in the differences of two policies. */
  readonly rows: {
    readonly lost: readonly string[];
    readonly gained: readonly string[];
    readonly changed: readonly string[];
  };
  /** Whether what has been recommended or signed off would have to be so again, because the evidence is another. */
  readonly evidenceChanges: boolean;
}

interface PapersBetween {
  readonly asked: readonly Material[];
  readonly dropped: readonly MaterialCode[];
}

/** What differs between the checklists of two policies; what people asked for beside them is left alone. */
function papersBetween(current: Case, from: Policy, to: Policy): PapersBetween {
  const [before, after] = [checklist(current, from), checklist(current, to)];
  const requirementBefore = new Map(before.map(({ code, requirement }) => [code, requirement]));
  return {
    asked: after.filter(({ code, requirement }) => requirementBefore.get(code) !== requirement),
    dropped: before.filter(({ code }) => !after.some((kept) => kept.code === code)).map(({ code }) => code),
  };
}

/**
 * What moving a case to other rules changes. Clocks that have begun stay as they are: no merchant's is ever shortened
 * (domain §4.6). A case that has no checklist yet gets it from the new rules when it is classified.
 */
export function migrated(current: Case, from: Rules, { policy, policyHash, calendar, calendarHash }: Rules): Changes {
  const moved: Changes = {
    policyVersion: policy.version,
    policyHash,
    calendarVersion: calendar.version,
    calendarHash,
    rulesRevision: policy.rulesRevision,
  };
  if (current.materials.length === 0) return moved;
  const { asked, dropped } = papersBetween(current, from.policy, policy);
  const optional = dropped
    .filter((code) => current.materials.some((known) => known.code === code))
    .map((code) => ({ code, requirement: 'OPTIONAL' as const }));
  return { ...moved, materials: [...asked, ...optional] };
}

function allowance(current: Case, name: DeadlineName, rules: Rules): Allowance {
  const context = { now: current.lastEventAt, rules };
  return {
    budget: budgetFor(current, name, context),
    marks: marksFor(current, name, context).map(({ mark }) => mark),
    maxExtensions: rules.policy.deadlines[name].maxExtensions,
  };
}

const rowsIn = (state: State, policy: Policy): ReadonlyMap<string, string> =>
  new Map(
    namedRows(policy)
      .filter(({ row: { from } }) => from !== 'NOTHING' && from.includes(state))
      .map(({ name, row }) => [name, canonical(row)]),
  );

function rowsBetween(state: State, from: Policy, to: Policy): Rehearsal['rows'] {
  const [before, after] = [rowsIn(state, from), rowsIn(state, to)];
  return {
    lost: [...before.keys()].filter((name) => !after.has(name)),
    gained: [...after.keys()].filter((name) => !before.has(name)),
    changed: [...after].filter(([name, row]) => before.has(name) && before.get(name) !== row).map(([name]) => name),
  };
}

/** Rehearses the move of a case to other rules: what would change, and what would not. Pure; nothing is moved. */
export function rehearse(current: Case, from: Rules, to: Rules): Rehearsal {
  const { asked, dropped } = papersBetween(current, from.policy, to.policy);
  const requirementBefore = new Map(
    checklist(current, from.policy).map(({ code, requirement }) => [code, requirement]),
  );
  const deadlines = DEADLINE_NAMES.map((name) => ({
    name,
    from: allowance(current, name, from),
    to: allowance(current, name, to),
  }));
  return {
    from: from.policy.version,
    to: to.policy.version,
    newPapers: asked.map(({ code, requirement, status }) => ({
      code,
      before: requirementBefore.get(code) ?? null,
      requirement,
      status,
    })),
    droppedPapers: dropped,
    deadlines: deadlines.filter((deadline) => canonical(deadline.from) !== canonical(deadline.to)),
    kept: current.deadlines
      .filter(({ status }) => status === 'WAITING' || status === 'RUNNING' || status === 'PAUSED')
      .map(({ name, owner, status, dueAt }) => ({ name, owner, status, dueAt })),
    rows: rowsBetween(current.state, from.policy, to.policy),
    evidenceChanges: evidenceHash(changed(current, migrated(current, from, to))) !== evidenceHash(current),
  };
}
