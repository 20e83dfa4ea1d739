import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { headOf, type ChainHead } from '#audit';
import { caseWorkflowId, type Carried, type CaseSnapshot } from '#contract';
import type { CaseClient } from './case.client.js';
import { CaseUnavailable } from './case.failures.js';
import { isContradicted, leftBy } from './last.run.js';

/** An open run and how much has happened in it. */
export interface LiveRun {
  readonly runId: string;
  /** Events of Temporal's history. */
  readonly historyLength: number;
}

/**
 * How the run of a case stands to its record. IN_ORDER: it knows all that is recorded, and is open or has ended as the
 * case closed. LEFT_MORE: it has ended so, and not all it left is recorded. Where it is open and is not in order, `runId`
 * names it.
 */
export type RunStanding =
  | { readonly kind: 'IN_ORDER'; readonly run: LiveRun }
  | { readonly kind: 'LEFT_MORE' }
  | { readonly kind: 'NO_RUN' | 'RUN_ENDED' }
  | { readonly kind: 'RUN_BEHIND' | 'RUN_DIFFERS'; readonly runId: string };

/** A case to be looked at; `before` is its run as it was last found in order with the record at this head. */
export interface RunQuestion {
  readonly caseId: string;
  /** Where the record ends; read before the run is looked at, which therefore must know it. */
  readonly head: ChainHead;
  readonly before?: LiveRun & { readonly head: ChainHead };
}

/**
 * Looks at the run of a case. Its workflow is only asked when something has happened since it was last looked at: a
 * history that has not grown says what it said.
 * @throws CaseUnavailable when that cannot be found out until the deadline.
 */
export async function standingOf(
  client: Client,
  cases: CaseClient,
  { caseId, head, before }: RunQuestion,
  deadlineMs: number,
): Promise<RunStanding> {
  const described = await describe(client, caseId, deadlineMs);
  if (!described) return { kind: 'NO_RUN' };
  const { run, isOpen, isFailing } = described;
  if (!isOpen) return ended(await leftBy(client, caseId, deadlineMs), head, run);
  // It would give no answer.
  if (isFailing && (await isContradicted(client, caseId, deadlineMs))) return { kind: 'RUN_DIFFERS', runId: run.runId };
  if (before && isSameRun(before, run) && before.head.hash === head.hash) return { kind: 'IN_ORDER', run };
  const snapshot = await cases.snapshot(caseId, deadlineMs).catch(unavailable);
  if (!snapshot) throw new CaseUnavailable(new Error('the run ended while it was looked at'));
  const fault = faultOf(snapshot, head);
  return fault ? { kind: fault, runId: run.runId } : { kind: 'IN_ORDER', run };
}

/** A run that has ended is in order where it ended by itself, with the case closed. */
function ended(left: Carried | 'OPEN' | undefined, head: ChainHead, run: LiveRun): RunStanding {
  if (left === 'OPEN') throw new CaseUnavailable(new Error('another run began while it was looked at'));
  if (!left?.ended || faultOf(left, head)) return { kind: 'RUN_ENDED' };
  if (left.head.seq === head.seq) return { kind: 'IN_ORDER', run };
  const follows = left.unrecorded.some(({ event }) => event.seq === head.seq + 1);
  return { kind: follows ? 'LEFT_MORE' : 'RUN_ENDED' };
}

function unavailable(error: unknown): never {
  throw error instanceof CaseUnavailable ? error : new CaseUnavailable(error);
}

const isSameRun = (before: LiveRun, now: LiveRun): boolean =>
  before.runId === now.runId && before.historyLength === now.historyLength;

/** What is wrong with a run in the light of the record; undefined where nothing is. Further on than the record it may be. */
export function faultOf(
  { head, unrecorded }: Pick<CaseSnapshot, 'head' | 'unrecorded'>,
  recorded: ChainHead,
): 'RUN_BEHIND' | 'RUN_DIFFERS' | undefined {
  if (head.seq < recorded.seq) return 'RUN_BEHIND';
  const known = [head, ...unrecorded.map(headOf), ...unrecorded.map(before)].find(({ seq }) => seq === recorded.seq);
  return known && known.hash !== recorded.hash ? 'RUN_DIFFERS' : undefined;
}

const before = ({ event, previousHash }: CaseSnapshot['unrecorded'][number]): ChainHead => ({
  seq: event.seq - 1,
  hash: previousHash,
});

async function describe(client: Client, caseId: string, deadlineMs: number) {
  const handle = client.workflow.getHandle(caseWorkflowId(caseId));
  try {
    const { runId, historyLength, closeTime, raw } = await client.withDeadline(deadlineMs, () => handle.describe());
    const isFailing = (raw.pendingWorkflowTask?.attempt ?? 0) > 1;
    return { run: { runId, historyLength }, isOpen: closeTime === undefined, isFailing };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw new CaseUnavailable(error);
  }
}
