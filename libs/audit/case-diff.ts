import { canonical, LIST_KEYS, type Case } from '#model';

/** One member of a case that is not the same at two moments; left out where it was not there. */
export interface CaseDifference {
  /** Names from the case down; an element of a list by its key: `materials/M01/status`. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

type Members = { readonly [name: string]: unknown };
const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const keyOfList = (name: string): string | undefined =>
  Object.hasOwn(LIST_KEYS, name) ? LIST_KEYS[name as keyof typeof LIST_KEYS] : undefined;

/** A list whose elements have keys, as members by key. */
const byKey = (list: unknown, key: string): Members =>
  Object.fromEntries(
    (Array.isArray(list) ? list : []).map((element: unknown) => [String(Reflect.get(Object(element), key)), element]),
  );

function differences(path: string, before: unknown, after: unknown): readonly CaseDifference[] {
  if (before !== undefined && after !== undefined && canonical(before) === canonical(after)) return [];
  if (isMembers(before) && isMembers(after)) return membersBetween(path, before, after);
  return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

function membersBetween(path: string, before: Members, after: Members): readonly CaseDifference[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const at = path === '' ? name : `${path}/${name}`;
    const key = path === '' ? keyOfList(name) : undefined;
    if (key === undefined) return differences(at, before[name], after[name]);
    return membersBetween(at, byKey(before[name], key), byKey(after[name], key));
  });
}

/** What is not the same in a case at two moments; before its first event it has nothing. */
export const caseDifferences = (before: Case | undefined, after: Case): readonly CaseDifference[] =>
  membersBetween('', { ...before }, { ...after });
