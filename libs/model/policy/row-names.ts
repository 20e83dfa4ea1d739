import type { Policy, Row } from './policy.js';

/** A row with a name of its own: its number in domain §4.3, its command, and its place among those that share both. */
export interface NamedRow {
  readonly name: string;
  readonly row: Row;
}

/** Every row of a policy with its name, in the order of the table. */
export function namedRows({ transitions }: Pick<Policy, 'transitions'>): readonly NamedRow[] {
  const counts = new Map<string, number>();
  return transitions.map((row) => {
    const shared = `${row.id} ${row.command}`;
    const place = (counts.get(shared) ?? 0) + 1;
    counts.set(shared, place);
    return { name: `${shared} ${place}`, row };
  });
}
