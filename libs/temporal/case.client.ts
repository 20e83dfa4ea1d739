import { setTimeout as sleep } from 'node:timers/promises';
import { WithStartWorkflowOperation, type Client, type WorkflowHandle } from '@temporalio/client';
import { encodeToPayloads } from '@temporalio/common/lib/internal-non-workflow/index.js';
import {
  CASE_WORKFLOW,
  caseStateQuery,
  caseWorkflowId,
  commandUpdate,
  factSignal,
  openedUpdate,
  type Carried,
  type CaseSnapshot,
  type CommandAnswer,
  type CommandEnvelope,
} from '#contract';
import { hearingEndsAt, plusMs, rulesOf, type Fact, type Instant } from '#model';
import { CaseCalls, type CommandOutcome } from './case.calls.js';
import { CaseUnavailable, failureOf, isGone, isNotYetAskable, isOutcomeUnknown } from './case.failures.js';
import { pauseMs } from './connection.js';
import {
  goingOn,
  openingOf,
  resumptionOf,
  startOptions,
  type CaseStart,
  type Opening,
  type Resumption,
} from './case.start.js';
import { leftBy } from './last.run.js';

/** A query that has no answer after this long waits behind a task that was lost, or for a run that is over. */
const QUERY_LOST_MS = 10_000;

/**
 * Speaks with the workflows of cases. Every call has a deadline, in milliseconds since 1970, and is asked again until
 * then while its outcome is unknown, always under the same id, so that it happens once.
 * @throws CaseUnavailable at the deadline.
 */
export class CaseClient {
  private readonly calls: CaseCalls;

  constructor(
    private readonly client: Client,
    private readonly taskQueue: string,
    private readonly eventCap: number,
  ) {
    this.calls = new CaseCalls(client);
  }

  /** Starts the workflow of a case, or finds it started, and waits for its first events. */
  open(opening: Opening, deadlineMs: number): Promise<CommandOutcome> {
    return this.begin(opening, openingOf(opening), deadlineMs);
  }

  /**
   * Starts another life of a case whose runs are lost, and waits for its first event. An open run is left alone;
   * the events that are answered then are not of this request.
   */
  resume(resumption: Resumption, deadlineMs: number): Promise<CommandOutcome> {
    return this.begin(resumption, resumptionOf(resumption), deadlineMs);
  }

  /**
   * Tells a case what has happened outside; the same fact sent again leaves no trace in an open run's history. A closed
   * case goes on in another run for it, while it is heard.
   * @returns whether there is a workflow that heard it.
   */
  async tell(caseId: string, fact: Fact, deadlineMs: number): Promise<boolean> {
    const heard = await this.spoken(caseId, fact.acceptedAt, deadlineMs, (left) =>
      this.calls.signalled(deadlineMs, () =>
        left ? this.signalWithStart(caseId, fact, left) : this.signal(caseId, fact),
      ),
    );
    return heard ?? false;
  }

  /** Ends a run that holds another life of the case than the record; one that is over stays as it is. */
  async end(caseId: string, runId: string, reason: string, deadlineMs: number): Promise<void> {
    const run = this.client.workflow.getHandle(caseWorkflowId(caseId), runId);
    try {
      await this.client.withDeadline(deadlineMs, () => run.terminate(reason));
    } catch (error) {
      if (!isGone(error)) throw failureOf(error);
    }
  }

  /** Sends a command; its request id is the id of the update. A closed case goes on in another run for it, while it is heard. */
  async command(caseId: string, envelope: CommandEnvelope, deadlineMs: number): Promise<CommandOutcome> {
    const outcome = await this.spoken(caseId, envelope.acceptedAt, deadlineMs, async (left) => {
      const sent = await (left
        ? this.calls.settled(deadlineMs, () => this.updateWithStart(caseId, envelope, left))
        : this.calls.settledInTurn(deadlineMs, () =>
            this.handle(caseId).executeUpdate(commandUpdate, updateOf(envelope)),
          ));
      return sent.kind === 'GONE' ? undefined : sent;
    });
    return outcome ?? { kind: 'GONE' };
  }

