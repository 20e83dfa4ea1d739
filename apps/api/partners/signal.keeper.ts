import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { CommandEnvelope } from '#contract';
import {
  inTransaction,
  CaseStore,
  InboxStore,
  type ReceivedSignal,
  type Settlement,
  type StoredSignal,
} from '#database';
import { CaseFinder, SEVERAL, SignalIntake } from '#intake';
import type { Fact } from '#model';
import {
  isProblem,
  ownsMerchant,
  readFactPayload,
  routeOf,
  senderOf,
  unservedKind,
  type PartnerSignal,
} from '#partner';
import { checkSandboxRight } from '../auth/sandbox.right.js';
import { NoticePlans } from '../notices/notice.plans.js';
import { noticeSchema, type Notice } from '../notices/notice.schema.js';
import { checked } from '../problem/checked.js';
import { invalidRequest, Problem } from '../problem/problem.js';
import { callerFor, type PartnerIdentity } from './partner.identity.js';
import { caseNotYours, inPayload } from './signal.answer.js';

/** A genuine signal, read. */
export interface IncomingSignal {
  readonly partner: PartnerIdentity;
  readonly signal: PartnerSignal;
  readonly received: ReceivedSignal;
  /** Short, and its sender waits for nothing but its being kept: what it tells its case is said afterwards. */
  readonly isLight?: boolean;
}

/** A signal that lies in the inbox; with the notice that is to open its case, where it is one. */
export interface KeptSignal {
  readonly stored: StoredSignal;
  readonly opening?: CommandEnvelope;
  /** Whether nobody has looked for its case yet. */
  readonly isUnplaced?: boolean;
}

/** Puts signals into the inbox, each with what is to be done about it, in one transaction. */
@Injectable()
export class SignalKeeper {
  constructor(
    private readonly database: DataSource,
    private readonly inbox: InboxStore,
    private readonly cases: CaseStore,
    private readonly finder: CaseFinder,
    private readonly intake: SignalIntake,
    private readonly plans: NoticePlans,
  ) {}

  /**
   * Keeps a signal.
   * @returns undefined when one of its id is there already.
   * @throws Problem `request.invalid`, `case.not-found`, `auth.role`: kept too, with the code; and NonceUsed.
   */
  async keep(incoming: IncomingSignal): Promise<KeptSignal | undefined> {
    const route = routeOf(incoming.signal);
    if (route === 'RESERVED') return this.ended(incoming, { state: 'REJECTED', code: 'kind.unsupported' });
    try {
      return await (route === 'NOTICE' ? this.notice(incoming) : this.facts(incoming));
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      return this.refused(incoming, error);
    }
  }

  /** A message that cannot be taken leaves its id free: mended, it may come again under it. */
  async malformed(received: ReceivedSignal): Promise<void> {
    const code = 'request.invalid';
    const signalId = `${received.signalId}#${received.bodyHash.slice(0, 16)}`;
    await this.inbox.keep({ ...received, signalId }, { state: 'REJECTED', code });
  }

  /** What a rule refuses is an outcome; what is not well-formed, not the sender's or not allowed to it is an error. */
  private async refused(incoming: IncomingSignal, problem: Problem): Promise<KeptSignal | undefined> {
    if (problem.code === 'request.invalid') {
      const { partner, signalId } = incoming.received;
      if (await this.inbox.of(partner, signalId)) return undefined;
      await this.malformed(incoming.received);
      throw problem;
    }
    const kept = await this.ended(incoming, { state: 'REJECTED', code: problem.code });
    if (kept && (problem.status === 404 || problem.status === 403)) throw problem;
    return kept;
  }

  private async ended({ received }: IncomingSignal, end: Settlement): Promise<KeptSignal | undefined> {
    const stored = await this.inbox.keep(received, end);
    return stored && { stored };
  }

  private async notice(incoming: IncomingSignal): Promise<KeptSignal | undefined> {
    const { partner, signal, received } = incoming;
    const notice = readNotice(signal);
    const relations = await this.finder.relationsOf(partner.code);
    const now = new Date().toISOString();
    if (!ownsMerchant(relations, partner.code, notice.merchantNo, now, notice.institutionCode)) throw caseNotYours();
    checkSandboxRight(notice.sandbox, callerFor(partner));
    const unserved = unservedKind(senderOf(partner.code), notice);
    if (unserved) throw inPayload(invalidRequest([unserved]));
    return inTransaction(this.database, async (manager) => {
      const stored = await this.inbox.add(manager, received);
      return stored && this.planNotice(manager, partner, stored, notice);
    });
  }

