import { SingleBar } from 'cli-progress';
import { CaseStore, openDatabase } from '#database';
import { isClosed, rulesOf, simulate, summaryOf, type Policy, type Simulated, type SimulationSummary } from '#model';
import { caseNow } from '../api/cases/case.view.js';
import { homeOf } from '../standalone/settings.js';
import { readStandalone } from '../standalone/standalone-file.js';

const CASES_A_PAGE = 200;

/** There is no record to read; the message says what to do. */
export class NoRecord extends Error {
  constructor(home: string) {
    super(`Reinstate does not run on ${home}. Start it with: npm start, or name a record with --database-url`);
    this.name = 'NoRecord';
  }
}

/** What to simulate on. */
export interface SimulationSource {
  readonly databaseUrl?: string | undefined;
  /** Ids of cases; every recorded one unless said. */
  readonly cases?: readonly string[] | undefined;
}

/** What came of a simulation: figures, every case, and those that could not be read. */
export interface Simulation extends SimulationSummary {
  readonly items: readonly Simulated[];
  readonly unreadable: readonly { readonly caseId: string; readonly error: string }[];
}

/**
 * Folds recorded cases, sandbox ones too, through a policy; reads the record and changes nothing.
 * @throws NoRecord.
 */
export async function simulateRecorded(policy: Policy, { databaseUrl, cases }: SimulationSource): Promise<Simulation> {
  const url = databaseUrl ?? readStandalone(homeOf())?.databaseUrl;
  if (!url) throw new NoRecord(homeOf());
  const database = await openDatabase({ url, poolSize: 2, applicationName: 'reinstate-policy' });
  try {
    const store = new CaseStore(database);
    return await simulateAll(policy, store, cases ?? (await caseIds(store)));
  } finally {
    await database.destroy();
  }
}

/** Every case of a record through a policy. */
export async function simulateAll(policy: Policy, store: CaseStore, ids: readonly string[]): Promise<Simulation> {
  const bar = new SingleBar({ format: '{bar} {value}/{total} cases', clearOnComplete: true, stream: process.stderr });
  const items: Simulated[] = [];
  const unreadable: { caseId: string; error: string }[] = [];
  bar.start(ids.length, 0);
  for (const caseId of ids) {
    try {
      items.push(await simulateOne(policy, store, caseId));
    } catch (error) {
      unreadable.push({ caseId, error: error instanceof Error ? error.message : String(error) });
    }
    bar.increment();
  }
  bar.stop();
  return { ...summaryOf(items, policy.version), items, unreadable };
}

/** The calendar stays the one the case has: only the policy is another. */
async function simulateOne(policy: Policy, store: CaseStore, caseId: string): Promise<Simulated> {
  const held = await store.caseOf(caseId);
  if (!held) throw new Error('there is no such case in the record');
  const { calendarVersion, state } = held.case;
  const until = isClosed(state) ? undefined : caseNow(held.case);
  return simulate(await store.lifeOf(caseId), rulesOf({ policyVersion: policy.version, calendarVersion }), until);
}

async function caseIds(store: CaseStore): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, nextCursor } = await store.list(
      { institutions: '*', sandbox: 'both', sort: 'openedAt' },
      cursor,
      CASES_A_PAGE,
    );
    ids.push(...items.map(({ caseId }) => caseId));
    if (nextCursor === null) return ids;
    cursor = nextCursor;
  }
}
