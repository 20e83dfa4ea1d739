import type { CommandEnvelope } from '#contract';
import type { CaseRefStore, CaseStore } from '#database';
import type { CaseClient } from '#temporal';

/** Where a case lives. */
export interface Places {
  readonly client: CaseClient;
  readonly refs: CaseRefStore;
  readonly cases: CaseStore;
}

/**
 * Starts the workflow of a case whose line is claimed, or finds it started, and records its first events.
 * @throws CaseUnavailable at the deadline, in milliseconds since 1970; the relay of the worker tries again.
 */
export async function startCase(
  { client, refs, cases }: Places,
  envelope: CommandEnvelope,
  deadlineMs: number,
): Promise<void> {
  const { command } = envelope;
  if (command.type !== 'NOTICE_INGESTED') throw new TypeError(`a case opens with a notice, not with ${command.type}`);
  const { caseId, institutionCode, sandbox } = command.fields;
  const outcome = await client.open({ caseId, envelope, institutionCode, sandbox }, deadlineMs);
  const events = outcome.kind === 'DONE' ? outcome.answer.events : [];
  await cases.write({ caseId, events }, (manager, lastly) => {
    lastly(refs.markStarted(manager, caseId));
    return Promise.resolve();
  });
}
