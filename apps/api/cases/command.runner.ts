import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  CaseStore,
  subjectKey,
  Vault,
  type Accepted,
  type Lastly,
  type RecordedCase,
  type RequestPlan,
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
  readonly accepted: Accepted;
  readonly lastly: Lastly;
}

/** An order with the free words in it. */
type WordedOrder = CommandOrder & { readonly texts: ReturnType<typeof textsOf> };

/** The case an order is for, and whose free words are in it where there are some and that is known. */
interface Read {
  readonly held: RecordedCase;
  readonly subject: Subject | undefined;
}

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
    const texts = textsOf(COMMANDS[order.type], order.values);
    const reading = this.read(once.caller, { ...order, texts });
    if (order.type === 'APPLY_AGAIN') return this.applyAgain.run(once, order, (await reading).held);
    // A case that cannot be read is a refusal to be kept like any other: the plan says it.
    const acceptedAt = await reading.then(({ held }) => held.readAt).catch(() => undefined);
    const answer = await this.idempotency.runOnce(once, {
      caseId: order.caseId,
      acceptedAt,
      plan: async (manager, accepted, lastly) =>
        this.plan({ manager, accepted, lastly }, once.caller, await reading, { ...order, texts }),
      carryOut: async (carrying) => this.sender.send(carrying, once.caller, (await reading).held, order),
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

  private async read(caller: CallerIdentity, { caseId, texts }: WordedOrder): Promise<Read> {
    const [held, subject] = await Promise.all([
      this.cases.caseOf(caseId),
      texts.length > 0 ? this.vault.subjectOfCase(caseId) : undefined,
    ]);
    if (held && seesInstitution(caller, held.case.institutionCode)) return { held, subject };
    throw caseNotFound(caseId);
  }

  private async plan(
    { manager, accepted, lastly }: Planned,
    caller: CallerIdentity,
    { held, subject: known }: Read,
    order: WordedOrder,
  ): Promise<RequestPlan> {
    const { caseId, type, values, expectedSeq, onBehalfOf, texts } = order;
    const { case: current, head: recorded } = held;
    refuseCardDataInTexts(texts);
    const subject = subjectKey(current.institutionCode, current.merchantNo);
    const words = texts.map(({ text }) => text);
    const refs = await this.vault.seal(manager, subject, caseId, words, lastly, known);
    await order.also?.(manager, current);
    const fields = withRefs(COMMANDS[type], values, refs);
    const observed = await this.observer.observe(manager, current, type, values);
    const command = envelopeOf(accepted, {
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
