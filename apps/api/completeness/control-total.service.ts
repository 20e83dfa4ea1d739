import { Injectable } from '@nestjs/common';
import { ControlTotalStore, type ReceivedNotice, type StoredTotal } from '#database';
import {
  compareDay,
  MOST_NOTICES,
  numberingOf,
  SENDERS,
  senderOf,
  seriesOf,
  type ControlTotal,
  type Sender,
} from '#partner';
import { institutionsOf, type CallerIdentity } from '../auth/caller.js';
import { checkSandboxRight } from '../auth/sandbox.right.js';
import { callerFor, type PartnerIdentity } from '../partners/partner.identity.js';
import { checked } from '../problem/checked.js';
import { invalidRequest, Problem } from '../problem/problem.js';
import { beijingDay, dayOf, daysBefore, daysFrom, sandboxQuery } from './beijing-day.js';
import { completenessQuery, controlTotalBody, type IssuerDay } from './control-total.schema.js';

/** So many days in one answer. */
const MOST_DAYS = 31;

/** Whose days are looked at, from when to when, both counted. */
interface Asked {
  readonly sender: Sender;
  readonly sandbox: boolean;
  readonly from: string;
  readonly to: string;
}

/** Which notices of an issuer's day are here and which are not; reckoned anew each time, so a late one closes its gap. */
@Injectable()
export class ControlTotalService {
  constructor(private readonly totals: ControlTotalStore) {}

  /** Keeps what a partner says it sent on a day and answers how that day stands. */
  async tell(partner: PartnerIdentity, day: string, body: unknown): Promise<IssuerDay> {
    const sender = issuingSender(partner);
    const told = checked(controlTotalBody, body, Object.keys(controlTotalBody.shape));
    const { notices, lastSequence, noticeNos, sandbox } = told;
    checkSandboxRight(sandbox, callerFor(partner));
    const dated = dayOf(day);
    if (lastSequence !== undefined) checkSequence(partner, dated, lastSequence);
    const total = { day: dated, notices, lastSequence: lastSequence ?? null, noticeNos: noticeNos ?? null };
    await this.totals.tell(partner.code, sender.issuer, sandbox, total);
    return this.day(sender, total.day, sandbox);
  }

  /** How a partner's own day stands. */
  async ask(partner: PartnerIdentity, day: string, query: unknown): Promise<IssuerDay> {
    const { sandbox } = checked(sandboxQuery, query, ['sandbox']);
    return this.day(issuingSender(partner), dayOf(day), sandbox);
  }

  /** The days of issuers on which something was told or came, the oldest first. */
  async list(query: unknown, caller: CallerIdentity): Promise<{ readonly items: readonly IssuerDay[] }> {
    const asked = checked(completenessQuery, query, Object.keys(completenessQuery.shape));
    const to = asked.to ?? beijingDay(new Date().toISOString());
    const from = asked.from ?? daysBefore(to, 6);
    checkRange(from, to);
    const worlds = asked.sandbox === 'both' ? [false, true] : [asked.sandbox === 'true'];
    const senders = Object.values(SENDERS).filter(({ issuer }) => (asked.issuer ?? issuer) === issuer);
    const found = await Promise.all(
      senders.flatMap((sender) => worlds.map((sandbox) => this.days({ sender, sandbox, from, to }))),
    );
    const items = found.flat().map((day) => seenBy(caller, day));
    return { items: items.sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day))) };
  }

  private async day(sender: Sender, day: string, sandbox: boolean): Promise<IssuerDay> {
    const [found] = await this.days({ sender, sandbox, from: day, to: day });
    return (found ?? (await this.dayOf({ sender, sandbox, from: day, to: day }, day, undefined, []))).day;
  }

  private async days(asked: Asked): Promise<readonly SeenDay[]> {
    const { sender, sandbox, from, to } = asked;
    const [told, came] = await Promise.all([
      this.totals.of(sender.code, sandbox, from, to),
      this.totals.received({ issuer: sender.issuer, sandbox, from, to }),
    ]);
    const own = came.filter(({ noticeNo }) => isOwn(sender, noticeNo));
    const days = [...new Set([...told, ...own].map(({ day }) => day))].sort();
    return Promise.all(
      days.map((day) =>
        this.dayOf(
          asked,
          day,
          told.find((one) => one.day === day),
          own.filter((one) => one.day === day),
        ),
      ),
    );
  }

  private async dayOf(
    { sender, sandbox }: Asked,
    day: string,
    told: StoredTotal | undefined,
    came: readonly ReceivedNotice[],
  ): Promise<SeenDay> {
    const numbering = numberingOf(sender.code);
    const compared = compareDay(
      told && totalOf(told),
      came.map(({ noticeNo }) => noticeNo),
      numbering && seriesOf(numbering, day),
    );
    const refused = await this.totals.refused(sender.code, compared.missing);
    const missing = compared.missing.map((noticeNo): IssuerDay['missing'][number] => {
      const refusal = refused.find((one) => one.noticeNo === noticeNo);
      return refusal ? { ...refusal, state: 'REFUSED' } : { noticeNo, state: 'NEVER_CAME' };
    });
    const extra = [...compared.extra];
    const { code: partner, issuer } = sender;
    return {
      came,
      day: { partner, issuer, day, sandbox, ...compared, toldAt: told?.receivedAt ?? null, missing, extra },
    };
  }
}

