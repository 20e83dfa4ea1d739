import { COMMANDS } from '../commands.js';
import { STAFF_ROLES, type Role } from '../vocabulary.js';
import type { Policy, Row } from './policy.js';
import { namedRows, type NamedRow } from './row-names.js';

const isPerson = (role: Role): boolean => (STAFF_ROLES as readonly Role[]).includes(role);

/** Who may be let in by the row and is then one of a pair. */
function pairProblems(at: string, { by, twoPersons }: Row): readonly string[] {
  if (!twoPersons) return [];
  const [first, second] = twoPersons.map((roles) => roles.filter((role) => by.includes(role) && isPerson(role)));
  if (!first?.length || !second?.length) return [`${at}: its two roles can never be two persons`];
  const stray = by.filter((role) => !twoPersons.flat().includes(role));
  return stray.map((role) => `${at}: ${role} may begin it, and nobody can complete it`);
}

function shapeProblems(at: string, { from, by, to, command, deadline }: Row): readonly string[] {
  const carriesDeadline = Object.hasOwn(COMMANDS, command) && 'deadline' in COMMANDS[command];
  return [
    ...(from.length === 0 ? [`${at}: leads from no state`] : []),
    ...(by.length === 0 ? [`${at}: lets nobody act`] : []),
    ...(from === 'NOTHING' && (to === 'SAME' || to === 'PRIOR') ? [`${at}: opens a case in no state`] : []),
    ...(to === 'PRIOR' && from !== 'NOTHING' && from.some((state) => state !== 'ON_HOLD')
      ? [`${at}: only ON_HOLD has a prior state to lead back to`]
      : []),
    ...(deadline && !carriesDeadline ? [`${at}: names deadlines, and ${command} carries none`] : []),
  ];
}

/** One cell a row could be the rule for: a state (or none), a deadline (or any), a role. */
type Cell = readonly [state: string, deadline: string, role: Role];

const cellsOf = ({ from, deadline, by }: Row): readonly Cell[] =>
  (from === 'NOTHING' ? ['NOTHING'] : from).flatMap((state) =>
    (deadline ?? ['any']).flatMap((name) => by.map((role): Cell => [state, name, role])),
  );

/** Whether an earlier row takes this cell whenever the later one's conditions hold. */
function takes(earlier: Row, later: Row, [state, deadline, role]: Cell): boolean {
  const inState =
    earlier.from === 'NOTHING' ? state === 'NOTHING' : (earlier.from as readonly string[]).includes(state);
  const ofDeadline = !earlier.deadline || (earlier.deadline as readonly string[]).includes(deadline);
  const always = (earlier.when ?? []).every((name) => later.when?.includes(name));
  return earlier.command === later.command && inState && ofDeadline && always && earlier.by.includes(role);
}

/** Rows that can never be the rule, because rows before them always are. */
function shadows(rows: readonly NamedRow[]): readonly string[] {
  return rows.flatMap(({ name, row }, index) => {
    const before = rows.slice(0, index);
    const cells = cellsOf(row);
    const takers = cells.map((cell) => before.find((earlier) => takes(earlier.row, row, cell)));
    if (cells.length === 0 || takers.includes(undefined)) return [];
    const names = [...new Set(takers.map((taker) => taker?.name))];
    return [`row ${name}: is never asked, for ${names.join(' and ')} always answers before it`];
  });
}

/** Faults within rows and between rows of one command. */
export function rowProblems(policy: Policy): readonly string[] {
  const rows = namedRows(policy);
  const own = rows.flatMap(({ name, row }) => [
    ...shapeProblems(`row ${name}`, row),
    ...pairProblems(`row ${name}`, row),
  ]);
  return [...own, ...shadows(rows)];
}
