const names = new Map<string, string>();

/**
 * A statement each connection has the server parse and plan once. For those of the hot path: whose text is always the
 * same, and whose best plan is the same whatever the values.
 * @param name what the server calls it, in its log and to whoever looks on: what it does, in 63 characters at most.
 */
export function prepared(name: string, sql: string): string {
  if (names.has(sql)) return sql;
  if ([...names.values()].includes(name)) throw new Error(`two statements are called ${name}`);
  names.set(sql, name);
  return sql;
}

/** Under which name the server is to keep a statement; undefined where it is not to. */
export const preparedName = (sql: string): string | undefined => names.get(sql);