  private async planNotice(
    manager: EntityManager,
    partner: PartnerIdentity,
    stored: StoredSignal,
    notice: Notice,
  ): Promise<KeptSignal> {
    const { inboxId, receivedAt, occurredAt } = stored;
    const request = { requestId: inboxId, acceptedAt: receivedAt };
    const { claim, plan } = await this.plans.of(manager, request, callerFor(partner), notice);
    const { caseId } = claim;
    const amendment = claim.kind === 'amendment' ? plan.command?.command : undefined;
    const facts: readonly Fact[] = amendment
      ? [
          {
            factId: inboxId,
            command: amendment.type,
            fields: amendment.fields,
            by: amendment.by,
            occurredAt,
            acceptedAt: receivedAt,
          },
        ]
      : [];
    await this.inbox.plan(manager, inboxId, caseId, facts);
    if (claim.kind === 'fresh') await this.inbox.wake(manager, notice.noticeNo);
    if (claim.kind === 'repeat') await this.inbox.settle(inboxId, { state: 'DUPLICATE' }, manager);
    const state = claim.kind === 'repeat' ? 'DUPLICATE' : stored.state;
    return { stored: { ...stored, caseId, facts, state }, ...(!claim.started && { opening: claim.opening }) };
  }

  private async facts({ partner, signal, received, isLight }: IncomingSignal): Promise<KeptSignal | undefined> {
    const read = readFactPayload(signal);
    if (isProblem(read) && read.problem === 'request.invalid') throw invalidRequest(read.errors);
    const sender = senderOf(partner.code);
    const now = new Date().toISOString();
    if (isLight) {
      const relations = await this.finder.relationsOf(partner.code);
      const { merchantNo } = namedBy(signal).subject ?? {};
      if (merchantNo !== undefined && !ownsMerchant(relations, partner.code, merchantNo, now))
        throw caseNotYours(signal.caseId);
      const stored = await this.inbox.keep(received);
      return stored && { stored, isUnplaced: true };
    }
    const found = await this.finder.of(sender, namedBy(signal), now);
    if (found.kind === 'FOREIGN') throw caseNotYours(signal.caseId);
    if (found.kind === 'SEVERAL') throw invalidRequest([SEVERAL]);
    if (found.kind !== 'CASE') {
      const stored = await this.inbox.keep(received);
      return stored && { stored };
    }
    const held = await this.cases.caseOf(found.caseId);
    return inTransaction(this.database, async (manager) => {
      const stored = await this.inbox.add(manager, received);
      if (!stored || !held) return stored && { stored };
      const problem = await this.intake.plan(manager, stored, signal, sender, held.case);
      if (problem?.problem === 'request.invalid') throw invalidRequest(problem.errors);
      const { caseId } = held.case;
      if (!problem) return { stored: await this.planned(manager, stored) };
      const end: Settlement = { state: 'REJECTED', code: problem.problem, findings: problem.errors };
      await this.inbox.plan(manager, stored.inboxId, caseId, []);
      await this.inbox.settle(stored.inboxId, end, manager);
      return { stored: { ...stored, caseId, state: end.state, code: problem.problem } };
    });
  }

  private async planned(manager: EntityManager, { partner, signalId }: StoredSignal): Promise<StoredSignal> {
    const stored = await this.inbox.of(partner, signalId, manager);
    if (!stored) throw new Error(`signal ${signalId} is not in the transaction that added it`);
    return stored;
  }
}

function readNotice({ payload }: PartnerSignal): Notice {
  try {
    return checked(noticeSchema, payload, Object.keys(noticeSchema.shape));
  } catch (error) {
    throw error instanceof Problem ? inPayload(error) : error;
  }
}

/** @throws Problem where the signal names nothing a case could be found by. */
function namedBy(signal: PartnerSignal): PartnerSignal {
  const { caseId, noticeNo, subject } = signal;
  if (caseId ?? noticeNo ?? subject?.merchantNo) return signal;
  throw invalidRequest([
    { pointer: '/noticeNo', message: 'is missing; name the case by noticeNo, caseId or subject.merchantNo' },
  ]);
}
