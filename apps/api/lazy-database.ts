import type { DataSource } from 'typeorm';

const RETRY_MS = 500;

/**
 * Connects to the database now, or as soon as it is there; until then every query fails. A process that starts before
 * its database answers 503 and needs no second start.
 */
export async function openLazily(database: DataSource): Promise<DataSource> {
  const connect = (): Promise<unknown> =>
    database.initialize().catch(() => {
      setTimeout(() => void connect(), RETRY_MS).unref();
    });
  await connect();
  return database;
}
