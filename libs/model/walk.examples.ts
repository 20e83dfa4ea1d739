import { aNotice, asker, MONDAY_10, pinsOf } from './case.examples.js';
import type { Case } from './case.js';
import { COMMANDS, type CommandName, type FieldsOf } from './commands.js';
import { decide } from './decide.js';
import type { CaseEvent, Command } from './event.js';
import { fold } from './evolve.js';
import { takeFact } from './facts.js';
import { forward } from './forward.examples.js';
import { plusMs } from './instant.js';
import { perform, through } from './perform.js';
import { CURRENT_RULES } from './policy/policies.js';
import { evidenceHash, reasonCodesOf } from './reading.js';
import type { Rules } from './rules.js';
import { sampleFields } from './sample.examples.js';
import { ROLES } from './vocabulary.js';

/** Everybody who may act, some roles twice. */
export const ACTORS = [
  ...ROLES.map((role) => asker(role)),
  asker('REVIEWER', 'person:reviewer2'),
  asker('SENIOR_REVIEWER', 'person:senior2'),
  asker('INTAKE', 'person:intake2'),
];
/** What a person or partner may send; the clock's own commands come by themselves. */
export const NAMES = (Object.keys(COMMANDS) as CommandName[]).filter(
  (name) => !['NOTICE_INGESTED', 'DEADLINE_PASSED', 'MARK_REACHED'].includes(name),
);

/** Ends most walks at once; they come up among the senseless steps often enough. */
const RARE: readonly CommandName[] = [
  'WITHDRAW',
  'MARK_INVALID',
  'TERMINATE',
  'MERGE_INTO',
  'NOTICE_REVOKED',
  'OUTSIDE_REINSTATED',
  'RE_SUSPEND',
  'RISK_REHIT',
  'VERIFY_ACCOUNT',
  'DEBIT_RETRIED',
  'RECORD_OFFSET',
  'MERCHANT_ACKNOWLEDGED',
  'COMPLAINT',
  'MIGRATE_POLICY',
  'CALENDAR_CHANGED',
  'CASE_MERGED',
  'ADD_NOTE',
  'ESCALATE',
  'REASSIGN',
  'LOG_COMMUNICATION',
  'SET_ALTERNATIVE',
  'EXTEND',
  'NOTICE_AMENDED',
  'MESSAGE_DELIVERED',
];

/** One thing that may happen in a walk: who does what after how long. */
export type Step = {
  readonly who: number;
  readonly what: number;
  readonly pick: number;
  readonly hours: number;
  readonly fact: boolean;
  readonly how: 'FORWARD' | 'ALLOWED' | 'ANYTHING';
  /** Says once more what was said before, as two persons do and as a resend under another id does. */
  readonly again: boolean;
};

/** Mostly what leads the case on, so that the walk gets far; now and then what the table allows, or anything at all. */
function commandFor(current: Case, { who, what, pick, how }: Step, index: number, rules: Rules): Command {
  const here = rules.policy.transitions.filter(
    ({ command, from }) => from.includes(current.state) && NAMES.includes(command),
  );
  const next = how === 'FORWARD' ? forward(current, pick) : undefined;
  const rows = next
    ? here.filter(({ command }) => command === next)
    : here.filter(({ command }) => !RARE.includes(command));
  const row = how === 'ANYTHING' ? undefined : rows[pick % Math.max(1, rows.length)];
  const type = row?.command ?? NAMES[what]!;
  const by = row
    ? (ACTORS.filter(({ roles }) => roles.some((role) => row.by.includes(role))).at(who % 2) ?? ACTORS[who]!)
    : ACTORS[who]!;
  const fields = { ...sampleFields(COMMANDS[type], pick), ...fitting(current, type, pick) };
  return { type, fields, by, requestId: `r_${index}` } as Command;
}

function fitting(current: Case, type: CommandName, pick: number): object {
  const wanted = type === 'UPLOAD' ? ['REQUESTED', 'REJECTED'] : ['UPLOADED'];
  const papers = current.materials.filter(
    ({ requirement, status }) => requirement === 'REQUIRED' && wanted.includes(status),
  );
  const material = papers[pick % Math.max(1, papers.length)]?.code;
  return {
    ...('evidenceHash' in COMMANDS[type] && { evidenceHash: evidenceHash(current) }),
    ...('itemId' in COMMANDS[type] && { itemId: current.scope[pick % current.scope.length]!.itemId }),
    ...('code' in COMMANDS[type] && material && { code: material }),
    ...(type === 'CLASSIFY' && { reasonCodes: reasonCodesOf(current) }),
    ...(type === 'RECORD_EXTERNAL' && { kind: pick % 3 === 0 ? 'REJECTED' : 'APPROVED' }),
  };
}

/** A walk through a case's life: commands, facts, resends and time, in any order. */
export function walk(
  notice: Partial<FieldsOf<'NOTICE_INGESTED'>>,
  steps: readonly Step[],
  rules: Rules = CURRENT_RULES,
  delivery: 'AT_ONCE' | 'LATER' = 'AT_ONCE',
): readonly CaseEvent[] {
  const opening = {
    type: 'NOTICE_INGESTED',
    fields: aNotice({ ...pinsOf(rules), ...notice }),
    by: asker('INTAKE'),
    requestId: 'r_open',
    observed: { at: MONDAY_10, delivery },
  } as const;
  const opened = decide(undefined, opening, { now: MONDAY_10, rules });
  const events: CaseEvent[] = [];
  let current: Case | undefined;
  const happened = (added: readonly CaseEvent[]): Case => {
    events.push(...added);
    return (current = fold(added, current)!);
  };
  happened('events' in opened ? opened.events : []);
  let now = MONDAY_10;
  let last: Command | undefined;
  for (const [index, one] of steps.entries()) {
    now = plusMs(now, one.hours * 3_600_000);
    const command = one.again && last ? again(last, one, index, rules) : commandFor(current!, one, index, rules);
    last = command;
    if (one.fact) {
      const fact = {
        factId: command.requestId,
        command: command.type,
        fields: command.fields,
        by: { id: command.by.id, roles: [command.by.roles[0]] },
        occurredAt: now,
        acceptedAt: now,
      };
      const outcome = through(current!, now, rules, (settled) => ({ events: takeFact(settled, fact, { now, rules }) }));
      if ('events' in outcome) happened(outcome.events);
    } else {
      const outcome = perform(current!, command, now, rules);
      if ('events' in outcome) happened(outcome.events);
    }
    if (current!.lastEventAt > now) now = current!.lastEventAt;
  }
  return events;
}

/** What was said last, said once more: by another who may say it, or by the same person. */
function again(last: Command, { who }: Step, index: number, { policy }: Rules): Command {
  const allowed = policy.transitions.filter(({ command }) => command === last.type).flatMap(({ by }) => by);
  const others = ACTORS.filter(({ id, roles }) => id !== last.by.id && roles.some((role) => allowed.includes(role)));
  return { ...last, by: others[who % (others.length + 1)] ?? last.by, requestId: `r_${index}` };
}
