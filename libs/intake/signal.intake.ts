import type { EntityManager } from 'typeorm';
import {
  subjectKey,
  type CaseStore,
  type DocumentStore,
  type InboxStore,
  type StoredSignal,
  type Vault,
} from '#database';
import { COMMANDS, isClosed, MAX_PARKED, textsOf, withRefs, type Case, type Fact } from '#model';
import {
  factsOf,
  isProblem,
  uploadMisfit,
  type FactDraft,
  type PartnerSignal,
  type Sender,
  type SignalProblem,
} from '#partner';
import type { CaseClient } from '#temporal';
import { endOf, requestIdsOf } from './signal.end.js';

/** What the steps of a signal need. */
export interface IntakeParts {
  readonly inbox: InboxStore;
  readonly cases: CaseStore;
  readonly vault: Vault;
  readonly documents: DocumentStore;
  readonly client: CaseClient;
}

/** The way of a signal from the inbox into its case: planned, delivered, settled. Each step may be taken again. */
export class SignalIntake {
  constructor(private readonly parts: IntakeParts) {}

  /**
   * Says in the case's words what a stored signal tells, with its free words sealed, in the transaction that keeps it.
   * @returns undefined when the plan is kept, else why the signal cannot be taken.
   */
  async plan(
    manager: EntityManager,
    { inboxId, receivedAt }: Pick<StoredSignal, 'inboxId' | 'receivedAt'>,
    signal: PartnerSignal,
    sender: Sender,
    current: Case,
  ): Promise<SignalProblem | undefined> {
    const said = factsOf(signal, sender, current, inboxId);
    if (isProblem(said)) return said;
    const misfit = await this.misfitOf(said.facts, current);
    if (misfit) return misfit;
    const facts: Fact[] = [];
    for (const draft of said.facts) facts.push(await this.sealed(manager, draft, current, receivedAt));
    await this.parts.inbox.plan(manager, inboxId, current.caseId, facts);
    return undefined;
  }

  /**
   * Tells the case what the record does not hold yet. A case that hears nothing any more rejects it.
   * @throws CaseUnavailable at the deadline, in milliseconds since 1970.
   */
  async deliver(signal: StoredSignal, deadlineMs: number): Promise<void> {
    const { inboxId, caseId, facts } = signal;
    if (caseId === null || facts.length === 0) return;
    const recorded = await this.eventsOf([signal]);
    const untold = facts.filter(({ factId }) => !recorded.has(factId));
    if (untold.length === 0) return;
    const held = await this.parts.cases.caseOf(caseId);
    if (held && isFullOfParked(held.case)) return this.parts.inbox.settle(inboxId, { state: 'PARKED' });
    for (const fact of untold) {
      if (await this.parts.client.tell(caseId, fact, deadlineMs)) continue;
      if (held && isClosed(held.case.state))
        return this.parts.inbox.settle(inboxId, { state: 'REJECTED', code: 'case.closed' });
      return;
    }
  }

  /** Looks in the record what became of signals and keeps it. @returns ids of those that have an outcome now. */
  async settle(signals: readonly StoredSignal[]): Promise<ReadonlySet<string>> {
    const events = await this.eventsOf(signals);
    const told = signals.filter((signal) => requestIdsOf(signal).every((requestId) => events.has(requestId)));
    const caseIds = [...new Set(told.flatMap(({ caseId }) => caseId ?? []))];
    const held = new Map(
      await Promise.all(caseIds.map(async (id) => [id, await this.parts.cases.caseOf(id)] as const)),
    );
    const settled = new Set<string>();
    for (const signal of told) {
      const current = held.get(signal.caseId ?? '')?.case;
      const end = current && endOf(signal, events, current);
      if (!end) continue;
      const over = end.state === 'PARKED' && isClosed(current.state);
      await this.parts.inbox.settle(signal.inboxId, over ? { ...end, state: 'REJECTED', code: 'case.closed' } : end);
      settled.add(signal.inboxId);
    }
    return settled;
  }

  /** A fact that hands a document in must name one that was uploaded to this very case. */
  private async misfitOf(facts: readonly FactDraft[], { caseId }: Case): Promise<SignalProblem | undefined> {
    const [upload] = facts.filter(({ command }) => command === 'UPLOAD');
    if (!upload) return undefined;
    const document = await this.parts.documents.find(String(upload.values['documentId']));
    return uploadMisfit(upload.values, document?.caseId === caseId ? document : undefined);
  }

  private eventsOf(signals: readonly StoredSignal[]) {
    const requests = signals.flatMap((signal) =>
      requestIdsOf(signal).flatMap((requestId) =>
        signal.caseId === null ? [] : [{ caseId: signal.caseId, requestId }],
      ),
    );
    return this.parts.inbox.eventsOf(requests);
  }

  private async sealed(
    manager: EntityManager,
    { values, ...draft }: FactDraft,
    { caseId, institutionCode, merchantNo }: Case,
    acceptedAt: string,
  ): Promise<Fact> {
    const fields = COMMANDS[draft.command];
    const words = textsOf(fields, values).map(({ text }) => text);
    const subject = subjectKey(institutionCode, merchantNo);
    const refs = await this.parts.vault.seal(manager, subject, caseId, words);
    return { ...draft, fields: withRefs(fields, values, refs), acceptedAt };
  }
}

/** A case keeps so many facts that do not fit yet; more wait in the inbox. */
const isFullOfParked = ({ parked }: Case): boolean => parked.filter(({ waiting }) => waiting).length >= MAX_PARKED;
