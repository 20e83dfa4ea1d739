import { canonical } from '../canonical.js';
import type { Policy } from './policy.js';
import { namedRows } from './row-names.js';

/** One place within a row, reason or deadline that has changed; `null` where it was not there, or is no longer. */
export interface PolicyChange {
  /** Names on the way to it with dots between; an element of a list by its own code. Empty for the whole thing. */
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** One thing that differs between two policies. `null` where it is not there. */
export interface PolicyDifference {
  readonly part: 'transition' | 'reason' | 'deadline' | 'other';
  readonly id: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly changes: readonly PolicyChange[];
}

type Parts = ReadonlyMap<
  string,
  { readonly part: PolicyDifference['part']; readonly id: string; readonly value: unknown }
>;

function partsOf(policy: Policy): Parts {
  const { transitions, reasons, deadlines, ...rest } = policy;
  const rows = namedRows({ transitions }).map(({ name, row }) => ({
    part: 'transition' as const,
    id: name,
    value: row,
  }));
  const named = (part: PolicyDifference['part'], table: object) =>
    Object.entries(table).map(([id, value]) => ({ part, id, value: value as unknown }));
  const all = [...rows, ...named('reason', reasons), ...named('deadline', deadlines), ...named('other', rest)];
  return new Map(all.map((entry) => [`${entry.part}:${entry.id}`, entry]));
}

type Members = { readonly [name: string]: unknown };

const isRecord = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A length of time is read as one thing. */
const isBudget = (value: Members): boolean => 'n' in value && 'unit' in value;

/** Members of a record, or elements of a list that carry a code of their own; undefined for what is one thing. */
function membersOf(value: unknown): Members | undefined {
  if (isRecord(value)) return isBudget(value) ? undefined : value;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const keyed = value.map((element: unknown) =>
    isRecord(element) ? [element['code'] ?? element['mark'], element] : [undefined],
  );
  return keyed.every(([key]) => typeof key === 'string') ? (Object.fromEntries(keyed) as Members) : undefined;
}

function changesWithin(from: unknown, to: unknown, path = ''): readonly PolicyChange[] {
  if (canonical(from ?? null) === canonical(to ?? null)) return [];
  const [before, after] = [membersOf(from), membersOf(to)];
  if (!before || !after) return [{ path, from: from ?? null, to: to ?? null }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => changesWithin(before[name], after[name], path === '' ? name : `${path}.${name}`));
}

/** What has changed from one policy to another, in the order of the first and then what only the second has. */
export function diffPolicies(from: Policy, to: Policy): readonly PolicyDifference[] {
  const before = partsOf(from);
  const after = partsOf(to);
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key) => {
    const [old, present] = [before.get(key), after.get(key)];
    const changes = changesWithin(old?.value, present?.value);
    if (changes.length === 0) return [];
    const { part, id } = (present ?? old)!;
    return [{ part, id, from: old?.value ?? null, to: present?.value ?? null, changes }];
  });
}
