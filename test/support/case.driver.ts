import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Schemas } from '#client';
import { PNG } from './files.js';
import { answerFrom, type Answer, type AnswerBody, type HandedFile } from './http.js';
import type { NoticeBody } from './notices.js';
import type { People, User } from './people.js';

const BUSY_MS = 60_000;

/** The case as the contract's "The case" has it, as far as tests read it. */
export interface CaseView {
  readonly caseId: string;
  readonly seq: number;
  readonly state: string;
  readonly now: string;
  readonly source: string;
  readonly policyVersion: string;
  readonly evidenceHash: string;
  readonly chainHead: string;
  readonly reasons: readonly { readonly code: string }[];
  readonly scope: readonly { readonly itemId: string; readonly status: string; readonly decisionOwner: string }[];
  readonly materials: readonly {
    readonly code: string;
    readonly requirement: string;
    readonly status: string;
    readonly round: number;
    readonly documents: readonly { readonly documentId: string; readonly sha256: string }[];
  }[];
  readonly deadlines: readonly {
    readonly name: string;
    readonly owner: string;
    readonly status: string;
    readonly dueAt: string | null;
    readonly remaining: string;
  }[];
  readonly blockedOn: readonly { readonly what: unknown; readonly owner: string }[];
  readonly allowedActions: readonly { readonly command: string }[];
}

/** One recorded event as the events address has it. */
export interface EventView {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly requestId: string;
  readonly actor: { readonly id: string; readonly role: string };
  readonly payload: {
    readonly changes: Readonly<Record<string, unknown>>;
    readonly fields: Readonly<Record<string, unknown>>;
  };
  readonly hash: string;
  readonly previousHash: string;
}

interface Page {
  readonly items: readonly EventView[];
  readonly nextAfter: number | null;
}

/** The auditor's verdict on a case. */
export interface Verdict {
  readonly deterministic: boolean;
  readonly matchesRecord: boolean;
  readonly chainVerified: boolean;
  readonly open: boolean;
  readonly runs: number;
  readonly comparedSeq: number;
  readonly pendingSeqs: readonly number[];
  readonly firstWrongSeq?: number;
  readonly problems?: readonly { readonly seq: number; readonly what: string }[];
}

/** What a call must have answered; the failure says what it did. */
export function good<T>({ status, body }: Answer<T>): T {
  if (status >= 200 && status < 300) return body;
  throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
}

/** Asks again what a busy machine could not answer in time, as the contract says of 503; a change under its own key. */
const patiently = <T>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> =>
  eventually(ask, ({ status }) => status !== 503, BUSY_MS);

/** One case led through its life over HTTP, each step by the person whose business it is. */
export class CaseDriver {
  constructor(
    readonly people: People,
    readonly caseId: string,
  ) {}

  static async open(people: People, notice: NoticeBody): Promise<CaseDriver> {
    const key = randomUUID();
    const params = { header: { 'Idempotency-Key': key } };
    const body = notice as unknown as Schemas['Notice'];
    const opened = await patiently(async () =>
      answerFrom(await people.intake.client.POST('/api/v1/notices', { params, body })),
    );
    return new CaseDriver(people, good(opened).caseId);
  }

  get path(): string {
    return `/api/v1/cases/${this.caseId}`;
  }

  private get params() {
    return { path: { id: this.caseId } };
  }

  async view(query = '', user: User = 'reviewer'): Promise<CaseView> {
    const params = { ...this.params, query: Object.fromEntries(new URLSearchParams(query)) };
    const { client } = this.people[user];
    return good(await patiently(async () => answerFrom<CaseView>(await client.GET('/api/v1/cases/{id}', { params }))));
  }

  /** Sends a command that must go well. */
  async send(user: User, command: string, fields: object = {}): Promise<AnswerBody> {
    const key = randomUUID();
    return good(await patiently(() => this.people[user].command(this.caseId, command, fields, key)));
  }

  /** Sends a command that must be refused; gives the problem. */
  async refused(user: User, command: string, fields: object = {}): Promise<AnswerBody> {
    const { status, body } = await this.people[user].command(this.caseId, command, fields);
    if (status >= 400) return body;
    throw new Error(`${command} by ${user} was not refused: ${JSON.stringify(body)}`);
  }

