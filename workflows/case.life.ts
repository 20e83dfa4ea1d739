import { GENESIS, type ChainedEvent, type ChainHead } from '#audit';
import type { Carried, CaseSnapshot, CommandAnswer, CommandEnvelope, ProbeOrder, ProvenRefusal } from '#contract';
import {
  decide,
  effectiveAt,
  ENGINE,
  evolve,
  fromMs,
  hashOf,
  isClosed,
  nextDueAt,
  perform,
  refusal,
  rulesOf,
  settle,
  takeFact,
  through,
  toMs,
  type Case,
  type CaseEvent,
  type Command,
  type Decision,
  type Instant,
  type Refusal,
  type Rules,
} from '#model';
import { ChainEnd } from './chain.end.js';
import { Ring } from './ring.js';

type Plan = { readonly events: readonly CaseEvent[] } | { readonly refusal: ProvenRefusal };

/** A plan and what it was made of: the same case at the same time plans the same for the same request. */
interface Planned {
  readonly requestId: string;
  readonly current: Case;
  readonly clockMs: number;
  readonly plan: Plan;
}

/**
 * A case as its workflow holds it: the fold of its events, the end of their chain, and those not known to be recorded.
 * Knows no timers and no Temporal; every method takes the workflow's clock in milliseconds.
 */
export class CaseLife {
  private planned: Planned | undefined;

  private constructor(
    private current: Case,
    private readonly end: ChainEnd,
    private readonly ring: Ring,
    private readonly heard: (chained: ChainedEvent) => void,
  ) {}

  /** A new case from the notice that opens it. */
  static open({ command }: CommandEnvelope, clockMs: number, heard: (chained: ChainedEvent) => void): CaseLife {
    if (command.type !== 'NOTICE_INGESTED') throw new TypeError(`a case opens with a notice, not with ${command.type}`);
    const now = fromMs(clockMs);
    const decision = decide(undefined, command, { now, rules: rulesOf(command.fields) });
    if ('refusal' in decision) throw new TypeError(`the notice was refused: ${decision.refusal.code}`);
    const [first] = decision.events;
    const opened = evolve(undefined, first!);
    const life = new CaseLife(opened, new ChainEnd(opened.caseId, GENESIS, []), new Ring([]), heard);
    life.keep(first!, clockMs);
    return life;
  }

  /** The case as the run before it left it. */
  static carryOn(carried: Carried, heard: (chained: ChainedEvent) => void): CaseLife {
    const end = new ChainEnd(carried.case.caseId, carried.head, carried.unrecorded);
    return new CaseLife(carried.case, end, new Ring(carried.ring), heard);
  }

  /**
   * A case started again from its record: its first act is that two persons did so. What fell due while it stood still
   * happens after that, for nothing happened to it then.
   */
  static resume(
    carried: Carried,
    { command, acceptedAt }: CommandEnvelope,
    clockMs: number,
    heard: (chained: ChainedEvent) => void,
  ): CaseLife {
    const life = CaseLife.carryOn(carried, heard);
    const now = effectiveAt(life.current, acceptedAt, clockMs);
    const decision = decide(life.current, command, { now, rules: life.rules });
    if ('refusal' in decision) throw new TypeError(`the case was not started again: ${decision.refusal.code}`);
    life.append(decision.events, clockMs);
    return life;
  }

  /** Whether this request or fact has come before, as far back as a resend reaches. */
  knows(requestId: string): boolean {
    return this.ring.has(requestId);
  }

  /** What a command would do; the validator asks this and changes nothing. */
  plan(envelope: CommandEnvelope, clockMs: number): Plan {
    const { requestId } = envelope.command;
    const { planned, current } = this;
    // The handler asks for what the validator was told a moment ago.
    if (planned?.requestId === requestId && planned.current === current && planned.clockMs === clockMs)
      return planned.plan;
    const plan = this.planAnew(envelope, clockMs);
    this.planned = { requestId, current, clockMs, plan };
    return plan;
  }

  private planAnew({ command, acceptedAt, validUntil }: CommandEnvelope, clockMs: number): Plan {
    const at = effectiveAt(this.current, acceptedAt, clockMs);
    if (fromMs(clockMs) > validUntil) return this.refused(refusal('request.expired', null), this.current, at);
    const outcome = perform(this.current, command, at, this.rules);
    return 'refusal' in outcome ? this.refused(outcome.refusal, outcome.settled, at) : outcome;
  }

  /** Does what the plan says; a request known from before is answered, not done again. */
  carryOut(envelope: CommandEnvelope, clockMs: number): CommandAnswer | { readonly refusal: ProvenRefusal } {
    const { requestId } = envelope.command;
    if (envelope.recorded) this.end.seen(envelope.recorded);
    if (this.knows(requestId))
      return this.answer(
        this.unrecorded.filter(({ event }) => event.requestId === requestId),
        clockMs,
      );
    const plan = this.plan(envelope, clockMs);
    if ('refusal' in plan) return plan;
    return this.answer(this.append(plan.events, clockMs), clockMs);
  }

