import type { Case } from './case.js';
import { LIST_KEYS, type CaseEvent, type Changes, type KeyedList } from './event.js';

const isKeyed = (name: string): name is KeyedList => Object.hasOwn(LIST_KEYS, name);

type Element = { readonly [name: string]: unknown };

/** Merges patches into the elements of the same key, appends the rest; order of first appearance is kept. */
function mergeList(name: KeyedList, current: readonly Element[], patches: readonly Element[]): readonly Element[] {
  const key = LIST_KEYS[name];
  const merged = new Map(current.map((element) => [element[key], element]));
  for (const patch of patches) merged.set(patch[key], { ...merged.get(patch[key]), ...patch });
  return [...merged.values()];
}

function mergeMembers<T extends Case | Changes>(current: T, changes: Changes): T {
  const merged: { [name: string]: unknown } = { ...current };
  for (const [name, value] of Object.entries(changes)) {
    merged[name] = isKeyed(name)
      ? mergeList(name, (merged[name] ?? []) as readonly Element[], value as readonly Element[])
      : value;
  }
  return merged as T;
}

/** The case with changes applied; the number of its last event stays. */
export const changed = (current: Case, changes: Changes): Case => mergeMembers(current, changes);

/** Two changes one after the other, as one. */
export const joined = (first: Changes, second: Changes): Changes => mergeMembers(first, second);

/**
 * Folds one event into the case; total over every event of every version. The first event carries every member.
 * @throws RangeError when the event does not follow the case: a gap in the record, never a rule.
 */
export function evolve(current: Case | undefined, event: CaseEvent): Case {
  const seq = current?.seq ?? 0;
  if (event.seq !== seq + 1) throw new RangeError(`event ${event.seq} does not follow event ${seq}`);
  return { ...mergeMembers((current ?? {}) as Case, event.payload.changes), seq: event.seq, lastEventAt: event.at };
}

/** The case after all events, oldest first. */
export const fold = (events: Iterable<CaseEvent>, from?: Case): Case | undefined => {
  let current = from;
  for (const event of events) current = evolve(current, event);
  return current;
};
