import { Client, Connection } from '@temporalio/client';
import { Pool } from 'pg';
import { homePaths } from '../../standalone/data-home.js';
import { standaloneSigners } from '../../standalone/partner-keys.js';
import { readStandalone } from '../../standalone/standalone-file.js';
import { HttpClient } from './http.client.js';
import type { RunningStack } from '../own-stack.js';
import { PartnerSimulator } from '../partner.simulator.js';
import { tokenOf } from '../token.js';
import { AcceptTarget } from './accept.target.js';
import { BareSide } from './bare-side.js';
import { FloorTarget } from './floor.target.js';
import { InsertTarget } from './insert.target.js';
import type { Targets } from './measure.js';
import type { Servers } from './production.servers.js';
import { ProductTarget } from './product.target.js';
import { MAKE_TABLES } from './rows.js';
import type { TargetName } from './target.js';

/** Everything that is measured, on one PostgreSQL and one Temporal server. */
export interface SideBySide {
  readonly targets: Targets;
  readonly product: ProductTarget;
  readonly client: Client;
  readonly workerPid: number;
  stop(): Promise<void>;
}

const PARTNER = 'lakala';
/** More than the most messages at once, so that the floor never waits for a connection. */
const FLOOR_CONNECTIONS = 64;

/** Puts the references beside a stack that was started on these servers and is thrown away afterwards. */
export async function sideBySide(stack: RunningStack, servers: Servers): Promise<SideBySide> {
  const { api, worker } = readStandalone(stack.home)?.pids ?? {};
  if (!api || !worker) throw new Error(`Reinstate does not run on ${stack.home}`);
  const { temporalAddress, databaseUrl } = servers;
  const { temporal, postgres } = servers.pids;
  const senders = await Promise.all(
    ['intake', 'reviewer'].map(async (user) => new HttpClient(stack.url, await tokenOf(user, stack.home))),
  );
  const [intake, reviewer] = senders;
  if (!intake || !reviewer) throw new Error('there is nobody to send messages');
  const product = new ProductTarget({ api, worker, temporal, postgres }, { intake, reviewer });
  const exchanges = await product.sample();
  const pool = new Pool({ connectionString: databaseUrl, max: FLOOR_CONNECTIONS });
  await pool.query(MAKE_TABLES);
  const connection = await Connection.connect({ address: temporalAddress });
  const bare = await BareSide.start(servers, exchanges, stack.home);
  const insert = await InsertTarget.start(databaseUrl, postgres);
  const signers = await standaloneSigners(homePaths(stack.home).partners, PARTNER);
  const accept = new AcceptTarget({ api, postgres }, new PartnerSimulator(PARTNER, stack.url, signers));
  const all = [new FloorTarget({ postgres }, pool, exchanges), ...bare.targets, product, insert, accept];
  return {
    targets: Object.fromEntries(all.map((target) => [target.name, target])) as Record<TargetName, (typeof all)[number]>,
    product,
    client: new Client({ connection }),
    workerPid: worker,
    stop: async () => {
      await Promise.all([bare.stop(), insert.stop(), pool.end(), connection.close()]);
    },
  };
}
