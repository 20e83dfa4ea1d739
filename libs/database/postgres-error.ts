import { DatabaseError } from 'pg';
import { QueryFailedError } from 'typeorm';

/** Why PostgreSQL did not carry a statement out; undefined for every error that is not its own. */
export const postgresErrorOf = (error: unknown): DatabaseError | undefined =>
  error instanceof QueryFailedError && error.driverError instanceof DatabaseError ? error.driverError : undefined;
