import type { Client } from '@temporalio/client';
import { historyToJSON, payloadToJSON, type History, type Payload } from '@temporalio/common/lib/proto-utils.js';

/** The events of one Temporal run as the server gives them. */
export type { History };
type HistoryEvent = NonNullable<History['events']>[number];

/**
 * How a run ends: not yet, in another run that takes over its input, or by itself. Then `left` is what it left to a next
 * one, as JSON; empty where it was ended by force.
 */
export type RunEnding =
  | { readonly kind: 'OPEN' }
  | { readonly kind: 'CONTINUED'; readonly runId: string; readonly input: string }
  | { readonly kind: 'ENDED'; readonly left: string };

const FETCH_LIMIT_MS = 10_000;

/**
 * The history of one live run, all pages.
 * @throws ServiceError when Temporal does not answer within ten seconds, WorkflowNotFoundError when it no longer has the run.
 */
export async function fetchHistory(client: Client, workflowId: string, runId?: string): Promise<History> {
  const handle = client.workflow.getHandle(workflowId, runId);
  return client.withDeadline(Date.now() + FETCH_LIMIT_MS, () => handle.fetchHistory());
}

/** The form that is kept and that `Worker.runReplayHistory` takes. A plain `JSON.stringify` of a history cannot be replayed. */
export const historyToPlain = (history: History): unknown => JSON.parse(historyToJSON(history)) as unknown;

/** The run's own id, from its first event. */
export const runIdOf = (history: History): string =>
  history.events?.[0]?.workflowExecutionStartedEventAttributes?.originalExecutionRunId ?? '';

/** Id of the workflow the run belongs to, from its first event. Empty for histories of servers older than 1.20. */
export const workflowIdOf = (history: History): string =>
  history.events?.[0]?.workflowExecutionStartedEventAttributes?.workflowId ?? '';

/**
 * The run before this one; empty for the first of a life. Temporal itself knows it of a run that was full; of one that
 * ended the next one says it.
 */
export function previousRunIdOf(history: History): string {
  const continued = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
  const { ended } = (carriedBy(history) ?? {}) as { readonly ended?: { readonly runId?: unknown } };
  return continued || (typeof ended?.runId === 'string' ? ended.runId : '');
}

/** What the run was started with, as {@link payloadText}. */
export const inputOf = (history: History): string =>
  payloadText(history.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads);

/** What the run was started with, decoded; `undefined` when there is none or it is not JSON. */
export function inputValueOf(history: History): unknown {
  const text = firstText(history.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads);
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** What the run before this one left to it; `undefined` for the first of a life. */
export function carriedBy(history: History): unknown {
  const input = inputValueOf(history);
  return typeof input === 'object' && input !== null ? Reflect.get(input, 'carried') : undefined;
}

/** How the run ends, read from its last event. */
export function endingOf(history: History): RunEnding {
  const last = history.events?.at(-1);
  const continued = last?.workflowExecutionContinuedAsNewEventAttributes;
  if (continued) {
    return {
      kind: 'CONTINUED',
      runId: continued.newExecutionRunId ?? '',
      input: payloadText(continued.input?.payloads),
    };
  }
  if (!last || !ENDINGS.includes(attributesOf(last)[0])) return { kind: 'OPEN' };
  return { kind: 'ENDED', left: firstText(last.workflowExecutionCompletedEventAttributes?.result?.payloads) };
}

const ENDINGS = ['Completed', 'Failed', 'TimedOut', 'Terminated', 'Canceled'].map(
  (how) => `workflowExecution${how}EventAttributes`,
);
const UPDATES = ['Accepted', 'Completed', 'Rejected'].map((how) => `workflowExecutionUpdate${how}EventAttributes`);

/**
 * The part of an open run that can be judged: up to its last completed workflow task and what that task did. Later
 * events (a signal not yet looked at, a task under way) have had no answer of the workflow's code. Empty when no task
 * has been completed.
 */
export function completedPart(history: History): History {
  const events = history.events ?? [];
  const last = events.findLastIndex((event) => event.workflowTaskCompletedEventAttributes);
  if (last < 0) return { events: [] };
  const task = String(events[last]?.eventId);
  const rest = events.slice(last + 1);
  const foreign = rest.findIndex((event) => !belongsTo(event, task));
  return { events: events.slice(0, foreign < 0 ? events.length : last + 1 + foreign) };
}

/** Updates carry no task number, but the server writes them with the task that answered them. */
function belongsTo(event: HistoryEvent, task: string): boolean {
  const [name, attributes] = attributesOf(event);
  return (
    UPDATES.includes(name) ||
    ('workflowTaskCompletedEventId' in attributes && String(attributes.workflowTaskCompletedEventId) === task)
  );
}

function attributesOf(event: HistoryEvent): [name: string, attributes: object] {
  for (const [name, value] of Object.entries(event)) {
    if (name.endsWith('EventAttributes') && typeof value === 'object' && value !== null) return [name, value];
  }
  return ['', {}];
}

const firstText = (payloads: readonly Payload[] | null | undefined): string =>
  Buffer.from(payloads?.[0]?.data ?? []).toString('utf8');

/** One text per list of payloads, equal exactly when bytes and encoding are. */
function payloadText(payloads: readonly Payload[] | null | undefined): string {
  return JSON.stringify(
    (payloads ?? []).map((payload) => {
      const { metadata, data } = payloadToJSON(payload);
      return [Object.entries(metadata ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)), data ?? ''];
    }),
  );
}
