import { randomBytes, randomUUID } from 'node:crypto';
import { commitmentTo, type DisclosedText, type RefusalProof } from '#audit';
import {
  CURRENT_RULES,
  decide,
  evidenceHash,
  hashOf,
  type Case,
  type Command,
  type CommandName,
  type FieldsOf,
  type Role,
  type TextRef,
} from '#model';
import { CaseChain } from './case-chain.js';
import type { PaperLog } from './paper-log.js';

/** A case on paper with the words that were said in it and the commands that were refused. */
export class PaperCase {
  readonly chain: CaseChain;
  readonly texts: DisclosedText[] = [];
  readonly refusals: RefusalProof[] = [];

  constructor(
    readonly caseId = `case_${randomBytes(8).toString('hex')}`,
    issuer: FieldsOf<'NOTICE_INGESTED'>['issuer'] = 'LAKALA',
  ) {
    const content = this.text('the notice');
    this.chain = new CaseChain({ caseId, issuer, reasonCodes: ['INACTIVITY'], content });
  }

  /** Keeps words as the vault would. */
  text(words: string): TextRef {
    const [textId, salt] = [`txt_${randomUUID()}`, randomBytes(16).toString('hex')];
    this.texts.push({ textId, salt, words });
    return { textId, commitment: commitmentTo({ salt, words }) };
  }

  by<N extends CommandName>(role: Role, type: N, fields: FieldsOf<N>): this {
    this.chain.say(this.command(role, type, fields));
    return this;
  }

  /** A command that the rules refuse, kept as the record keeps it. */
  refuse<N extends CommandName>(role: Role, type: N, fields: FieldsOf<N>, id = personOf(role)): this {
    const command = this.command(role, type, fields, id);
    const { lastEventAt: now, seq, policyVersion, calendarVersion, rulesRevision } = this.case;
    const decision = decide(this.case, command, { now, rules: CURRENT_RULES });
    if (!('refusal' in decision)) throw new Error(`${type} was not refused`);
    const { code, row } = decision.refusal;
    const head = this.chain.events.at(-1)!.hash;
    this.refusals.push({
      refusalId: randomUUID(),
      at: now,
      code,
      row,
      actorId: id,
      actorRoles: [role],
      caseId: this.caseId,
      requestId: command.requestId,
      seq,
      stateHash: hashOf(this.case),
      chainHead: head,
      now,
      command,
      policyVersion,
      calendarVersion,
      rulesRevision,
    });
    return this;
  }

  /** From the notice to our decision, with two refusals on the way. */
  approved(): this {
    this.by('INTAKE', 'CONFIRM_NOTICE', {}).by('INTAKE', 'CLASSIFY', { reasonCodes: ['INACTIVITY'] });
    for (const { code, requirement, status } of this.case.materials) {
      if (requirement !== 'REQUIRED' || status !== 'REQUESTED') continue;
      const sha256 = hashOf(`${this.caseId}${code}`);
      this.by('INTAKE', 'UPLOAD', { code, documentId: `doc_${code}`, sha256, bytes: 9, mediaType: 'image/png' });
    }
    this.by('INTAKE', 'SUBMIT', {}).by('INTAKE', 'COMPLETE_OK', {});
    const tooEarly = evidenceHash(this.case);
    this.refuse('SENIOR_REVIEWER', 'APPROVE', { evidenceHash: tooEarly });
    for (const { code, status } of this.case.materials)
      if (status === 'UPLOADED') this.by('REVIEWER', 'ACCEPT_MATERIAL', { code });
    const evidence = evidenceHash(this.case);
    const reason = this.text('材料齐全 — all papers are in');
    this.by('REVIEWER', 'RECOMMEND', { opinion: 'APPROVE', reason, evidenceHash: evidence });
    this.refuse('SENIOR_REVIEWER', 'APPROVE', { evidenceHash: evidence }, personOf('REVIEWER'));
    return this.by('SENIOR_REVIEWER', 'APPROVE', { evidenceHash: evidence });
  }

  /** A two-person act, both halves. */
  held(): this {
    const hold = { authority: 'court', document: 'doc-1', kind: 'FREEZE', reason: this.text('a court order') };
    return this.by('INVESTIGATOR', 'HOLD', hold);
  }

  get case(): Case {
    return this.chain.case!;
  }

  /** Shows a log what has happened, at some heads and at the last, and packs the bundle. */
  bundle(log: PaperLog, heads: readonly number[] = []): Uint8Array {
    for (const seq of heads) log.addHead(this.chain.events, seq);
    for (const refusal of this.refusals) log.addRefusal(refusal);
    log.addHead(this.chain.events);
    const texts = [...this.texts].sort((a, b) => (a.textId < b.textId ? -1 : 1));
    return log.bundle(this.chain.events, { refusals: this.refusals, texts });
  }

  private command<N extends CommandName>(role: Role, type: N, fields: FieldsOf<N>, id = personOf(role)): Command {
    const at = this.case.lastEventAt;
    const requestId = `req_${this.chain.events.length + 1}`;
    return {
      type,
      fields,
      by: { id, roles: [role] },
      requestId,
      observed: { at, delivery: 'AT_ONCE' },
    } as unknown as Command;
  }
}

const personOf = (role: Role): string => `person:${role.toLowerCase()}`;
