import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Config } from '#config';
import type { CommandEnvelope } from '#contract';
import {
  CaseRefStore,
  NeighbourStore,
  subjectKey,
  Vault,
  type Accepted,
  type Claim,
  type RequestPlan,
} from '#database';
import { decide, rulesForOpening, rulesOf, type CommandName, type FieldsOf, type Plain } from '#model';
import { seesInstitution, type CallerIdentity } from '../auth/caller.js';
import { newCaseId } from '../cases/case-id.js';
import { askerOf, envelopeOf } from '../cases/command.envelope.js';
import type { Observations } from '../cases/command.observer.js';
import { isProblemCode } from '../problem/problem-codes.js';
import { Problem } from '../problem/problem.js';
import { CONFIG } from '../settings.js';
import type { Notice } from './notice.schema.js';
import { amendmentFields, contentOf, openingFields } from './opening.fields.js';

/** What is to be done about a notice: the claim of its line and the plan of the request. */
export interface NoticePlan {
  readonly claim: Claim;
  readonly plan: RequestPlan;
}

/** Claims the line of a notice and makes the command that goes with it, all in one transaction. */
@Injectable()
export class NoticePlans {
  constructor(
    private readonly refs: CaseRefStore,
    private readonly vault: Vault,
    private readonly neighbours: NeighbourStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Fresh lines get their case and its opening, others the command that amends theirs; a repeat needs none.
   * @throws Problem where the institution is not the caller's, or the rules refuse the opening.
   */
  async of(manager: EntityManager, request: Accepted, caller: CallerIdentity, notice: Notice): Promise<NoticePlan> {
    const { issuer, noticeNo, merchantNo } = notice;
    if (!seesInstitution(caller, notice.institutionCode)) throw foreignInstitution(notice.institutionCode);
    const line = {
      issuer,
      noticeNo,
      merchantNo,
      bodyHash: contentOf(notice).hash,
      caseId: newCaseId(Date.parse(request.acceptedAt)),
    };
    const claim = await this.refs.claim(manager, line, () =>
      this.opening(manager, request, caller, line.caseId, notice),
    );
    const { caseId, opening } = claim;
    if (claim.kind === 'fresh') return { claim, plan: { caseId, command: opening, validUntil: opening.validUntil } };
    const openedFor = noticeIn(opening).institutionCode;
    if (!seesInstitution(caller, openedFor)) throw foreignInstitution(notice.institutionCode);
    if (claim.kind === 'repeat') return { claim, plan: { caseId } };
    const command = await this.amendment(manager, request, caller, opening, notice);
    return { claim, plan: { caseId, command, validUntil: command.validUntil } };
  }

  private async opening(
    manager: EntityManager,
    request: Accepted,
    caller: CallerIdentity,
    caseId: string,
    notice: Notice,
  ): Promise<CommandEnvelope> {
    const content = await this.sealed(manager, notice.institutionCode, caseId, notice);
    const rules = rulesForOpening(request.acceptedAt);
    const fields = openingFields(caseId, notice, content, rules);
    const delivery = this.config.MESSAGE_GATEWAY_URL ? 'LATER' : 'AT_ONCE';
    const neighbours = await this.neighbours.youngestOpen(manager, notice);
    const observed = { delivery, ...(neighbours.length > 0 && { neighbours }) } as const;
    const envelope = sending('NOTICE_INGESTED', fields, request, caller, observed);
    // Asked here already, so that a notice the rules refuse leaves nothing behind.
    const decision = decide(undefined, envelope.command, { now: envelope.acceptedAt, rules });
    if ('events' in decision) return envelope;
    const { code, en, zh, facts, row } = decision.refusal;
    if (!isProblemCode(code)) throw new TypeError(`the rules refused with ${code}, which is no code of the contract`);
    throw new Problem(code, { detail: `${en}.`, detailZh: `${zh}。`, extensions: { ...facts, rule: row } });
  }

  private async amendment(
    manager: EntityManager,
    request: Accepted,
    caller: CallerIdentity,
    opening: CommandEnvelope,
    notice: Notice,
  ): Promise<CommandEnvelope> {
    const opened = noticeIn(opening);
    const content = await this.sealed(manager, opened.institutionCode, opened.caseId, notice);
    return sending('NOTICE_AMENDED', amendmentFields(notice, content, rulesOf(opened)), request, caller);
  }

  private async sealed(manager: EntityManager, institutionCode: string, caseId: string, notice: Notice) {
    const [content] = await this.vault.seal(manager, subjectKey(institutionCode, notice.merchantNo), caseId, [
      contentOf(notice).text,
    ]);
    if (!content) throw new Error('the vault gave no reference for a notice');
    return content;
  }
}

const sending = (
  type: CommandName,
  fields: object,
  request: Accepted,
  caller: CallerIdentity,
  observed: Observations = {},
): CommandEnvelope =>
  envelopeOf(request, { type, fields: fields as Readonly<Record<string, Plain>>, by: askerOf(caller), observed });

/** The notice a case was opened with, and what the case pinned with it. */
export function noticeIn({ command }: CommandEnvelope): FieldsOf<'NOTICE_INGESTED'> {
  if (command.type === 'NOTICE_INGESTED') return command.fields;
  throw new TypeError(`a case opens with a notice, not with ${command.type}`);
}

const foreignInstitution = (institutionCode: string): Problem =>
  new Problem('case.not-found', {
    detail: `The institution ${institutionCode} is not one of yours.`,
    detailZh: `机构 ${institutionCode} 不在您的权限范围内。`,
  });
