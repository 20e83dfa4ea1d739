const names = new Map<string, string>();

/**
 * A statement each connection has the server parse and plan once. For those of the hot path: whose text is always the
 * same, and whose best plan is the same whatever the values.
 */
export function prepared(sql: string): string {
  names.set(sql, `reinstate_${names.size}`);
  return sql;
}

/** Under which name the server is to keep a statement; undefined where it is not to. */
export const preparedName = (sql: string): string | undefined => names.get(sql);
