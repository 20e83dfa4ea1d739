import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Calendar } from '../calendar/calendar.js';
import { CALENDARS } from '../calendar/calendars.js';
import { asker } from '../case.examples.js';
import type { Case } from '../case.js';
import { COMMANDS, type CommandName } from '../commands.js';
import { decide } from '../decide.js';
import type { Command, Decision } from '../event.js';
import { fold } from '../evolve.js';
import { hashOf } from '../hash.js';
import type { Rules } from '../rules.js';
import { ROLES, STATES, type Role } from '../vocabulary.js';
import { POLICIES, rulesOf } from './policies.js';
import type { Row } from './policy.js';
import { namedRows, type NamedRow } from './row-names.js';
import { DIGESTS } from './table.digests.examples.js';
import { commandOf, expected, inState, instantOf, LATER_CALENDAR, RICH, VARIANTS, WORDINGS } from './table.examples.js';

const names = Object.keys(COMMANDS) as CommandName[];
const released = CALENDARS as Record<string, Calendar>;
beforeAll(() => void (released[LATER_CALENDAR] = { ...released['cn-2026.1']!, version: LATER_CALENDAR }));
afterAll(() => void delete released[LATER_CALENDAR]);

/** What becomes of a command: a refusal's code, or the event, the row it names and the state it leads to. */
type Outcome = string;
const done = (event: string, row: string, state: string | undefined): Outcome => `${event} by row ${row} into ${state}`;

const decided = (current: Case, command: Command, rules: Rules): Decision =>
  decide(current, command, { now: instantOf(command.type), rules });

function outcome(current: Case, command: Command, rules: Rules): Outcome {
  return outcomeOf(current, decided(current, command, rules));
}

function outcomeOf(current: Case, decision: Decision): Outcome {
  if ('refusal' in decision) return decision.refusal.code;
  const [event] = decision.events;
  return done(event!.type, event!.payload.row, fold(decision.events, current)!.state);
}

/** A decision to the last member, without the version it was taken under and the words it is told in. */
function toldOf(decision: Decision): unknown {
  if ('events' in decision) {
    return decision.events.map(({ type, actor, at, requestId, payload }) => ({ type, actor, at, requestId, payload }));
  }
  const { code, row, facts } = decision.refusal;
  return { code, row, facts };
}

const target = (row: Row, current: Case) =>
  row.to === 'SAME' ? current.state : row.to === 'PRIOR' ? current.heldFrom?.state : row.to;
const carriedOut = (row: Row, current: Case) => done(row.event ?? row.command, row.id, target(row, current));

/** A timer of a deadline that does not run; all that run here are due. */
const isLate = (current: Case, { type, fields }: Command): boolean =>
  (type === 'DEADLINE_PASSED' || type === 'MARK_REACHED') &&
  current.deadlines.every(
    ({ name, status }) => name !== (fields as { deadline: string }).deadline || status !== 'RUNNING',
  );

/** What ought to become of it by the table, and the row that is then proven. */
function wanted(
  rows: readonly NamedRow[],
  current: Case,
  command: Command,
  rules: Rules,
): readonly [Outcome, NamedRow?] {
  const found = expected(rows, current, command, { now: instantOf(command.type), rules });
  if (!found.rule) return [found.code];
  const { row } = found.rule;
  if (isLate(current, command)) return [done('LATE_TIMER', '4.4', current.state)];
  if (found.broken) return [found.broken];
  return [
    row.twoPersons ? done(`${row.command}_PROPOSED`, row.id, current.state) : carriedOut(row, current),
    found.rule,
  ];
}

/** What a second person of the other role then does of a proposal; nothing where there is none. */
function completed(
  rows: readonly NamedRow[],
  current: Case,
  first: Command,
  decision: Decision,
  rules: Rules,
): readonly Decision[] {
  if (!('events' in decision) || !decision.events[0]!.type.endsWith('_PROPOSED')) return [];
  const rule = wanted(rows, current, first, rules)[1]!;
  const role = rule.row.twoPersons!.find((roles) => !roles.includes(first.by.roles[0]!))?.[0] ?? first.by.roles[0]!;
  return [decided(fold(decision.events, current)!, { ...first, by: asker(role, 'person:second') }, rules)];
}

