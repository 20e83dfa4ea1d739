import type { DataSource, EntityManager } from 'typeorm';

/** Where one can ask: a connection of its own, or the one of a transaction under way. */
export type Asks = DataSource | EntityManager;

/** The database's clock in whole milliseconds since 1970, moving on inside a transaction too. */
export async function databaseNow(asks: Asks): Promise<number> {
  const rows = await asks.query<{ ms: string }[]>(
    'SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS ms',
  );
  return Number(rows[0]?.ms);
}
