import type { DataSource, EntityManager } from 'typeorm';
import { prepared } from './prepared.js';

/** Where one can ask: a connection of its own, or the one of a transaction under way. */
export type Asks = DataSource | EntityManager;

const NOW = prepared(
  'SELECT clock_timestamp',
  'SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS ms',
);

/** The database's clock in whole milliseconds since 1970, moving on inside a transaction too. */
export async function databaseNow(asks: Asks): Promise<number> {
  const rows = await asks.query<{ ms: string }[]>(NOW);
  return Number(rows[0]?.ms);
}
