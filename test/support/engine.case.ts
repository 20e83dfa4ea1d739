import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { caseWorkflowId, type CaseSnapshot, type CommandAnswer, type CommandEnvelope } from '#contract';
import {
  CURRENT_RULES,
  evidenceHash,
  type Command,
  type CommandName,
  type Fact,
  type FieldsOf,
  type MaterialCode,
  type Role,
} from '#model';
import { RecordedChains } from '#replay';
import {
  previousRunIdOf,
  replayHistories,
  verdictOf,
  type CaseClient,
  type History,
  type ReplayVerdict,
} from '#temporal';
import { writeBatch, type RecordStores } from '../../apps/worker/activities/record.activities.js';

const LIMIT_MS = 60_000;
const words = { textId: 'text_1', commitment: 'c'.repeat(64) };

type Observed = NonNullable<Command['observed']>;

/** What may be said otherwise of one command. */
interface Extra {
  readonly requestId?: string;
  /** Who sends it; by default one person a role. */
  readonly id?: string;
  readonly acceptedAt?: string;
  readonly validUntil?: string;
  readonly observed?: Partial<Observed>;
}

/** How a case is reached, and where it is recorded. */
interface Ways {
  readonly caseClient: CaseClient;
  readonly client: Client;
  readonly stores: RecordStores;
}

/** One case on the real workflow, spoken to as the API does. */
export class EngineCase {
  private sent = 0;
  /** How the merchant's channel takes messages. */
  delivery: 'AT_ONCE' | 'LATER' = 'AT_ONCE';

  private constructor(
    private readonly ways: Ways,
    readonly caseId: string,
    readonly opened: CommandAnswer,
  ) {}

  static async open(ways: Ways, overrides: Partial<FieldsOf<'NOTICE_INGESTED'>> = {}): Promise<EngineCase> {
    const caseId = `case_${randomBytes(8).toString('hex')}`;
    const { policy, calendar, policyHash, calendarHash } = CURRENT_RULES;
    const fields: FieldsOf<'NOTICE_INGESTED'> = {
      caseId,
      issuer: 'LAKALA',
      noticeNo: caseId,
      noticeDate: '2026-11-23',
      effectiveAt: '2026-11-23T02:00:00.000Z',
      institutionCode: '48222900',
      merchantNo: '822290073920001',
      reasonCodes: ['INACTIVITY'],
      restrictions: [{ capability: 'ACCEPT_CARD', level: 'TERMINAL', place: '47781282', execution: 'DONE' }],
      transactions: [],
      content: words,
      contentHash: 'a'.repeat(64),
      sandbox: true,
      policyVersion: policy.version,
      policyHash,
      calendarVersion: calendar.version,
      calendarHash,
      ...overrides,
    };
    const command: Command = {
      type: 'NOTICE_INGESTED',
      fields,
      by: { id: 'person:intake', roles: ['INTAKE'] },
      requestId: `${caseId}:open`,
    };
    const { institutionCode, sandbox } = fields;
    const outcome = await ways.caseClient.open(
      { caseId, envelope: envelopeOf(command), institutionCode, sandbox },
      Date.now() + LIMIT_MS,
    );
    if (outcome.kind !== 'DONE') throw new Error(`the case did not open: ${outcome.kind}`);
    return new EngineCase(ways, caseId, outcome.answer);
  }

  /** Sends a command; the answer, or the code of the refusal. */
  async send<N extends CommandName>(
    role: Role,
    type: N,
    fields: FieldsOf<N>,
    extra: Extra = {},
  ): Promise<CommandAnswer | string> {
    const by = { id: extra.id ?? `person:${role.toLowerCase()}`, roles: [role] };
    const at = new Date().toISOString();
    const requestId = extra.requestId ?? `${this.caseId}:${(this.sent += 1)}`;
    const observed: Observed = { at, delivery: this.delivery, ...extra.observed };
    const command = { type, fields, by, requestId, observed } as unknown as Command;
    const outcome = await this.ways.caseClient.command(
      this.caseId,
      {
        ...envelopeOf(command),
        ...(extra.acceptedAt && { acceptedAt: extra.acceptedAt }),
        ...(extra.validUntil && { validUntil: extra.validUntil }),
      },
      Date.now() + LIMIT_MS,
    );
    if (outcome.kind === 'GONE') return 'gone';
    if (outcome.kind === 'REFUSED') return outcome.refusal.code;
    await this.keep(outcome.answer);
    return outcome.answer;
  }

  /** The run of a closed case leaves it to whoever was answered to record what it did. */
  private async keep({ caseId, run }: CommandAnswer): Promise<void> {
    if (!run) return;
    const { unrecorded: events } = await this.snapshot();
    await writeBatch(this.ways.stores, { caseId, ...run, events });
  }

  /** The same, and the answer is an answer. */
  async done<N extends CommandName>(role: Role, type: N, fields: FieldsOf<N>, extra?: Extra): Promise<CommandAnswer> {
    const answer = await this.send(role, type, fields, extra);
    if (typeof answer === 'string') throw new Error(`${type} was refused: ${answer}`);
    return answer;
  }