  /** The case as its workflow holds it; undefined when there is no workflow to ask. */
  async snapshot(caseId: string, deadlineMs: number): Promise<CaseSnapshot | undefined> {
    for (;;) {
      const attemptEndsMs = Math.min(deadlineMs, Date.now() + QUERY_LOST_MS);
      try {
        return await this.client.withDeadline(attemptEndsMs, () => this.handle(caseId).query(caseStateQuery));
      } catch (error) {
        if (isGone(error)) return undefined;
        if (!isOutcomeUnknown(error)) throw error;
        const isLost = Date.now() >= attemptEndsMs || isNotYetAskable(error);
        if (!isLost || Date.now() + pauseMs(1) >= deadlineMs) throw new CaseUnavailable(error);
      }
      await sleep(pauseMs(1));
    }
  }

  /** Whether Temporal answers at all. */
  async isReachable(deadlineMs: number): Promise<boolean> {
    const asked = this.client.withDeadline(deadlineMs, () => this.client.workflowService.getSystemInfo({}));
    return asked.then(
      () => true,
      () => false,
    );
  }

  async close(): Promise<void> {
    await this.client.connection.close();
  }

  /**
   * Says something to the open run of a case, or, where there is none and the closed case still hears what was accepted
   * then, to another that goes on with what the last one left.
   * @param say undefined where it finds no run.
   */
  private async spoken<T>(
    caseId: string,
    acceptedAt: Instant,
    deadlineMs: number,
    say: (left?: Carried) => Promise<T | undefined>,
  ): Promise<T | undefined> {
    for (;;) {
      const said = await say();
      if (said !== undefined) return said;
      const left = await this.heardAt(acceptedAt, caseId, deadlineMs);
      if (!left) return undefined;
      // Somebody else has just started it.
      if (left !== 'OPEN') return say(left);
    }
  }

  /** What a closed case goes on with, if it still hears what was accepted then. */
  private async heardAt(
    acceptedAt: Instant,
    caseId: string,
    deadlineMs: number,
  ): Promise<Carried | 'OPEN' | undefined> {
    const left = await leftBy(this.client, caseId, deadlineMs);
    if (!left || left === 'OPEN') return left;
    const endsAt = hearingEndsAt(left.case, rulesOf(left.case));
    return endsAt && endsAt > plusMs(acceptedAt, left.case.offsetMs) ? left : undefined;
  }

  /** By the service itself: the library's own call makes a new request id each time, so a resend would count twice. */
  private async signal(caseId: string, fact: Fact): Promise<void> {
    const { namespace, identity, loadedDataConverter } = this.client.options;
    await this.client.workflowService.signalWorkflowExecution({
      namespace,
      identity,
      workflowExecution: { workflowId: caseWorkflowId(caseId) },
      signalName: factSignal.name,
      requestId: fact.factId,
      input: { payloads: await encodeToPayloads(loadedDataConverter, fact) },
    });
  }

  private async signalWithStart(caseId: string, fact: Fact, left: Carried): Promise<void> {
    const start = this.starting(goingOn(caseId, left));
    const signal = { signal: factSignal, signalArgs: [fact] as [unknown] };
    await this.client.workflow.signalWithStart(CASE_WORKFLOW, { ...start, ...signal });
  }

  private updateWithStart(caseId: string, envelope: CommandEnvelope, left: Carried): Promise<CommandAnswer> {
    return this.client.workflow.executeUpdateWithStart(commandUpdate, {
      ...updateOf(envelope),
      startWorkflowOperation: this.startOnce(goingOn(caseId, left)),
    });
  }

  private handle(caseId: string): WorkflowHandle {
    return this.client.workflow.getHandle(caseWorkflowId(caseId));
  }

  private begin(opening: Opening, start: CaseStart, deadlineMs: number): Promise<CommandOutcome> {
    return this.calls.settled(deadlineMs, () =>
      this.client.workflow.executeUpdateWithStart(openedUpdate, {
        startWorkflowOperation: this.startOnce(start),
        updateId: opening.envelope.command.requestId,
      }),
    );
  }

  /** Good for one call only, as the library wants it. */
  private startOnce(start: CaseStart) {
    return new WithStartWorkflowOperation(CASE_WORKFLOW, this.starting(start));
  }

  private starting(start: CaseStart) {
    return startOptions(start, this.taskQueue, this.eventCap);
  }
}

const updateOf = (envelope: CommandEnvelope) => ({
  args: [envelope] as [CommandEnvelope],
  updateId: envelope.command.requestId,
});
