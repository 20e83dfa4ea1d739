import type { Client } from '@temporalio/client';
import { caseWorkflowId } from '#contract';
import { fetchHistory, previousRunIdOf } from '#temporal';
import { spreadOf, type Spread } from './statistics.js';
import { MESSAGES_A_CASE } from './target.js';

/** Temporal history events per message of each case, over all runs it has had so far. */
export async function eventsPerMessage(client: Client, caseIds: readonly string[]): Promise<Spread | undefined> {
  const counts: number[] = [];
  for (const caseId of caseIds) counts.push((await eventsOf(client, caseWorkflowId(caseId))) / MESSAGES_A_CASE);
  return spreadOf(counts);
}

/** Events of a run and of those before it. */
async function eventsOf(client: Client, workflowId: string, runId?: string): Promise<number> {
  const history = await fetchHistory(client, workflowId, runId);
  const before = previousRunIdOf(history);
  return (history.events?.length ?? 0) + (before ? await eventsOf(client, workflowId, before) : 0);
}