  /** Takes a fact; a repeated one leaves no trace. */
  take(raw: unknown, clockMs: number): void {
    const { factId, acceptedAt } = (raw ?? {}) as { readonly factId?: unknown; readonly acceptedAt?: unknown };
    if (typeof factId === 'string' && this.knows(factId)) return;
    const accepted =
      typeof acceptedAt === 'string' && !Number.isNaN(Date.parse(acceptedAt)) ? acceptedAt : fromMs(clockMs);
    const at = effectiveAt(this.current, accepted, clockMs);
    const act = (settled: Case): Decision => ({ events: takeFact(settled, raw, { now: at, rules: this.rules }) });
    const outcome = through(this.current, at, this.rules, act);
    if ('events' in outcome) this.append(outcome.events, clockMs);
  }

  /** Lets the clock do what is due, or as much of it as fits one step; answers whether anything was. */
  settle(clockMs: number): boolean {
    return this.append(settle(this.current, this.now(clockMs), this.rules), clockMs).length > 0;
  }

  /** The service answered the probe. */
  serviceAnswered(clockMs: number): void {
    const command: Command = { type: 'PROBE_OK', fields: {}, by: ENGINE, requestId: `probe:${this.current.seq}` };
    const outcome = perform(this.current, command, effectiveAt(this.current, fromMs(clockMs), clockMs), this.rules);
    if ('events' in outcome) this.append(outcome.events, clockMs);
  }

  /** What has happened until now and is known to be recorded up to `recorded`. @throws RunContradicted when the record holds another chain. */
  recordedUpTo(recorded: ChainHead): void {
    this.end.recordedUpTo(recorded);
  }

  answer(events: readonly ChainedEvent[], clockMs: number): CommandAnswer {
    const { caseId, seq, state } = this.current;
    return { caseId, seq, state, now: this.now(clockMs), events };
  }

  snapshot(clockMs: number): CaseSnapshot {
    return { case: this.current, head: this.end.head, now: this.now(clockMs), unrecorded: this.unrecorded };
  }

  carried(): Carried {
    return { case: this.current, head: this.end.head, unrecorded: this.unrecorded, ring: this.ring.entries() };
  }

  /** Of its last event. */
  get seq(): number {
    return this.current.seq;
  }

  get unrecorded(): readonly ChainedEvent[] {
    return this.end.unrecorded;
  }

  get isBacklogged(): boolean {
    return this.end.isBacklogged;
  }

  /** What to look for before a service counts as back; none for a sandbox case, whose probe is what people say. */
  get wantedProbe(): ProbeOrder | undefined {
    const { caseId, issuer, institutionCode, sandbox, deadlines } = this.current;
    const wanted = !sandbox && deadlines.some(({ name, status }) => name === 'T_PROBE' && status === 'RUNNING');
    return wanted ? { caseId, issuer, institutionCode } : undefined;
  }

  get isClosed(): boolean {
    return isClosed(this.current.state);
  }

  /** Nothing happens in it by itself any more; what somebody says to it may. */
  get isAtRest(): boolean {
    return this.isClosed && this.nextDueMs === undefined;
  }

  /** Workflow time at which the clock has something to do: the next deadline. */
  get nextDueMs(): number | undefined {
    const at = nextDueAt(this.current);
    return at === null ? undefined : toMs(at) - this.current.offsetMs;
  }

  /** The rules of the version the case is bound to; a migration binds it to others. */
  private get rules(): Rules {
    return pinnedRules(this.current);
  }

  private now(clockMs: number): Instant {
    return fromMs(clockMs + this.current.offsetMs);
  }

  private refused(refused: Refusal, settled: Case, now: Instant): { readonly refusal: ProvenRefusal } {
    return { refusal: { ...refused, seq: settled.seq, state: settled.state, stateHash: hashOf(settled), now } };
  }

  private append(events: readonly CaseEvent[], clockMs: number): readonly ChainedEvent[] {
    return events.map((event) => {
      this.current = evolve(this.current, event);
      return this.keep(event, clockMs);
    });
  }

  private keep(event: CaseEvent, clockMs: number): ChainedEvent {
    const chained = this.end.add(event);
    this.ring.add(event.requestId, event.seq, clockMs);
    this.heard(chained);
    return chained;
  }
}

/**
 * The rules the case pinned at opening.
 * @throws Error when this program's table of that version is another one: the task fails and waits for the right worker.
 */
function pinnedRules(current: Case): Rules {
  const rules = rulesOf(current);
  if (rules.policyHash !== current.policyHash || rules.calendarHash !== current.calendarHash) {
    throw new Error(
      `policy ${current.policyVersion} or calendar ${current.calendarVersion} is not the one this case was opened under`,
    );
  }
  return rules;
}
