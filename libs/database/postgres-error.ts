import { QueryFailedError } from 'typeorm';

/** Why PostgreSQL did not carry a statement out. */
export interface PostgresError {
  /** SQLSTATE, five characters. */
  readonly code: string;
  /** The constraint that was broken, where one was. */
  readonly constraint?: string;
}

/** Undefined for every error that is not PostgreSQL's own. */
export const postgresErrorOf = (error: unknown): PostgresError | undefined =>
  error instanceof QueryFailedError ? (error.driverError as Error & PostgresError) : undefined;