describe.each(Object.values(POLICIES).map((policy) => [policy.version, policy] as const))(
  'the table of policy %s',
  (_, policy) => {
    const rules = rulesOf({ policyVersion: policy.version, calendarVersion: policy.calendarVersion });
    const rows = namedRows(policy);

    test.each(STATES)('answers every command of every role in %s as its rows say', (state) => {
      const current = inState(RICH, state);
      const cells = names.flatMap((type) => ROLES.map((role) => commandOf(type, role, current)));
      const wrong = cells.flatMap((command) => {
        const [should, does] = [wanted(rows, current, command, rules)[0], outcome(current, command, rules)];
        return should === does ? [] : [`${state} × ${command.type} × ${command.by.roles[0]} is ${does}, not ${should}`];
      });
      expect(cells).toHaveLength(names.length * ROLES.length);
      expect(wrong).toEqual([]);
    });

    test('refuses every command but the opening where there is no case', () => {
      for (const type of names.filter((name) => name !== 'NOTICE_INGESTED')) {
        const known = rows.filter(({ row }) => row.command === type);
        for (const role of ROLES) {
          const lets = known.length === 0 || known.some(({ row }) => row.by.includes(role));
          const decision = decide(undefined, commandOf(type, role, RICH), { now: instantOf(type), rules });
          const code = 'refusal' in decision ? decision.refusal.code : 'done';
          expect([type, role, code]).toEqual([type, role, lets ? 'transition.not-allowed' : 'auth.role']);
        }
      }
    });

    /** Every command in every state it has rows for, under every variant of the case and wording, by those the rows name first. */
    const walked = names.flatMap((type) => {
      const own = rows.filter(({ row }) => row.command === type && row.from !== 'NOTHING');
      const states = STATES.filter((state) => own.some(({ row }) => (row.from as readonly string[]).includes(state)));
      const roles = [...new Set(own.map(({ row }) => row.by[0]!))];
      return states.flatMap((state) =>
        Object.entries(VARIANTS).flatMap(([variant, rich]) => {
          const current = inState(rich, state);
          const wordings = WORDINGS[type] ?? [{}];
          return wordings.flatMap((fields) => roles.map((role) => ({ type, role, current, variant, fields })));
        }),
      );
    });

    test('is obeyed whatever the case and the wording, by every row, and decides what it has always decided', () => {
      const unproven = new Set(rows.filter(({ row }) => row.from !== 'NOTHING'));
      const said = new Map(walked.map(({ type }) => [type, [] as unknown[]]));
      const wrong = walked.flatMap(({ type, role, current, variant, fields }) => {
        const command = commandOf(type, role, current, fields);
        const [should, proven] = wanted(rows, current, command, rules);
        if (proven) unproven.delete(proven);
        const decision = decided(current, command, rules);
        const told = [decision, ...completed(rows, current, command, decision, rules)].map(toldOf);
        said.get(type)!.push([current.state, variant, fields, told]);
        const does = outcomeOf(current, decision);
        return should === does ? [] : [`${current.state} × ${type} × ${role}, ${variant}: is ${does}, not ${should}`];
      });
      expect(wrong).toEqual([]);
      // The last row of triage is there to say what is missing: its guard breaks for every person.
      expect([...unproven].map(({ name }) => name)).toEqual(['5 CLASSIFY 2']);
      expect(Object.fromEntries([...said].map(([type, all]) => [type, hashOf(all).slice(0, 16)]))).toEqual(
        DIGESTS[policy.version],
      );
    });

    test('takes two different persons of the two roles wherever it says so', () => {
      const unproven = new Set(rows.filter(({ row }) => row.twoPersons));
      const asked = walked.filter(({ type }) => rows.some(({ row }) => row.command === type && row.twoPersons));
      const tried = new Set<string>();
      for (const { type, role, current, fields } of asked) {
        const first = commandOf(type, role, current, fields, asker(role, 'person:first'));
        const rule = wanted(rows, current, first, rules)[1];
        if (!rule?.row.twoPersons || tried.has(`${rule.name} in ${current.state}`)) continue;
        tried.add(`${rule.name} in ${current.state}`);
        unproven.delete(rule);
        const second = rule.row.twoPersons.find((roles) => !roles.includes(role))?.[0] ?? role;
        const decision = decide(current, first, { now: instantOf(type), rules });
        const proposed = fold('events' in decision ? decision.events : [], current)!;
        const sentBy = (by: Role, id: string) =>
          outcome(proposed, commandOf(type, by, current, fields, asker(by, id)), rules);
        expect(sentBy(second, 'person:first')).toBe('guard.four-eyes');
        if (second !== role) expect(sentBy(role, 'person:second')).toBe('guard.second-role');
        expect(sentBy(second, 'person:second')).toBe(carriedOut(rule.row, current));
      }
      expect([...unproven].map(({ name }) => name)).toEqual([]);
    });
  },
);