  /** From the notice to the checklist. */
  async askForPapers(): Promise<void> {
    const reasonCodes = (await this.view()).reasons.map(({ code }) => code);
    await this.send('intake', 'CONFIRM_NOTICE');
    await this.send('intake', 'CLASSIFY', { reasonCodes });
  }

  /** Hands in every required paper that is not there yet. */
  async handInPapers(file: HandedFile = PNG): Promise<void> {
    for (const { code, requirement, status } of (await this.view()).materials) {
      if (requirement !== 'REQUIRED' || status !== 'REQUESTED') continue;
      const key = randomUUID();
      good(await patiently(() => this.people.intake.upload(this.caseId, code, file, key)));
    }
  }

  /** From the checklist to the review, the papers in but not judged. */
  async apply(): Promise<void> {
    await this.handInPapers();
    await this.send('intake', 'SUBMIT');
    await this.send('intake', 'COMPLETE_OK');
  }

  /** From the notice to the review. */
  async bringToReview(): Promise<void> {
    await this.askForPapers();
    await this.apply();
  }

  async acceptPapers(): Promise<void> {
    for (const { code, status } of (await this.view()).materials) {
      if (status === 'UPLOADED') await this.send('reviewer', 'ACCEPT_MATERIAL', { code });
    }
  }

  /** The reviewer's opinion on the evidence as it stands; gives its hash. */
  async recommend(): Promise<{ readonly evidenceHash: string }> {
    const { evidenceHash } = await this.view();
    await this.send('reviewer', 'RECOMMEND', { opinion: 'APPROVE', reason: '材料齐全', evidenceHash });
    return { evidenceHash };
  }

  /** From the review to our decision. */
  async decide(): Promise<void> {
    await this.acceptPapers();
    await this.send('senior', 'APPROVE', await this.recommend());
  }

  /** From the notice to our decision. */
  async approve(): Promise<void> {
    await this.bringToReview();
    await this.decide();
  }

  /** What the owner of the decision wrote, as both persons record it. */
  async ownersApproval(): Promise<object> {
    return { kind: 'APPROVED', refNo: 'UPR-OK-1', receivedAt: (await this.view()).now };
  }

  /** Carries the decision out, item by item. */
  async reinstate(): Promise<void> {
    await this.send('ops', 'START_REINSTATE');
    for (const { itemId } of (await this.view()).scope) await this.send('ops', 'ITEM_RESTORED', { itemId });
  }

  async advance(how: object, user: User = 'lead'): Promise<AnswerBody> {
    const params = { ...this.params, header: { 'Idempotency-Key': randomUUID() } };
    const { client } = this.people[user];
    return good(
      await patiently(async () =>
        answerFrom(await client.POST('/api/v1/cases/{id}/clock/advance', { params, body: how })),
      ),
    );
  }

  /** Every event, read page by page. */
  async events(limit = 1_000): Promise<readonly EventView[]> {
    const events: EventView[] = [];
    for (let after: number | null = 0; after !== null;) {
      const params = { ...this.params, query: { after, limit } };
      const { client } = this.people.auditor;
      const page: Page = good(
        await patiently(async () => answerFrom<Page>(await client.GET('/api/v1/cases/{id}/events', { params }))),
      );
      events.push(...page.items);
      after = page.nextAfter;
    }
    return events;
  }

  async replay(): Promise<Verdict> {
    const { params } = this;
    const { client } = this.people.auditor;
    return good(
      await patiently(async () => answerFrom<Verdict>(await client.POST('/audit/v1/cases/{id}/replay', { params }))),
    );
  }
}

/** What a sound case replays to. */
export const SOUND = { deterministic: true, matchesRecord: true, chainVerified: true } as const;

/**
 * Asks until the answer is right.
 * @throws Error with the last answer when it was not within the time.
 */
export async function eventually<T>(
  ask: () => Promise<T>,
  right: (answer: T) => boolean,
  withinMs = 30_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (right(answer)) return answer;
    if (Date.now() > until) throw new Error(`not so within ${withinMs} ms: ${JSON.stringify(answer)}`);
    await delay(50);
  }
}