/** A day with the notices it was reckoned from. */
interface SeenDay {
  readonly day: IssuerDay;
  readonly came: readonly ReceivedNotice[];
}

/**
 * A day as somebody of some institutions sees it: the issuer's total is over all institutions, so it is left out and
 * only their own notices are counted and named. A number that is missing is nobody's yet.
 */
function seenBy(caller: CallerIdentity, { day, came }: SeenDay): IssuerDay {
  const institutions = institutionsOf(caller);
  if (institutions === '*') return day;
  const own = came.filter((notice) => notice.institutions.some((one) => institutions.includes(one)));
  const ownNos = own.map(({ noticeNo }) => noticeNo);
  const extra = day.extra.filter((noticeNo) => ownNos.includes(noticeNo));
  return { ...day, told: null, difference: null, received: own.length, extra };
}

const totalOf = ({ notices, lastSequence, noticeNos }: StoredTotal): ControlTotal => ({
  notices,
  lastSequence: lastSequence ?? undefined,
  noticeNos: noticeNos ?? undefined,
});

/** Of senders with the same issuer, each has the numbers that begin its way. */
function isOwn(sender: Sender, noticeNo: string): boolean {
  if (sender.noticePrefix !== undefined) return noticeNo.startsWith(sender.noticePrefix);
  return !Object.values(SENDERS).some(
    ({ issuer, noticePrefix }) =>
      issuer === sender.issuer && noticePrefix !== undefined && noticeNo.startsWith(noticePrefix),
  );
}

/** @throws Problem `auth.role` for a partner in whose name there are no notices. */
function issuingSender({ code }: PartnerIdentity): Sender {
  const sender = senderOf(code);
  if (sender.voices.length > 0) return sender;
  throw new Problem('auth.role', {
    detail: 'Control totals are told by issuers of notices; you are none.',
    detailZh: '仅通知签发方可报送当日控制总数。',
  });
}

function checkSequence({ code }: PartnerIdentity, day: string, lastSequence: number): void {
  const say = (message: string): Problem => invalidRequest([{ pointer: '/lastSequence', message }]);
  const numbering = numberingOf(code);
  if (!numbering) throw say('means nothing here: send noticeNos, your numbering is not known');
  if (seriesOf(numbering, day).startsAtOne && lastSequence > MOST_NOTICES)
    throw say(`must be ${MOST_NOTICES} or less: your numbers start at 1 each day`);
}

function checkRange(from: string, to: string): void {
  if (to < from) throw invalidRequest([{ pointer: '/to', message: 'must not be before from' }]);
  if (daysFrom(from, to) > MOST_DAYS)
    throw invalidRequest([{ pointer: '/from', message: `must be ${MOST_DAYS} days before to at most` }]);
}
