import { isClosed, OPEN_STATES, STATES, type DeadlineName, type OpenState, type State } from '../vocabulary.js';
import { graphOf, type Edge } from './graph.js';
import type { Policy, Row } from './policy.js';

const reachable = (from: State, edges: readonly Edge[]): ReadonlySet<State> => {
  const seen = new Set<State>([from]);
  for (const state of seen) for (const edge of edges) if (edge.from === state) seen.add(edge.to);
  return seen;
};

/** States no row leads to, and open ones from which no row leads to an end. */
function ways(policy: Policy): readonly string[] {
  const { edges } = graphOf(policy);
  const opening = edges.find(({ from }) => from === null)?.to;
  if (!opening) return ['no row opens a case'];
  const reached = reachable(opening, edges);
  const unreached = STATES.filter((state) => !reached.has(state)).map((state) => `no row reaches ${state}`);
  const stuck = [...reached]
    .filter((state) => !isClosed(state) && ![...reachable(state, edges)].some(isClosed))
    .map((state) => `no way leads from ${state} to a closed state`);
  return [...unreached, ...stuck];
}

type ClockCommand = 'DEADLINE_PASSED' | 'MARK_REACHED';

/** Whether the clock always finds this row for this deadline in this state, whatever the case. */
const answers = (row: Row, command: ClockCommand, name: DeadlineName, state: OpenState): boolean =>
  row.command === command &&
  row.from !== 'NOTHING' &&
  row.from.includes(state) &&
  row.by.includes('SYSTEM') &&
  (row.when ?? []).length === 0 &&
  (row.deadline?.includes(name) ?? true);

function unansweredIn(
  state: OpenState,
  { transitions }: Policy,
  command: ClockCommand,
  names: readonly DeadlineName[],
): readonly string[] {
  const silent = names.filter((name) => !transitions.some((row) => answers(row, command, name, state)));
  if (silent.length === 0) return [];
  const what = command === 'DEADLINE_PASSED' ? 'passing' : 'marks';
  return [
    `no row answers in ${state} the ${what} of ${silent.length === names.length ? 'any deadline' : silent.join(', ')}`,
  ];
}

/** Whatever the clock does in an open state, a row is there for it: a task without one would fail for ever. */
function silences(policy: Policy): readonly string[] {
  const names = Object.keys(policy.deadlines) as DeadlineName[];
  const marked = names.filter((name) => policy.deadlines[name].marks.length > 0);
  return OPEN_STATES.flatMap((state) => [
    ...unansweredIn(state, policy, 'DEADLINE_PASSED', names),
    ...unansweredIn(state, policy, 'MARK_REACHED', marked),
  ]);
}

/** Faults of the table as a graph: states out of reach, dead ends, deadlines no row answers. */
export const stateProblems = (policy: Policy): readonly string[] => [...ways(policy), ...silences(policy)];
