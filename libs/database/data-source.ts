import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { RecordClient } from './record.client.js';
import { ENTITIES } from './entities.js';
import { Partners1795417200000 } from './migrations/1795417200000-partners.js';
import { RecordOfCases1795392000000 } from './migrations/1795392000000-record-of-cases.js';
import { RateLimits1795630000000 } from './migrations/1795630000000-rate-limits.js';
import { PartnerAlarms1795630000001 } from './migrations/1795630000001-partner-alarms.js';
import { AuditLog1795424400000 } from './migrations/1795424400000-audit-log.js';
import { LedgersAndMoves1795650000000 } from './migrations/1795650000000-ledgers-and-moves.js';
import { PaperExpiry1795660000000 } from './migrations/1795660000000-paper-expiry.js';
import { ListsOfNotices1795600000000 } from './migrations/1795600000000-lists-of-notices.js';
import { Completeness1795610000000 } from './migrations/1795610000000-completeness.js';
import { TurnoverByTime1795670000000 } from './migrations/1795670000000-turnover-by-time.js';
import { Recovery1795413600000 } from './migrations/1795413600000-recovery.js';
import { StandingReplay1795640000000 } from './migrations/1795640000000-standing-replay.js';

/** How to reach the database. */
export interface DatabaseConfig {
  readonly url: string;
  /** Connections of this process; 10 unless said. */
  readonly poolSize?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  /** Longest run of one statement; 1,500 ms unless said. 0 for no limit: migrations. */
  readonly statementTimeoutMs?: number;
  /** Longest wait for a connection; 1 s unless said. */
  readonly connectTimeoutMs?: number;
}

/** A connection not to be had in this time is not to be had: a read is to fail within 2 s. */
const CONNECT_TIMEOUT_MS = 1_000;
const STATEMENT_TIMEOUT_MS = 1_500;
/** The client waits so much longer than the server may work: it gives up first only when no answer comes through. */
const READ_GRACE_MS = 300;
/** A connection that is there need not be made: after a quiet while requests come together too. */
const IDLE_CONNECTION_MS = 300_000;
/** A process frozen in the middle of a transaction loses its locks. */
const IDLE_IN_TRANSACTION_MS = 10_000;

/** How TypeORM is set up for every connection to the record, the migrating one included. */
export function databaseOptions(config: DatabaseConfig): DataSourceOptions {
  const statementTimeout = config.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS;
  return {
    type: 'postgres',
    url: config.url,
    driver: pg,
    poolSize: config.poolSize ?? 10,
    applicationName: config.applicationName ?? 'reinstate',
    connectTimeoutMS: config.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
    entities: [...ENTITIES],
    migrations: [
      RecordOfCases1795392000000,
      Partners1795417200000,
      Recovery1795413600000,
      AuditLog1795424400000,
      RateLimits1795630000000,
      StandingReplay1795640000000,
      PartnerAlarms1795630000001,
      LedgersAndMoves1795650000000,
      ListsOfNotices1795600000000,
      Completeness1795610000000,
      PaperExpiry1795660000000,
      TurnoverByTime1795670000000,
    ],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    synchronize: false,
    installExtensions: false,
    logging: false,
    // An idle connection that breaks is replaced by the next query; the failure a caller sees is its own query's.
    poolErrorHandler: () => undefined,
    extra: {
      Client: RecordClient,
      keepAlive: true,
      idleTimeoutMillis: IDLE_CONNECTION_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      ...(statementTimeout > 0 && {
        statement_timeout: statementTimeout,
        query_timeout: statementTimeout + READ_GRACE_MS,
        // In this mode pg gives up a connection whose answer does not come; in the other it would be used again.
        pipeline: true,
      }),
    },
  };
}

/**
 * Connects to the record. Nothing is created or changed in the database. When PostgreSQL goes away, queries fail
 * within 2 s each and go through again as soon as it is back.
 * @throws when the database cannot be reached now.
 */
export async function openDatabase(config: DatabaseConfig): Promise<DataSource> {
  return new DataSource(databaseOptions(config)).initialize();
}
