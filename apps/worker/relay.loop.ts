import type { CaseRefStore, CaseStore, UnstartedCase } from '#database';
import type { CaseClient } from '#temporal';
import type { Loop } from './loop.js';

/** The sender starts a case itself within its five seconds; what is older was left behind. */
const LEFT_BEHIND_MS = 6_000;
const START_LIMIT_MS = 10_000;

/** Starts the workflows of notices that were accepted and whose sender did not live to start them. */
export function relayLoop(client: CaseClient, refs: CaseRefStore, cases: CaseStore): Loop {
  const start = async ({ caseId, opening }: UnstartedCase): Promise<void> => {
    const { command } = opening;
    if (command.type !== 'NOTICE_INGESTED') return;
    const { institutionCode, sandbox } = command.fields;
    const outcome = await client.open(
      { caseId, envelope: opening, institutionCode, sandbox },
      Date.now() + START_LIMIT_MS,
    );
    if (outcome.kind === 'DONE') await cases.write({ caseId, events: outcome.answer.events });
    await refs.markStarted(caseId);
  };
  const round = async (): Promise<void> => {
    for (const unstarted of await refs.unstartedOlderThan(LEFT_BEHIND_MS)) await start(unstarted);
  };
  return { name: 'relay', everyMs: 2_000, round };
}
