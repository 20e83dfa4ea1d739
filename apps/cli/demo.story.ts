import type { Answer, CaseAnswer, HttpClient } from './http.client.js';
import { DEMO_PAPER, demoNotice } from './demo.notice.js';

/** Everybody who takes part in the demonstration. */
export type People = {
  readonly [user in 'intake' | 'intake2' | 'reviewer' | 'senior' | 'senior2' | 'ops' | 'lead' | 'auditor']: HttpClient;
};

interface CaseView extends CaseAnswer {
  readonly evidenceHash: string;
  readonly materials: readonly { readonly code: string; readonly requirement: string; readonly status: string }[];
  readonly scope: readonly { readonly itemId: string; readonly status: string }[];
}

/** What the story tells while it goes: a step done, a refusal on purpose, a moment to look ahead. */
export interface Listener {
  step(words: string): void;
  refused(words: string, code: string): void;
  lookAhead(caseId: string): Promise<void>;
}

/** The case did not go as it should. */
export class StoryFailed extends Error {}

/** A trading violation ordered by UnionPay, from its notice to the closed and reinstated case. */
export class DemoStory {
  caseId = '';
  refusals = 0;
  startedAt = '';
  endedAt = '';
  state = '';

  constructor(
    private readonly people: People,
    private readonly listener: Listener,
  ) {}

  async tell(): Promise<void> {
    await this.open();
    await this.papers();
    await this.review();
    await this.ownersDecision();
    await this.reinstatement();
  }

  private async open(): Promise<void> {
    const opened = this.ok(await this.people.intake.post('/api/v1/notices', demoNotice(new Date())));
    this.caseId = opened.caseId;
    this.startedAt = (await this.view()).now;
    await this.command('intake', 'CONFIRM_NOTICE');
    await this.command('intake', 'CLASSIFY', { reasonCodes: ['TRADING_VIOLATION'] });
    await this.listener.lookAhead(this.caseId);
  }

  private async papers(): Promise<void> {
    for (const { code, requirement, status } of (await this.view()).materials) {
      if (requirement !== 'REQUIRED' || status !== 'REQUESTED') continue;
      const path = `/api/v1/cases/${this.caseId}/materials/${code}/documents`;
      this.ok(await this.people.intake.upload(path, DEMO_PAPER, `${code}.png`, 'image/png'));
      this.listener.step(`UPLOAD ${code}`);
    }
    await this.command('intake', 'SUBMIT');
    await this.command('intake', 'COMPLETE_OK');
  }

  private async review(): Promise<void> {
    const { evidenceHash } = await this.view();
    await this.refusal('senior', 'APPROVE', { evidenceHash }, 'guard.material-not-accepted');
    for (const { code, status } of (await this.view()).materials) {
      if (status === 'UPLOADED') await this.command('reviewer', 'ACCEPT_MATERIAL', { code });
    }
    const evidence = { evidenceHash: (await this.view()).evidenceHash };
    await this.command('senior', 'RECOMMEND', { opinion: 'APPROVE', reason: '材料齐全,交易已逐笔说明', ...evidence });
    await this.refusal('senior', 'APPROVE', evidence, 'guard.four-eyes');
    await this.command('senior', 'RETURN_TO_FIRST', { reason: '应由初审岗出具意见' });
    await this.command('reviewer', 'RECOMMEND', { opinion: 'APPROVE', reason: '材料齐全,交易已逐笔说明', ...evidence });
    await this.command('senior2', 'APPROVE', evidence);
    await this.listener.lookAhead(this.caseId);
  }

  private async ownersDecision(): Promise<void> {
    const { now } = await this.view();
    const decision = { kind: 'APPROVED', refNo: 'UPR-DEMO-OK', receivedAt: now };
    await this.command('intake', 'RECORD_EXTERNAL', decision);
    await this.command('intake2', 'RECORD_EXTERNAL', decision);
  }

  private async reinstatement(): Promise<void> {
    await this.command('ops', 'START_REINSTATE');
    for (const { itemId } of (await this.view()).scope) await this.command('ops', 'ITEM_RESTORED', { itemId });
    const moved = this.ok(await this.people.lead.post(`/api/v1/cases/${this.caseId}/clock/advance`, { by: 'P91D' }));
    this.listener.step('clock + 91 d');
    this.state = moved.state;
    this.endedAt = moved.now;
  }

  private async view(): Promise<CaseView> {
    return this.ok(await this.people.reviewer.get<CaseView>(`/api/v1/cases/${this.caseId}`));
  }

  private async command(user: keyof People, command: string, fields: object = {}): Promise<void> {
    this.ok(await this.people[user].post(`/api/v1/cases/${this.caseId}/commands`, { command, ...fields }));
    this.listener.step(`${command} (${user})`);
  }

  private async refusal(user: keyof People, command: string, fields: object, code: string): Promise<void> {
    const { body } = await this.people[user].post(`/api/v1/cases/${this.caseId}/commands`, { command, ...fields });
    if (body.code !== code)
      throw new StoryFailed(`${command} by ${user} should be refused with ${code}, not ${body.code}`);
    this.refusals += 1;
    this.listener.refused(`${command} (${user})`, code);
  }

  private ok<T>({ status, body }: Answer<T>): T {
    if (status < 300) return body;
    throw new StoryFailed(`the api answered ${status}: ${JSON.stringify(body)}`);
  }
}
