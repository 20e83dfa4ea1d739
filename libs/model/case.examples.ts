import type { Case } from './case.js';
import type { CommandName, FieldsOf } from './commands.js';
import { decide } from './decide.js';
import { fold } from './evolve.js';
import type { Asker, CaseEvent, Command, Observed } from './event.js';
import type { Instant } from './instant.js';
import { CURRENT_RULES, rulesOf } from './policy/policies.js';
import { evidenceHash } from './reading.js';
import { runUntil } from './run-until.js';
import type { Rules } from './rules.js';
import type { Role } from './vocabulary.js';

/** Monday 23 November 2026, 10:00 in Beijing. */
export const MONDAY_10: Instant = '2026-11-23T02:00:00.000Z';

export const asker = (role: Role, id = `person:${role.toLowerCase()}`): Asker => ({ id, roles: [role] });

export const words = { textId: 'text_1', commitment: 'c'.repeat(64) };
const hex = (digit: string) => digit.repeat(64);

type Pins = Pick<FieldsOf<'NOTICE_INGESTED'>, 'policyVersion' | 'policyHash' | 'calendarVersion' | 'calendarHash'>;

/** What a case keeps of the rules it opens under. */
export const pinsOf = ({ policy, policyHash, calendar, calendarHash }: Rules): Pins => ({
  policyVersion: policy.version,
  policyHash,
  calendarVersion: calendar.version,
  calendarHash,
});

/** A notice of UnionPay's against one terminal, with overrides. */
export const aNotice = (overrides: Partial<FieldsOf<'NOTICE_INGESTED'>> = {}): FieldsOf<'NOTICE_INGESTED'> => ({
  caseId: 'case_1',
  issuer: 'LAKALA',
  noticeNo: 'N-1',
  noticeDate: '2026-11-23',
  effectiveAt: MONDAY_10,
  institutionCode: '48222900',
  merchantNo: '822290073920001',
  reasonCodes: ['TRADING_VIOLATION'],
  restrictions: [{ capability: 'ACCEPT_CARD', level: 'TERMINAL', place: '47781282', execution: 'DONE' }],
  transactions: [{ transactionId: '112309481203', at: MONDAY_10, amountFen: 4980000 }],
  content: words,
  contentHash: hex('a'),
  sandbox: true,
  ...pinsOf(CURRENT_RULES),
  ...overrides,
});

/** A case told in steps; each step is one command by one role, now or at an instant given by `at`. */
export class CaseStory {
  readonly events: CaseEvent[] = [];
  now: Instant = MONDAY_10;

  /** `rules` are those it opens under; from then on it follows those the case is bound to. */
  constructor(
    notice: Partial<FieldsOf<'NOTICE_INGESTED'>> = {},
    public rules: Rules = CURRENT_RULES,
  ) {
    this.by('INTAKE', 'NOTICE_INGESTED', aNotice({ ...pinsOf(rules), ...notice }));
  }

  get case(): Case {
    return fold(this.events)!;
  }

  /** The command as this role would send it; throws when it is refused. */
  by<N extends CommandName>(who: Role | Asker, type: N, fields: FieldsOf<N>): this {
    const refused = this.refusalOf(who, type, fields);
    if (refused) throw new Error(`${type} was refused: ${refused}`);
    return this;
  }

  /** Sends the command; the code of the refusal, or undefined when it was done. */
  refusalOf<N extends CommandName>(
    who: Role | Asker,
    type: N,
    fields: FieldsOf<N>,
    observed: Observed = { at: this.now, delivery: 'AT_ONCE' },
  ): string | undefined {
    const by = typeof who === 'string' ? asker(who) : who;
    const command = { type, fields, by, requestId: `request:${this.events.length + 1}`, observed } as Command;
    const decision = decide(fold(this.events), command, { now: this.now, rules: this.rules });
    if ('refusal' in decision) return decision.refusal.code;
    this.events.push(...decision.events);
    if (type === 'MIGRATE_POLICY' || type === 'CALENDAR_CHANGED') this.rules = rulesOf(this.case);
    return undefined;
  }

  /** Lets time pass; everything due on the way happens. */
  until(at: Instant): this {
    this.events.push(...runUntil(this.case, at, this.rules).events);
    this.now = at;
    return this;
  }

  upload(code: FieldsOf<'UPLOAD'>['code'], documentId = `doc_${code}_${this.events.length}`): this {
    return this.by('INTAKE', 'UPLOAD', { code, documentId, sha256: hex('d'), bytes: 100, mediaType: 'image/png' });
  }

  uploadRequired(): this {
    for (const { code, requirement, status } of this.case.materials) {
      if (requirement === 'REQUIRED' && (status === 'REQUESTED' || status === 'REJECTED')) this.upload(code);
    }
    return this;
  }

  acceptUploaded(): this {
    for (const { code, status } of this.case.materials)
      if (status === 'UPLOADED') this.by('REVIEWER', 'ACCEPT_MATERIAL', { code });
    return this;
  }

  requested(): this {
    const reasonCodes = this.case.reasons.map(({ code }) => code);
    return this.by('INTAKE', 'CONFIRM_NOTICE', {}).by('INTAKE', 'CLASSIFY', { reasonCodes });
  }

  submitted(): this {
    return this.requested().uploadRequired().by('INTAKE', 'SUBMIT', {});
  }

  underReview(): this {
    return this.submitted().by('INTAKE', 'COMPLETE_OK', {});
  }

  recommended(): this {
    this.underReview().acceptUploaded();
    return this.by('REVIEWER', 'RECOMMEND', {
      opinion: 'APPROVE',
      reason: words,
      evidenceHash: evidenceHash(this.case),
    });
  }

  approved(): this {
    return this.recommended().by('SENIOR_REVIEWER', 'APPROVE', { evidenceHash: evidenceHash(this.case) });
  }

  followUp(): this {
    this.approved().by('OPS', 'START_REINSTATE', {});
    for (const { itemId, status } of this.case.scope)
      if (status === 'RESTORE_REQUESTED') this.by('OPS', 'ITEM_RESTORED', { itemId });
    return this;
  }
}
