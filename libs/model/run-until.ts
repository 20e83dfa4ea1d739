import type { Case } from './case.js';
import { nextDue, type Due } from './clocks.js';
import { decide } from './decide.js';
import { fold } from './evolve.js';
import type { Asker, CaseEvent, Command } from './event.js';
import type { Instant } from './instant.js';
import type { Rules } from './rules.js';

/** Who acts when time does. */
export const ENGINE: Asker = { id: 'engine', roles: ['SYSTEM'] };

const commandFor = ({ at, deadline, mark }: Due): Command => {
  const requestId = `timer:${deadline}:${mark ?? 'due'}:${at}`;
  return mark === null
    ? { type: 'DEADLINE_PASSED', fields: { deadline }, by: ENGINE, requestId }
    : { type: 'MARK_REACHED', fields: { deadline, mark }, by: ENGINE, requestId };
};

/**
 * Everything the clock does to a case up to and including an instant, each thing decided at its own instant and
 * through the same door as people's commands. At most `limit` events.
 * @throws Error when no row of the table answers a due deadline: a fault of the rules, which the task retries.
 */
export function runUntil(
  current: Case,
  until: Instant,
  rules: Rules,
  limit = 500,
): { readonly events: readonly CaseEvent[]; readonly case: Case } {
  const events: CaseEvent[] = [];
  let running = current;
  for (let due = nextDue(running); due && due.at <= until && events.length < limit; due = nextDue(running)) {
    const now = due.at > running.lastEventAt ? due.at : running.lastEventAt;
    const decision = decide(running, commandFor(due), { now, rules });
    if ('refusal' in decision)
      throw new Error(`the clock was refused ${due.deadline} ${due.mark ?? ''}: ${decision.refusal.code}`);
    events.push(...decision.events);
    running = fold(decision.events, running)!;
  }
  return { events, case: running };
}
