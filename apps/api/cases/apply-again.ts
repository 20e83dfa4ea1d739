import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mergeFactId, type CommandEnvelope } from '#contract';
import { CaseRefStore, CaseStore, type Accepted, type Claim, type RecordedCase, type RequestPlan } from '#database';
import { decide, hashOf, rulesForOpening, type Case, type Command, type FieldsOf, type Plain } from '#model';
import type { CallerIdentity } from '../auth/caller.js';
import { checkSandboxRight } from '../auth/sandbox.right.js';
import { CaseOpener } from '../notices/case.opener.js';
import { noticeIn } from '../notices/notice.plans.js';
import { Problem } from '../problem/problem.js';
import { Answer } from '../requests/answer.js';
import { Idempotency } from '../requests/idempotency.js';
import type { OnceRequest } from '../requests/once.js';
import { againFields, againNumber } from './apply-again.fields.js';
import { newCaseId } from './case-id.js';
import { caseNow, rulesFor } from './case.view.js';
import { askerOf, envelopeOf } from './command.envelope.js';
import type { CommandOrder } from './command.order.js';
import { eventView } from './event.view.js';
import { problemOfRefusal } from './refusal.problem.js';

/**
 * Opens a linked case for what a closed one left restricted (row 47a). The old case is read from its record alone: its
 * workflow may be long over, and nothing happens to it.
 */
@Injectable()
export class ApplyAgain {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly cases: CaseStore,
    private readonly refs: CaseRefStore,
    private readonly opener: CaseOpener,
  ) {}

  /**
   * @param held the closed case; one that the caller sees.
   * @throws Problem `case.already-open` while a linked case is, and those of {@link Idempotency.runOnce}.
   */
  run(once: OnceRequest, order: CommandOrder, held: RecordedCase): Promise<Answer> {
    const { caseId: linkedTo } = order;
    return this.idempotency.runOnce(once, {
      caseId: linkedTo,
      plan: (manager, request) => this.plan(manager, request, once.caller, order, held),
      carryOut: (carrying) => {
        const { command } = carrying.request;
        if (!command) throw new Error('a linked case was accepted without its opening');
        return this.opener.open(command, carrying, ({ caseId, seq, state, events }) => {
          return new Answer(200, { caseId, seq, state, events: events.map((event) => eventView(event)), linkedTo });
        });
      },
    });
  }

  private async plan(
    manager: EntityManager,
    request: Accepted,
    caller: CallerIdentity,
    { expectedSeq, onBehalfOf }: CommandOrder,
    { case: old }: RecordedCase,
  ): Promise<RequestPlan> {
    const by = askerOf(caller, onBehalfOf);
    checkRule(old, envelopeOf(request, { type: 'APPLY_AGAIN', fields: {}, by, expectedSeq }).command, caller);
    checkSandboxRight(old.sandbox, caller);
    await this.checkMerge(old);
    const notice = await this.noticeOf(old);
    const opening = (caseId: string, noticeNo: string): CommandEnvelope => {
      const fields = againFields(old, notice, { caseId, noticeNo }, rulesForOpening(request.acceptedAt));
      const observed = { delivery: old.delivery };
      return envelopeOf(request, { type: 'NOTICE_INGESTED', fields: fields as unknown as Plains, by, observed });
    };
    const claim = await this.claim(manager, old, newCaseId(Date.parse(request.acceptedAt)), opening);
    return { caseId: claim.caseId, command: claim.opening, validUntil: claim.opening.validUntil };
  }

  /** A line of its own for the linked case; a number the issuer itself has used is passed over. */
  private async claim(
    manager: EntityManager,
    old: Case,
    caseId: string,
    opening: (caseId: string, noticeNo: string) => CommandEnvelope,
  ): Promise<Claim> {
    const { issuer, merchantNo, contentHash: bodyHash } = old;
    for (let n = 2; ; n += 1) {
      const noticeNo = againNumber(old, n);
      const line = { issuer, noticeNo, merchantNo, bodyHash, caseId };
      const claim = await this.refs.claim(manager, line, () => Promise.resolve(opening(caseId, noticeNo)));
      if (claim.kind === 'fresh') return claim;
      if (noticeIn(claim.opening).linkedTo === old.caseId) throw await this.goOnWith(claim.caseId);
    }
  }

  /** What a merged case left restricted is the business of the case that took it over, if that did. */
  private async checkMerge({ caseId, mergedInto }: Case): Promise<void> {
    if (mergedInto === null) return;
    const told = await this.cases.eventsOfRequest(mergedInto, mergeFactId(caseId));
    const target = await this.cases.caseOf(mergedInto);
    const over = target?.case.closedAt !== null;
    if (!over || told.some(({ event }) => event.type === 'CASE_MERGED')) throw await this.goOnWith(mergedInto);
  }

  private async goOnWith(caseId: string): Promise<Problem> {
    const next = await this.cases.caseOf(caseId);
    return next?.case.closedAt ? appliedAgain(caseId) : alreadyOpen(caseId);
  }

  private async noticeOf({ caseId }: Case): Promise<FieldsOf<'NOTICE_INGESTED'>> {
    const [first] = await this.cases.eventsOf(caseId, 0, 1);
    if (first?.event.type !== 'NOTICE_INGESTED')
      throw new Error(`the record of ${caseId} does not begin with a notice`);
    return first.event.payload.fields as FieldsOf<'NOTICE_INGESTED'>;
  }
}

type Plains = Readonly<Record<string, Plain>>;

/** @throws Problem where the rules do not let this caller apply again for this case. */
function checkRule(old: Case, command: Command, caller: CallerIdentity): void {
  const now = caseNow(old);
  const decision = decide(old, command, { now, rules: rulesFor(old) });
  if ('events' in decision) return;
  const { seq, state } = old;
  throw problemOfRefusal({ ...decision.refusal, seq, state, stateHash: hashOf(old), now }, old, caller);
}

const alreadyOpen = (caseId: string): Problem =>
  new Problem('case.already-open', {
    detail: `The case ${caseId} is open for the same restrictions. Go on with it.`,
    detailZh: `相同限制已有在办案件 ${caseId},请在该案件中办理。`,
    extensions: { caseId },
  });

const appliedAgain = (caseId: string): Problem =>
  new Problem('guard.applied-again', {
    detail: `The restrictions went over to the case ${caseId}, which has closed. If they are still there, apply again for that one.`,
    detailZh: `相关限制已转入案件 ${caseId}(已结案);如仍有限制,请就该案件再次申请。`,
    extensions: { caseId },
  });
