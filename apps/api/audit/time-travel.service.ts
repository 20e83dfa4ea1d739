import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { caseDifferences } from '#audit';
import { CaseStore, type RecordedEvent } from '#database';
import { allowedActions, eventWords, fold, forecast, hashOf, STAFF_ROLES, type Case, type Instant } from '#model';
import type { CallerIdentity } from '../auth/caller.js';
import { CaseReader } from '../cases/case.reader.js';
import { caseView, rulesFor } from '../cases/case.view.js';
import { httpName } from '../cases/command.schema.js';
import { MerchantReader } from '../cases/merchant.reader.js';
import { invalidRequest } from '../problem/problem.js';
import type { diffQuery, stateQuery } from './time-travel.schema.js';

const PAGE = 1_000;

/** A case as it was: folded from its recorded events, never taken from a picture of it. */
@Injectable()
export class TimeTravel {
  constructor(
    private readonly reader: CaseReader,
    private readonly cases: CaseStore,
    private readonly merchants: MerchantReader,
  ) {}

  /** The case after an event or at an instant of its own time; without either, as it is recorded. */
  async stateOf(caseId: string, { seq, at }: z.output<typeof stateQuery>, caller: CallerIdentity) {
    const { head, frozen } = await this.reader.recorded(caseId, caller);
    if (seq !== undefined && at !== undefined)
      throw invalidRequest([{ pointer: '/at', message: 'give seq or at, not both' }]);
    if (seq !== undefined) checkSeq('/seq', seq, head.seq);
    const events = await this.eventsOf(caseId, seq ?? head.seq, at);
    const last = events.at(-1);
    const current = fold(events.map(({ event }) => event));
    if (!last || !current) throw invalidRequest([{ pointer: '/at', message: 'the case did not exist then' }]);
    const now = at ?? current.lastEventAt;
    // Nothing is recorded of a freeze that has ended, so only the present is shown with one.
    const isNow = at === undefined && current.seq === head.seq;
    const seen = {
      head: { seq: current.seq, hash: last.hash },
      source: 'record' as const,
      frozen: isNow ? frozen : null,
    };
    return {
      ...caseView({ case: current, ...seen }, caller, now),
      merchant: await this.merchants.masked(current),
      stateHash: hashOf(current),
      allowedActions: actionsOfAnyone(current, now),
      forecast: forecast(current, rulesFor(current)),
    };
  }

  /** What changed from one event to another, and what made it. */
  async diffOf(caseId: string, { from, to }: z.output<typeof diffQuery>, caller: CallerIdentity) {
    const { head } = await this.reader.recorded(caseId, caller);
    checkSeq('/to', to, head.seq);
    checkSeq('/from', from, to);
    const events = (await this.eventsOf(caseId, to)).map(({ event }) => event);
    const before = fold(events.slice(0, from));
    const after = fold(events.slice(from), before);
    return {
      caseId,
      from,
      to,
      changes: after ? caseDifferences(before, after).filter(({ path }) => path !== 'seq') : [],
      events: events.slice(from).map((event) => {
        const { seq, type, at, actor } = event;
        return { seq, type, at, actor, text: eventWords(event) };
      }),
    };
  }

  /** Events up to a number, and up to an instant where one is given. */
  private async eventsOf(caseId: string, upTo: number, at?: Instant): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    while (events.length < upTo) {
      const page = await this.cases.eventsOf(caseId, events.length, Math.min(PAGE, upTo - events.length));
      if (page.length === 0) break;
      events.push(...page);
    }
    return at === undefined ? events : events.filter(({ event }) => event.at <= at);
  }
}

function checkSeq(pointer: string, seq: number, last: number): void {
  if (seq > last) throw invalidRequest([{ pointer, message: `must be ${last} or less` }]);
}

/** What could be done, and by whom. */
function actionsOfAnyone(current: Case, now: Instant) {
  const rules = rulesFor(current);
  const found = new Map<string, { command: string; fields: readonly string[]; roles: string[] }>();
  for (const role of STAFF_ROLES) {
    for (const { command, fields } of allowedActions(current, { id: 'anyone', roles: [role] }, { now, rules })) {
      const known = found.get(command) ?? { command, fields: fields.map(httpName), roles: [] };
      known.roles.push(role);
      found.set(command, known);
    }
  }
  return [...found.values()];
}