  /** Sends a fact to an open case, as often as asked. */
  async fact(raw: unknown, times = 1): Promise<void> {
    for (let sent = 0; sent < times; sent += 1) await this.handle().signal('fact', raw);
  }

  /** Tells a case a fact, be it open or not; whether it is heard. */
  tell(fact: Fact): Promise<boolean> {
    return this.ways.caseClient.tell(this.caseId, fact, Date.now() + LIMIT_MS);
  }

  async snapshot(): Promise<CaseSnapshot> {
    const snapshot = await this.ways.caseClient.snapshot(this.caseId, Date.now() + LIMIT_MS);
    if (!snapshot) throw new Error(`${this.caseId} has no workflow`);
    return snapshot;
  }

  /** Waits until the case is as wanted. */
  async until(wanted: (snapshot: CaseSnapshot) => boolean): Promise<CaseSnapshot> {
    for (const end = Date.now() + LIMIT_MS; ;) {
      const snapshot = await this.snapshot();
      if (wanted(snapshot)) return snapshot;
      if (Date.now() > end) throw new Error(`${this.caseId} stayed in ${snapshot.case.state} at ${snapshot.head.seq}`);
      await sleep(50);
    }
  }

  /** Waits until everything that has happened is recorded. */
  async recorded(): Promise<CaseSnapshot> {
    const snapshot = await this.snapshot();
    const { cases } = this.ways.stores;
    for (const end = Date.now() + LIMIT_MS; (await cases.caseOf(this.caseId))?.head.hash !== snapshot.head.hash;) {
      if (Date.now() > end) throw new Error(`${this.caseId} is not recorded up to ${snapshot.head.seq}`);
      await sleep(50);
    }
    return snapshot;
  }

  /** The histories of all runs so far, first to last. */
  async histories(): Promise<readonly History[]> {
    const histories = [await this.handle().fetchHistory()];
    for (let before = previousRunIdOf(histories[0]!); before !== ''; before = previousRunIdOf(histories[0]!)) {
      const run = this.ways.client.workflow.getHandle(caseWorkflowId(this.caseId), before);
      histories.unshift(await run.fetchHistory());
    }
    return histories;
  }

  /** What a replay of these histories on the present code shows beside the record. */
  async verdictOn(histories: readonly History[]): Promise<ReplayVerdict> {
    const { caseId } = this;
    const record = await new RecordedChains(this.ways.stores.cases).of(caseId);
    const replayed = await replayHistories({ caseId, histories, bundlePath: resolve('dist/workflow-bundle.js') });
    return verdictOf({ caseId, histories, record, replayed });
  }

  /** The last run. */
  async runId(): Promise<string> {
    return (await this.handle().describe()).runId;
  }

  handle() {
    return this.ways.client.workflow.getHandle(caseWorkflowId(this.caseId));
  }

  /** Hands a paper in. */
  async upload(code: MaterialCode, documentId = `doc_${code}`): Promise<void> {
    const file = { sha256: 'd'.repeat(64), bytes: 9, mediaType: 'image/png' } as const;
    await this.done('INTAKE', 'UPLOAD', { code, documentId, ...file });
  }

  /** From the notice to the review with every paper accepted. */
  async toReview(): Promise<void> {
    const { reasons } = (await this.snapshot()).case;
    await this.done('INTAKE', 'CONFIRM_NOTICE', {});
    await this.done('INTAKE', 'CLASSIFY', { reasonCodes: reasons.map(({ code }) => code) });
    await this.apply();
  }

  /** From the checklist to the review with every paper accepted. */
  async apply(): Promise<void> {
    const { materials } = (await this.snapshot()).case;
    const asked = materials.filter(({ requirement, status }) => requirement === 'REQUIRED' && status === 'REQUESTED');
    for (const { code } of asked) await this.upload(code);
    await this.done('INTAKE', 'SUBMIT', {});
    await this.done('INTAKE', 'COMPLETE_OK', {});
    for (const { code } of asked) await this.done('REVIEWER', 'ACCEPT_MATERIAL', { code });
  }

  /** From the review to the follow-up. */
  async toFollowUp(): Promise<void> {
    const evidence = async () => evidenceHash((await this.snapshot()).case);
    await this.done('REVIEWER', 'RECOMMEND', { opinion: 'APPROVE', reason: words, evidenceHash: await evidence() });
    await this.done('SENIOR_REVIEWER', 'APPROVE', { evidenceHash: await evidence() });
    await this.done('OPS', 'START_REINSTATE', {});
    for (const { itemId } of (await this.snapshot()).case.scope) await this.done('OPS', 'ITEM_RESTORED', { itemId });
  }
}

const envelopeOf = (command: Command): CommandEnvelope => ({
  command,
  acceptedAt: new Date().toISOString(),
  validUntil: new Date(Date.now() + 60_000).toISOString(),
});
