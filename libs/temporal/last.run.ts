import type { Client } from '@temporalio/client';
import { decodeArrayFromPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import { caseWorkflowId, RunContradicted, type Carried } from '#contract';
import { CaseUnavailable, failureOf, isUnknownRun } from './case.failures.js';
import { endingOf } from './history.js';

/** Of Temporal's filters of a history: only the event that closes the run, or the last where none does. */
const CLOSE_EVENT = 2;
/** Of a history, as many as lie behind a task that has failed, and then some. */
const LAST_EVENTS = 20;

/**
 * What the last run of a closed case left, which ended by itself; OPEN where a run goes on, undefined for every other
 * end, and where there was none.
 * @throws CaseUnavailable when Temporal does not say until the deadline.
 */
export async function leftBy(
  client: Client,
  caseId: string,
  deadlineMs: number,
): Promise<Carried | 'OPEN' | undefined> {
  const { namespace, loadedDataConverter } = client.options;
  const asked = { namespace, execution: { workflowId: caseWorkflowId(caseId) }, historyEventFilterType: CLOSE_EVENT };
  try {
    const { history } = await client.withDeadline(deadlineMs, () =>
      client.workflowService.getWorkflowExecutionHistory(asked),
    );
    if (endingOf(history ?? {}).kind !== 'ENDED') return 'OPEN';
    const ended = history?.events?.at(-1)?.workflowExecutionCompletedEventAttributes;
    const [left] = await decodeArrayFromPayloads(loadedDataConverter, ended?.result?.payloads);
    return left as Carried | undefined;
  } catch (error) {
    if (isUnknownRun(error)) return undefined;
    throw failureOf(error);
  }
}

/**
 * Whether the last run stands still because the record contradicts it: its last task has failed for that.
 * @throws CaseUnavailable when Temporal does not say until the deadline.
 */
export async function isContradicted(client: Client, caseId: string, deadlineMs: number): Promise<boolean> {
  const { namespace } = client.options;
  const asked = { namespace, execution: { workflowId: caseWorkflowId(caseId) }, maximumPageSize: LAST_EVENTS };
  const { history } = await client
    .withDeadline(deadlineMs, () => client.workflowService.getWorkflowExecutionHistoryReverse(asked))
    .catch((error: unknown) => Promise.reject(new CaseUnavailable(error)));
  const tried = history?.events?.find(
    (event) => event.workflowTaskFailedEventAttributes ?? event.workflowTaskCompletedEventAttributes,
  );
  return RunContradicted.isIn(tried?.workflowTaskFailedEventAttributes?.failure?.message);
}
