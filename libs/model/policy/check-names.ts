import { CALENDARS } from '../calendar/calendars.js';
import { COMMANDS } from '../commands.js';
import { CONDITIONS } from '../conditions.js';
import { EFFECTS } from '../effects.js';
import { GUARDS } from '../guards.js';
import {
  CAPABILITIES,
  CLOCK_OWNERS,
  CLOSED_STATES,
  CONDITION_FACTS,
  DEADLINE_NAMES,
  DECISION_OWNERS,
  DISCLOSURES,
  ISSUERS,
  MATERIAL_CODES,
  MERCHANT_KINDS,
  REASONS,
  ROLES,
  STATES,
  TRACKS,
} from '../vocabulary.js';
import type { Policy, Row } from './policy.js';
import { namedRows } from './row-names.js';

const MARKS_ARE = ['REMINDER', 'CHASE', 'ALARM', 'CHECKPOINT'];
const UNITS = ['WD', 'WH', 'D', 'H', 'M'];

/** Says each of these names that the engine does not know. */
const unknown = (at: string, what: string, names: readonly string[], known: readonly string[]): readonly string[] =>
  names.filter((name) => !known.includes(name)).map((name) => `${at}: unknown ${what} ${name}`);

const keysOf = (table: object): readonly string[] => Object.keys(table);

/** Every name of the vocabulary has its entry in a table that is to be complete. */
const missing = (what: string, table: object, wanted: readonly string[]): readonly string[] =>
  wanted.filter((name) => !Object.hasOwn(table, name)).map((name) => `${what} ${name} has no rule`);

function inRow(at: string, row: Row): readonly string[] {
  const states = [...(row.from === 'NOTHING' ? [] : row.from), row.to].filter((to) => to !== 'SAME' && to !== 'PRIOR');
  return [
    ...unknown(at, 'command', [row.command], keysOf(COMMANDS)),
    ...unknown(at, 'state', [...new Set(states)], STATES),
    ...unknown(at, 'role', [...new Set([...row.by, ...(row.twoPersons ?? []).flat()])], ROLES),
    ...unknown(at, 'deadline', row.deadline ?? [], DEADLINE_NAMES),
    ...unknown(at, 'condition', row.when ?? [], keysOf(CONDITIONS)),
    ...unknown(at, 'guard', row.guards, keysOf(GUARDS)),
    ...unknown(at, 'effect', row.effects, keysOf(EFFECTS)),
  ];
}

const inReasons = (reasons: Policy['reasons']): readonly string[] =>
  Object.entries(reasons).flatMap(([code, { track, disclosure, capabilities, materials, budgets }]) => {
    const at = `reason ${code}`;
    const facts = materials.flatMap(({ code: paper, need }) =>
      typeof need === 'string' ? [] : unknown(`${at}, paper ${paper}`, 'fact', need.when, CONDITION_FACTS),
    );
    return [
      ...unknown('the reasons', 'reason', [code], REASONS),
      ...unknown(at, 'track', [track], TRACKS),
      ...unknown(at, 'disclosure', [disclosure], DISCLOSURES),
      ...unknown(at, 'capability', capabilities, CAPABILITIES),
      ...unknown(
        at,
        'paper',
        materials.map((rule) => rule.code),
        MATERIAL_CODES,
      ),
      ...facts,
      ...unknown(at, 'deadline', keysOf(budgets), DEADLINE_NAMES),
      ...unknown(
        at,
        'unit of time',
        Object.values(budgets).map(({ unit }) => unit),
        UNITS,
      ),
    ];
  });

const inDeadlines = (deadlines: Policy['deadlines']): readonly string[] =>
  Object.entries(deadlines).flatMap(([name, { owner, responsible, marksAre, budget }]) => [
    ...unknown('the deadlines', 'deadline', [name], DEADLINE_NAMES),
    ...(owner ? unknown(`deadline ${name}`, 'owner', [owner], CLOCK_OWNERS) : [`deadline ${name} has no owner`]),
    ...(responsible
      ? unknown(`deadline ${name}`, 'role', [responsible], ROLES)
      : [`nobody is responsible for deadline ${name}`]),
    ...unknown(`deadline ${name}`, 'kind of mark', [marksAre], MARKS_ARE),
    ...unknown(`deadline ${name}`, 'unit of time', [budget.unit], UNITS),
  ]);

const inSubstitutes = (substitutes: Policy['substitutes']): readonly string[] =>
  Object.entries(substitutes).flatMap(([kind, papers]) => [
    ...unknown('the substitutes', 'kind of merchant', [kind], MERCHANT_KINDS),
    ...unknown(
      `substitutes of ${kind}`,
      'paper',
      Object.entries(papers).flatMap(([code, others]) => [code, ...others]),
      MATERIAL_CODES,
    ),
  ]);

/** Names of a policy that the engine does not know, and names of the vocabulary the policy has no rule for. */
export const nameProblems = (policy: Policy): readonly string[] => [
  ...namedRows(policy).flatMap(({ name, row }) => inRow(`row ${name}`, row)),
  ...missing('reason', policy.reasons, REASONS),
  ...inReasons(policy.reasons),
  ...missing('deadline', policy.deadlines, DEADLINE_NAMES),
  ...inDeadlines(policy.deadlines),
  ...missing('issuer', policy.decisionOwners, ISSUERS),
  ...unknown('the decision owners', 'issuer', keysOf(policy.decisionOwners), ISSUERS),
  ...unknown('the decision owners', 'owner', Object.values(policy.decisionOwners), DECISION_OWNERS),
  ...inSubstitutes(policy.substitutes),
  ...unknown('makerCommands', 'command', policy.makerCommands, keysOf(COMMANDS)),
  ...unknown('noOtherAcquirerFor', 'reason', policy.noOtherAcquirerFor, REASONS),
  ...unknown('afterlife', 'closed state', policy.afterlife.longAfter, CLOSED_STATES),
  ...unknown('the policy', 'calendar', [policy.calendarVersion], keysOf(CALENDARS)),
];
