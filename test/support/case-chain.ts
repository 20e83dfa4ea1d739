import { GENESIS, headOf, link, type ChainHead, type ChainedEvent } from '#audit';
import {
  CURRENT_RULES,
  decide,
  fold,
  plusMs,
  type Asker,
  type Case,
  type Command,
  type FieldsOf,
  type Instant,
} from '#model';

const HASH = 'a'.repeat(64);
/** A made-up text of the vault. */
export const aText = (textId = 'txt_1') => ({ textId, commitment: HASH });

export const INTAKE: Asker = { id: 'intake', roles: ['INTAKE'] };
export const OPENED_AT: Instant = '2026-11-23T01:00:00.000Z';

/** The notice of a trading violation; each member may be said otherwise. */
export const aNotice = (fields: Partial<FieldsOf<'NOTICE_INGESTED'>> = {}): FieldsOf<'NOTICE_INGESTED'> => ({
  caseId: 'case_1',
  issuer: 'UNIONPAY',
  noticeNo: 'UPR-2026-1123-000187',
  noticeDate: '2026-11-23',
  effectiveAt: OPENED_AT,
  institutionCode: '48222900',
  merchantNo: '822290073920001',
  reasonCodes: ['TRADING_VIOLATION'],
  restrictions: [{ capability: 'ACCEPT_CARD', level: 'TERMINAL', place: '47781282', execution: 'DONE' }],
  transactions: [],
  content: aText('txt_notice'),
  contentHash: HASH,
  sandbox: false,
  policyVersion: CURRENT_RULES.policy.version,
  policyHash: CURRENT_RULES.policyHash,
  calendarVersion: CURRENT_RULES.calendar.version,
  calendarHash: CURRENT_RULES.calendarHash,
  ...fields,
});

/** A case made of commands, as its workflow would chain them: one minute apart, each by the rules. */
export class CaseChain {
  readonly events: ChainedEvent[] = [];
  case: Case | undefined;
  private head: ChainHead = GENESIS;
  private now: Instant = OPENED_AT;

  constructor(notice: Partial<FieldsOf<'NOTICE_INGESTED'>> = {}) {
    this.say({ type: 'NOTICE_INGESTED', fields: aNotice(notice), by: INTAKE, requestId: 'req_open' });
  }

  get caseId(): string {
    return this.case?.caseId ?? '';
  }

  /** Carries out a command and answers the events it caused. */
  say(command: Command): readonly ChainedEvent[] {
    const decision = decide(this.case, command, { now: this.now, rules: CURRENT_RULES });
    if ('refusal' in decision) throw new Error(`${command.type} was refused: ${decision.refusal.code}`);
    const chained = decision.events.map((event) => {
      const next = link(this.head, event);
      this.head = headOf(next);
      return next;
    });
    this.case = fold(decision.events, this.case);
    this.events.push(...chained);
    this.now = plusMs(this.now, 60_000);
    return chained;
  }

  /** Lets time pass in which nobody does anything. */
  wait(ms: number): void {
    this.now = plusMs(this.now, ms);
  }

  /** Adds notes, one event each. */
  note(count: number, requestId = 'req_note'): readonly ChainedEvent[] {
    const note = (n: number) =>
      this.say({ type: 'ADD_NOTE', fields: { text: aText(`txt_${n}`) }, by: INTAKE, requestId });
    return Array.from({ length: count }, (_, n) => note(n)).flat();
  }
}
