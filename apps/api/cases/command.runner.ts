import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  CaseStore,
  subjectKey,
  Vault,
  type Lastly,
  type RecordedCase,
  type RequestPlan,
  type StoredRequest,
  type Subject,
} from '#database';
import { COMMANDS, textsOf, withRefs, type CommandName } from '#model';
import { seesInstitution, type CallerIdentity } from '../auth/caller.js';
import { caseNotFound, Problem } from '../problem/problem.js';
import type { Answer } from '../requests/answer.js';
import { Idempotency } from '../requests/idempotency.js';
import type { OnceRequest } from '../requests/once.js';
import { RoleRefusals } from '../requests/role.refusals.js';
import { ApplyAgain } from './apply-again.js';
import { refuseCardDataInTexts } from './card-data.js';
import { CASE_ID_PATTERN } from './case-id.js';
import { askerOf, envelopeOf, rolesFor } from './command.envelope.js';
import { CommandObserver } from './command.observer.js';
import type { CommandOrder } from './command.order.js';
import { CommandSender } from './command.sender.js';
import { MergeMessenger } from './merge.messenger.js';

/** The request a plan is for, and its transaction. */
interface Planned {
  readonly manager: EntityManager;
  readonly request: StoredRequest;
  readonly lastly: Lastly;
}

/** An order with the free words in it, and whose they are where that is known. */
type WordedOrder = CommandOrder & {
  readonly texts: ReturnType<typeof textsOf>;
  readonly subject: Subject | undefined;
};

/** The one way of a command from HTTP into a case (design §3). */
@Injectable()
export class CommandRunner {
  constructor(
    private readonly cases: CaseStore,
    private readonly vault: Vault,
    private readonly idempotency: Idempotency,
    private readonly sender: CommandSender,
    private readonly roleRefusals: RoleRefusals,
    private readonly observer: CommandObserver,
    private readonly merges: MergeMessenger,
    private readonly applyAgain: ApplyAgain,
  ) {}

  /**
   * Sends a command once and answers with what it did, or why not.
   * @throws Problem `auth.role` where the caller holds none of the command's roles, and those of {@link Idempotency.runOnce}.
   */
  async run(once: OnceRequest, order: CommandOrder): Promise<Answer> {
    await this.admit(once.caller, order.caseId, order.type);
    if (!CASE_ID_PATTERN.test(order.caseId)) throw caseNotFound(order.caseId);
    // Read while the request is being reserved.
    const reading = this.cases.caseOf(order.caseId).then((held) => seen(held, once.caller, order));
    reading.catch(() => undefined);
    if (order.type === 'APPLY_AGAIN') return this.applyAgain.run(once, order, await reading);
    const texts = textsOf(COMMANDS[order.type], order.values);
    let subject: Promise<Subject | undefined> | undefined;
    const answer = await this.idempotency.runOnce(once, {
      caseId: order.caseId,
      ahead: (manager) => {
        if (texts.length > 0) subject = this.vault.subjectOfCase(manager, order.caseId);
        subject?.catch(() => undefined);
      },
      plan: async (manager, request, lastly) => {
        const [held, known] = await Promise.all([reading, subject]);
        return this.plan({ manager, request, lastly }, once.caller, held, { ...order, texts, subject: known });
      },
      carryOut: async (carrying) => this.sender.send(carrying, once.caller, await reading, order),
    });
    // Not waited for: the merge is done, and what is not told now the worker tells.
    if (order.type === 'MERGE_INTO' && !answer.isProblem && !answer.replayed) void this.merges.tell(order.caseId);
    return answer;
  }

  /**
   * Lets a caller through who holds one of the command's roles; asked before the body is looked at.
   * @throws Problem `auth.role`, after the refusal was recorded.
   */
  async admit(caller: CallerIdentity, caseId: string, type: CommandName): Promise<void> {
    const wanted = rolesFor(type);
    if (!wanted || caller.roles.some((role) => wanted.includes(role))) return;
    await this.roleRefusals.recordCommand(caseId, type, caller, `role:${caller.id}`);
    throw new Problem('auth.role', {
      detail: `${type} needs the role ${wanted.join(' or ')}; you are ${caller.roles.join(', ')}.`,
      detailZh: `${type} 需要岗位 ${wanted.join('、')},您的岗位为 ${caller.roles.join('、')}。`,
    });
  }

  private async plan(
    { manager, request, lastly }: Planned,
    caller: CallerIdentity,
    held: RecordedCase,
    order: WordedOrder,
  ): Promise<RequestPlan> {
    const { caseId, type, values, expectedSeq, onBehalfOf, texts } = order;
    const { case: current, head: recorded } = held;
    refuseCardDataInTexts(texts);
    const subject = subjectKey(current.institutionCode, current.merchantNo);
    const words = texts.map(({ text }) => text);
    const refs = await this.vault.seal(manager, subject, caseId, words, lastly, order.subject);
    await order.also?.(manager, current);
    const fields = withRefs(COMMANDS[type], values, refs);
    const observed = await this.observer.observe(manager, current, type, values);
    const command = envelopeOf(request, {
      type,
      fields,
      by: askerOf(caller, onBehalfOf),
      expectedSeq,
      observed,
      recorded,
    });
    return { caseId, command, validUntil: command.validUntil };
  }
}

function seen(held: RecordedCase | undefined, caller: CallerIdentity, { caseId }: CommandOrder): RecordedCase {
  if (held && seesInstitution(caller, held.case.institutionCode)) return held;
  throw caseNotFound(caseId);
}
