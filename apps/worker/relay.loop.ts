import { startCase } from '#intake';
import type { CaseRefStore, CaseStore } from '#database';
import type { CaseClient } from '#temporal';
import type { Loop } from './loop.js';

/** The sender starts a case itself within its five seconds; what is older was left behind. */
const LEFT_BEHIND_MS = 6_000;
const START_LIMIT_MS = 10_000;

/** Starts the workflows of notices that were accepted and whose sender did not live to start them. */
export function relayLoop(client: CaseClient, refs: CaseRefStore, cases: CaseStore): Loop {
  const round = async (): Promise<void> => {
    for (const { opening } of await refs.unstartedOlderThan(LEFT_BEHIND_MS))
      await startCase({ client, refs, cases }, opening, Date.now() + START_LIMIT_MS);
  };
  return { name: 'relay', everyMs: 2_000, round };
}
