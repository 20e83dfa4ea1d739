import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { Client } from '@temporalio/client';
import { DataSource } from 'typeorm';
import type { Config } from '#config';
import { databaseOptions, EndpointStore, PartnerStore, ProcessMapStore, STORES, Vault } from '#database';
import { CaseClient, temporalClient } from '#temporal';
import { openLazily } from './lazy-database.js';
import { CONFIG } from './settings.js';

const stores: readonly Provider[] = STORES.map((store) => ({
  provide: store,
  inject: [DataSource],
  useFactory: (database: DataSource) => new store(database),
}));

/** Connections for what counts over all cases: few, and patient, so that nobody else waits for them. */
const LONG_READS = Symbol('long reads');
const LONG_READ_MS = 20_000;

const connections: readonly Provider[] = [
  {
    provide: DataSource,
    inject: [CONFIG],
    useFactory: ({ DATABASE_URL }: Config) =>
      openLazily(new DataSource(databaseOptions({ url: DATABASE_URL, applicationName: 'reinstate-api' }))),
  },
  {
    provide: LONG_READS,
    inject: [CONFIG],
    useFactory: ({ DATABASE_URL: url }: Config) => {
      const patient = { poolSize: 2, statementTimeoutMs: LONG_READ_MS };
      return openLazily(new DataSource(databaseOptions({ url, applicationName: 'reinstate-api-reports', ...patient })));
    },
  },
  {
    provide: ProcessMapStore,
    inject: [LONG_READS],
    useFactory: (database: DataSource) => new ProcessMapStore(database),
  },
  { provide: Client, inject: [CONFIG], useFactory: temporalClient },
  {
    provide: CaseClient,
    inject: [Client, CONFIG],
    useFactory: (client: Client, { TEMPORAL_TASK_QUEUE, HISTORY_EVENT_CAP }: Config) =>
      new CaseClient(client, TEMPORAL_TASK_QUEUE, HISTORY_EVENT_CAP),
  },
  ...[Vault, PartnerStore, EndpointStore].map((store) => ({
    provide: store,
    inject: [DataSource, CONFIG],
    useFactory: (database: DataSource, { VAULT_KEY }: Config) => new store(database, Buffer.from(VAULT_KEY, 'base64')),
  })),
];

/** What the process holds open: its settings, the record and the way to Temporal. Neither has to be there at the start. */
@Global()
@Module({})
export class ResourcesModule implements OnApplicationShutdown {
  constructor(
    private readonly database: DataSource,
    @Inject(LONG_READS) private readonly longReads: DataSource,
    private readonly client: CaseClient,
  ) {}

  static with(config: Config): DynamicModule {
    return {
      module: ResourcesModule,
      providers: [{ provide: CONFIG, useValue: config }, ...connections, ...stores],
      exports: [CONFIG, DataSource, Client, CaseClient, Vault, PartnerStore, EndpointStore, ProcessMapStore, ...STORES],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    const close = (database: DataSource) => (database.isInitialized ? database.destroy() : undefined);
    await Promise.allSettled([this.client.close(), close(this.database), close(this.longReads)]);
  }
}
