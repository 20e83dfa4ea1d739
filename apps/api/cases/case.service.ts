import { Injectable } from '@nestjs/common';
import { CaseStore, InvalidCursor, type CasePage } from '#database';
import { PERSON_COMMANDS, clock, eventWords, forecast, type PersonCommandName } from '#model';
import { institutionsOf, type CallerIdentity } from '../auth/caller.js';
import { checked, named } from '../problem/checked.js';
import { invalidRequest } from '../problem/problem.js';
import type { Answer } from '../requests/answer.js';
import type { OnceRequest } from '../requests/once.js';
import { CaseReader } from './case.reader.js';
import { eventsQuery, listQuery, timelineQuery, viewQuery } from './case.queries.js';
import { caseNow, caseView, rulesFor } from './case.view.js';
import { CommandRunner } from './command.runner.js';
import { bodyFieldsOf, COMMAND_BODIES, fieldsOf } from './command.schema.js';
import { advanceOrder } from './clock.advance.js';
import { eventView } from './event.view.js';
import { MerchantReader } from './merchant.reader.js';

const isPersonCommand = (name: unknown): name is PersonCommandName =>
  typeof name === 'string' && Object.hasOwn(PERSON_COMMANDS, name);

/** What people ask of cases and do to them. */
@Injectable()
export class CaseService {
  constructor(
    private readonly cases: CaseStore,
    private readonly reader: CaseReader,
    private readonly commands: CommandRunner,
    private readonly merchants: MerchantReader,
  ) {}

  /** One page of the cases the caller sees. */
  async list(query: unknown, caller: CallerIdentity): Promise<CasePage> {
    const { limit, cursor, sandbox, ...narrowed } = checked(listQuery, query, Object.keys(listQuery.shape));
    const filters = Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value !== undefined));
    const shown = sandbox === 'both' ? 'both' : sandbox === 'true';
    try {
      return await this.cases.list({ ...filters, institutions: institutionsOf(caller), sandbox: shown }, cursor, limit);
    } catch (error) {
      if (!(error instanceof InvalidCursor)) throw error;
      throw invalidRequest([
        { pointer: '/cursor', message: 'belongs to another list or order; ask for the first page again' },
      ]);
    }
  }

  /** The case as api.md §5 has it, its merchant masked. */
  async view(caseId: string, query: unknown, caller: CallerIdentity) {
    const { minSeq = 0, source } = checked(viewQuery, query, Object.keys(viewQuery.shape));
    const held = await (source === 'workflow'
      ? this.reader.fromWorkflow(caseId, caller)
      : this.reader.recordedWith(minSeq, caseId, caller));
    const merchant = await this.merchants.masked(held.case);
    return { ...caseView(held, caller, caseNow(held.case)), merchant };
  }

  /** Carries out one command of a person. */
  async command(caseId: string, once: OnceRequest, body: unknown): Promise<Answer> {
    const name: unknown = Reflect.get(Object(body), 'command');
    if (!isPersonCommand(name)) throw unknownCommand(name);
    await this.commands.admit(once.caller, caseId, name);
    const values = checked(COMMAND_BODIES[name], body, bodyFieldsOf(name));
    const { expectedSeq, onBehalfOf } = values;
    return this.commands.run(once, { caseId, type: name, values: fieldsOf(name, values), expectedSeq, onBehalfOf });
  }

  /** Moves the clock of a sandbox case. */
  advance(caseId: string, once: OnceRequest, body: unknown): Promise<Answer> {
    return this.commands.run(once, advanceOrder(caseId, body));
  }

  /** Events after a seq, oldest first; `nextAfter` is null on the last page. */
  async events(caseId: string, query: unknown, caller: CallerIdentity) {
    const { after, limit } = checked(eventsQuery, query, Object.keys(eventsQuery.shape));
    await this.reader.recorded(caseId, caller);
    const { page, nextAfter } = await this.pageOf(caseId, after, limit);
    return { items: page.map((recorded) => eventView(recorded, recorded.recordedAt)), nextAfter };
  }

  /** What has happened and what will happen by itself, in words. */
  async timeline(caseId: string, query: unknown, caller: CallerIdentity) {
    const { after, limit } = checked(timelineQuery, query, Object.keys(timelineQuery.shape));
    const { case: current } = await this.reader.recorded(caseId, caller);
    const { page, nextAfter } = await this.pageOf(caseId, after, limit);
    const past = page.map(({ event }) => ({
      seq: event.seq,
      at: event.at,
      type: event.type,
      text: eventWords(event),
      actor: event.actor,
      state: event.payload.changes.state ?? null,
    }));
    return { caseId, now: caseNow(current), past, forecast: forecast(current, rulesFor(current)), nextAfter };
  }

  /** Each deadline's arithmetic. */
  async clock(caseId: string, caller: CallerIdentity) {
    const { case: current } = await this.reader.recorded(caseId, caller);
    return { caseId, ...clock(current, caseNow(current), rulesFor(current)) };
  }

  private async pageOf(caseId: string, after: number, limit: number) {
    const found = await this.cases.eventsOf(caseId, after, limit + 1);
    const page = found.slice(0, limit);
    return { page, nextAfter: found.length > limit ? (page.at(-1)?.event.seq ?? null) : null };
  }
}

const unknownCommand = (name: unknown) =>
  invalidRequest([
    {
      pointer: '/command',
      message: `${name === undefined ? 'is missing' : 'is not a known command'}; known are ${named(Object.keys(PERSON_COMMANDS))}`,
    },
  ]);
