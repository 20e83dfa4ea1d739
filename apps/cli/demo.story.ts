import { formOf, type ReinstateClient, type Schemas } from '#client';
import { answerOf, StoryFailed } from './demo.answer.js';
import { DEMO_PAPER, demoNotice } from './demo.notice.js';

/** Everybody who takes part in the demonstration. */
export type People = {
  readonly [
    user in 'intake' | 'intake2' | 'reviewer' | 'senior' | 'senior2' | 'ops' | 'lead' | 'auditor'
  ]: ReinstateClient;
};

/** What the story tells while it goes: a step done, a refusal on purpose, a moment to look ahead. */
export interface Listener {
  step(words: string): void;
  refused(words: string, code: string): void;
  lookAhead(caseId: string): Promise<void>;
}

/** A trading violation in the sandbox, from its notice to the closed and reinstated case. */
export class DemoStory {
  caseId = '';
  refusals = 0;
  startedAt = '';
  endedAt = '';
  state = '';

  constructor(
    private readonly people: People,
    private readonly listener: Listener,
    private readonly notice: Schemas['Notice'] = demoNotice(new Date()),
  ) {}

  async tell(): Promise<void> {
    await this.open();
    await this.papers();
    await this.review();
    await this.ownersDecision();
    await this.reinstatement();
  }

  private async open(): Promise<void> {
    this.caseId = answerOf(await this.people.intake.POST('/api/v1/notices', { body: this.notice })).caseId;
    this.startedAt = (await this.view()).now;
    await this.command('intake', { command: 'CONFIRM_NOTICE' });
    await this.command('intake', { command: 'CLASSIFY', reasonCodes: ['TRADING_VIOLATION'] });
    await this.listener.lookAhead(this.caseId);
  }

  private async papers(): Promise<void> {
    for (const { code, requirement, status } of (await this.view()).materials) {
      if (requirement !== 'REQUIRED' || status !== 'REQUESTED') continue;
      await this.upload(code);
    }
    await this.command('intake', { command: 'SUBMIT' });
    await this.command('intake', { command: 'COMPLETE_OK' });
  }

  private async review(): Promise<void> {
    const { evidenceHash } = await this.view();
    await this.refusal('senior', { command: 'APPROVE', evidenceHash }, 'guard.material-not-accepted');
    for (const { code, status } of (await this.view()).materials) {
      if (status === 'UPLOADED') await this.command('reviewer', { command: 'ACCEPT_MATERIAL', code });
    }
    const evidence = { evidenceHash: (await this.view()).evidenceHash };
    const recommendation = {
      command: 'RECOMMEND',
      opinion: 'APPROVE',
      reason: '材料齐全,交易已逐笔说明',
      ...evidence,
    } as const;
    await this.command('senior', recommendation);
    await this.refusal('senior', { command: 'APPROVE', ...evidence }, 'guard.four-eyes');
    await this.command('senior', { command: 'RETURN_TO_FIRST', reason: '应由初审岗出具意见' });
    await this.command('reviewer', recommendation);
    await this.command('senior2', { command: 'APPROVE', ...evidence });
    await this.listener.lookAhead(this.caseId);
  }

  private async ownersDecision(): Promise<void> {
    const { now } = await this.view();
    const decision = {
      command: 'RECORD_EXTERNAL',
      kind: 'APPROVED',
      refNo: 'UPR-DEMO-OK',
      receivedAt: now,
    } as const;
    await this.command('intake', decision);
    await this.command('intake2', decision);
  }

  private async reinstatement(): Promise<void> {
    await this.command('ops', { command: 'START_REINSTATE' });
    for (const { itemId } of (await this.view()).scope) await this.command('ops', { command: 'ITEM_RESTORED', itemId });
    const { params } = this;
    const body = { by: 'P91D' };
    const moved = answerOf(await this.people.lead.POST('/api/v1/cases/{id}/clock/advance', { params, body }));
    this.listener.step('clock + 91 d');
    this.state = moved.state;
    this.endedAt = moved.now;
  }

  private get params() {
    return { path: { id: this.caseId } };
  }

  private async view(): Promise<Schemas['Case']> {
    return answerOf(await this.people.reviewer.GET('/api/v1/cases/{id}', { params: this.params }));
  }

  private async upload(code: string): Promise<void> {
    answerOf(
      await this.people.intake.POST('/api/v1/cases/{id}/materials/{code}/documents', {
        params: { path: { id: this.caseId, code } },
        body: { file: new File([DEMO_PAPER], `${code}.png`, { type: 'image/png' }) },
        bodySerializer: formOf,
      }),
    );
    this.listener.step(`UPLOAD ${code}`);
  }

  private send(user: keyof People, body: Schemas['Command']) {
    return this.people[user].POST('/api/v1/cases/{id}/commands', { params: this.params, body });
  }

  private async command(user: keyof People, body: Schemas['Command']): Promise<void> {
    answerOf(await this.send(user, body));
    this.listener.step(`${body.command} (${user})`);
  }

  private async refusal(user: keyof People, body: Schemas['Command'], code: string): Promise<void> {
    const { error } = await this.send(user, body);
    if (error?.code !== code)
      throw new StoryFailed(`${body.command} by ${user} should be refused with ${code}, not ${error?.code}`);
    this.refusals += 1;
    this.listener.refused(`${body.command} (${user})`, code);
  }
}
