import type { Workflow } from '@temporalio/common';
import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation, type Client, type WorkflowHandle } from '@temporalio/client';
import {
  BARE_CASE,
  BARE_CASE_WITH_ACTIVITY,
  MESSAGE_UPDATE,
  type BareAnswer,
  type BareMessage,
} from './bare.messages.js';
import { timed, type Exchange, type Parts, type Target, type TargetName } from './target.js';

/** A bare workflow to measure beside the product. */
export interface BarePlan {
  readonly name: Extract<TargetName, 'bare' | 'bareLean' | 'bareActivity'>;
  readonly taskQueue: string;
  readonly parts: Parts;
}

/** Temporal with nothing around it: the client sends the messages as updates, the first together with the start. */
export class BareTarget implements Target {
  readonly putsOffMs = 0;
  readonly name: TargetName;
  readonly parts: Parts;
  private readonly messages: readonly BareMessage[];

  constructor(
    private readonly client: Client,
    private readonly plan: BarePlan,
    exchanges: readonly Exchange[],
  ) {
    this.name = plan.name;
    this.parts = plan.parts;
    this.messages = exchanges.map((exchange, index) => ({ ...exchange, last: index === exchanges.length - 1 }));
  }

  async runCase(): Promise<readonly number[]> {
    const workflowId = `bench:${randomUUID()}`;
    const [first, ...rest] = this.messages;
    if (!first) return [];
    const [firstMs] = await timed(() => this.start(workflowId, first));
    const taken = [firstMs];
    const handle = this.client.workflow.getHandle(workflowId);
    for (const message of rest) taken.push((await timed(() => sent(handle, message)))[0]);
    return taken;
  }

  private start(workflowId: string, message: BareMessage): Promise<BareAnswer> {
    const type = this.plan.name === 'bareActivity' ? BARE_CASE_WITH_ACTIVITY : BARE_CASE;
    const { taskQueue } = this.plan;
    const startWorkflowOperation = new WithStartWorkflowOperation(type, {
      workflowId,
      taskQueue,
      workflowIdConflictPolicy: 'FAIL',
    });
    return this.client.workflow.executeUpdateWithStart<Workflow, BareAnswer, [BareMessage]>(MESSAGE_UPDATE, {
      args: [message],
      startWorkflowOperation,
    });
  }
}

const sent = (handle: WorkflowHandle, message: BareMessage): Promise<BareAnswer> =>
  handle.executeUpdate<BareAnswer, [BareMessage]>(MESSAGE_UPDATE, { args: [message] });
