import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { CaseActivities, CommandAnswer, CommandEnvelope } from '#contract';
import { caseWorkflowId, type CaseSnapshot, type ProbeOrder } from '#contract';
import { CaseStore, RunStore, WatchStore } from '#database';
import { CURRENT_RULES, evidenceHash, type Command, type CommandName, type FieldsOf, type Role } from '#model';
import { CaseClient, endingOf, type History } from '#temporal';
import { recordActivities } from '../../apps/worker/activities/record.activities.js';
import { freshDatabase, type FreshDatabase } from './database.js';

const LIMIT_MS = 20_000;
const words = { textId: 'text_1', commitment: 'c'.repeat(64) };

/** A worker of the present code on a task queue and in a database of one spec's own, and a client to it. */
export interface Engine {
  readonly database: FreshDatabase;
  readonly client: Client;
  readonly caseClient: CaseClient;
  readonly cases: CaseStore;
  readonly runs: RunStore;
  open(notice?: Partial<FieldsOf<'NOTICE_INGESTED'>>): Promise<EngineCase>;
  /** The record activity answers only while this is true. */
  recording: boolean;
  /** What stands where a service would be. */
  probe: CaseActivities['probe'];
  stop(): Promise<void>;
}

const bundlePath = resolve('dist/workflow-bundle.js');

export async function startEngine(
  options: { readonly eventCap?: number; readonly cached?: number } = {},
): Promise<Engine> {
  const { temporalAddress } = JSON.parse(
    await readFile(join(process.env['REINSTATE_HOME'] ?? '', 'standalone.json'), 'utf8'),
  ) as { temporalAddress: string };
  quiet();
  const database = await freshDatabase();
  const taskQueue = `spec-${randomBytes(6).toString('hex')}`;
  const [native, connection] = await Promise.all([
    NativeConnection.connect({ address: temporalAddress }),
    Connection.connect({ address: temporalAddress }),
  ]);
  const client = new Client({ connection });
  const [cases, runs] = [new CaseStore(database.owner), new RunStore(database.owner)];
  const real = recordActivities({ cases, runs, watch: new WatchStore(database.owner), buildId: 'spec' });
  const record: CaseActivities['record'] = (batch) =>
    engine.recording ? real.record(batch) : Promise.reject(new Error('the record is away'));
  const worker = await Worker.create({
    connection: native,
    taskQueue,
    workflowBundle: { codePath: bundlePath },
    activities: { record, probe: (order: ProbeOrder) => engine.probe(order) },
    sinks: { audit: { event: { fn: () => undefined } } },
    maxCachedWorkflows: options.cached ?? 100,
  });
  const running = worker.run();
  const caseClient = new CaseClient(client, taskQueue, options.eventCap ?? 2000);
  const engine: Engine = {
    database,
    client,
    caseClient,
    cases,
    runs,
    recording: true,
    probe: () => Promise.reject(new Error('no answer')),
    open: (notice) => EngineCase.open(caseClient, client, notice),
    stop: async () => {
      worker.shutdown();
      await running;
      await Promise.all([native.close(), connection.close(), database.drop()]);
    },
  };
  return engine;
}

let isQuiet = false;
function quiet(): void {
  if (!isQuiet) Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
  isQuiet = true;
}

/** One case on the real workflow, spoken to as the API does. */
export class EngineCase {
  private sent = 0;
  /** How the merchant's channel takes messages. */
  delivery: 'AT_ONCE' | 'LATER' = 'AT_ONCE';

  private constructor(
    private readonly caseClient: CaseClient,
    private readonly client: Client,
    readonly caseId: string,
    readonly opened: CommandAnswer,
  ) {}

  static async open(
    caseClient: CaseClient,
    client: Client,
    overrides: Partial<FieldsOf<'NOTICE_INGESTED'>> = {},
  ): Promise<EngineCase> {
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
    const outcome = await caseClient.open(
      { caseId, envelope: envelopeOf(command), institutionCode, sandbox },
      Date.now() + LIMIT_MS,
    );
    if (outcome.kind !== 'DONE') throw new Error(`the case did not open: ${outcome.kind}`);
    return new EngineCase(caseClient, client, caseId, outcome.answer);
  }

  /** Sends a command; the answer, or the code of the refusal. */
  async send<N extends CommandName>(
    role: Role,
    type: N,
    fields: FieldsOf<N>,
    extra: {
      readonly requestId?: string;
      readonly id?: string;
      readonly acceptedAt?: string;
      readonly validUntil?: string;
    } = {},
  ): Promise<CommandAnswer | string> {
    const by = { id: extra.id ?? `person:${role.toLowerCase()}`, roles: [role] };
    const at = new Date().toISOString();
    const requestId = extra.requestId ?? `${this.caseId}:${(this.sent += 1)}`;
    const command = { type, fields, by, requestId, observed: { at, delivery: this.delivery } } as unknown as Command;
    const outcome = await this.caseClient.command(
      this.caseId,
      {
        ...envelopeOf(command),
        ...(extra.acceptedAt && { acceptedAt: extra.acceptedAt }),
        ...(extra.validUntil && { validUntil: extra.validUntil }),
      },
      Date.now() + LIMIT_MS,
    );
    if (outcome.kind === 'GONE') return 'gone';
    return outcome.kind === 'DONE' ? outcome.answer : outcome.refusal.code;
  }

  /** The same, and the answer is an answer. */
  async done<N extends CommandName>(role: Role, type: N, fields: FieldsOf<N>): Promise<CommandAnswer> {
    const answer = await this.send(role, type, fields);
    if (typeof answer === 'string') throw new Error(`${type} was refused: ${answer}`);
    return answer;
  }

  /** Sends a fact, as often as asked. */
  async fact(raw: unknown, times = 1): Promise<void> {
    for (let sent = 0; sent < times; sent += 1) await this.handle().signal('fact', raw);
  }

  async snapshot(): Promise<CaseSnapshot> {
    const snapshot = await this.caseClient.snapshot(this.caseId, Date.now() + LIMIT_MS);
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

  /** The histories of all runs so far, first to last. */
  async histories(): Promise<readonly History[]> {
    const histories: History[] = [];
    for (let runId: string | undefined = await this.firstRun(); runId;) {
      const history: History = await this.client.workflow.getHandle(caseWorkflowId(this.caseId), runId).fetchHistory();
      histories.push(history);
      const ending = endingOf(history);
      runId = ending.kind === 'CONTINUED' ? ending.runId : undefined;
    }
    return histories;
  }

  private async firstRun(): Promise<string> {
    const history = await this.handle().fetchHistory();
    return history.events?.[0]?.workflowExecutionStartedEventAttributes?.firstExecutionRunId ?? '';
  }

  handle() {
    return this.client.workflow.getHandle(caseWorkflowId(this.caseId));
  }

  /** From the notice to the review with every paper accepted. */
  async toReview(): Promise<void> {
    const { reasons } = (await this.snapshot()).case;
    await this.done('INTAKE', 'CONFIRM_NOTICE', {});
    await this.done('INTAKE', 'CLASSIFY', { reasonCodes: reasons.map(({ code }) => code) });
    const { materials } = (await this.snapshot()).case;
    const asked = materials.filter(({ requirement, status }) => requirement === 'REQUIRED' && status === 'REQUESTED');
    for (const { code } of asked)
      await this.done('INTAKE', 'UPLOAD', {
        code,
        documentId: `doc_${code}`,
        sha256: 'd'.repeat(64),
        bytes: 9,
        mediaType: 'image/png',
      });
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
