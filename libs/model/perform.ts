import type { Case } from './case.js';
import { decide } from './decide.js';
import type { CaseEvent, Command, Decision } from './event.js';
import { fold } from './evolve.js';
import { unpark } from './facts.js';
import { fromMs, plusMs, toMs, type Instant } from './instant.js';
import type { Rules } from './rules.js';
import { runUntil } from './run-until.js';

/** The instant something accepted at `acceptedAt` (workflow time) takes effect in the case's own time. */
export function effectiveAt(current: Case, acceptedAt: Instant, clockMs: number): Instant {
  const accepted = Math.min(toMs(acceptedAt), clockMs) + current.offsetMs;
  return fromMs(Math.max(accepted, toMs(current.lastEventAt)));
}

/**
 * One thing on its way through the door, with what time did before it and what it lets in after it: deadlines that
 * passed earlier go first, one due at the very instant of acceptance does not (domain §4.4); then the act; then facts
 * that waited for this move. Where the act moved a sandbox clock, what is due by the new now follows.
 */
export function through(
  current: Case,
  at: Instant,
  rules: Rules,
  act: (settled: Case) => Decision,
): Decision & { readonly settled: Case } {
  const before = runUntil(current, plusMs(at, -1), rules);
  const decision = act(before.case);
  if ('refusal' in decision) return { ...decision, settled: before.case };
  const after = fold(decision.events, before.case)!;
  const entering = after.state === before.case.state ? [] : unpark(after, { now: at, rules });
  const entered = fold(entering, after)!;
  const due = runUntil(entered, plusMs(at, after.offsetMs - before.case.offsetMs), rules);
  const moved = after.offsetMs === before.case.offsetMs ? [] : due.events;
  return { events: [...before.events, ...decision.events, ...entering, ...moved], settled: before.case };
}

/** Carries out a command as the workflow does; the validator and the auditor ask the same. */
export const perform = (current: Case, command: Command, at: Instant, rules: Rules): ReturnType<typeof through> =>
  through(current, at, rules, (settled) => decide(settled, command, { now: at, rules }));

/** Events that are due by now, as the clock alone brings them. */
export function settle(current: Case, now: Instant, rules: Rules): readonly CaseEvent[] {
  const due = runUntil(current, now, rules);
  const entering = due.case.state === current.state ? [] : unpark(due.case, { now: due.case.lastEventAt, rules });
  return [...due.events, ...entering];
}
