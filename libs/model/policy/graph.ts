import { OPEN_STATES, STATES, isClosed, type State } from '../vocabulary.js';
import type { Policy, Row } from './policy.js';

/** One possible move, as drawn. `row` is the number in domain §4.3; `from` is null for the opening. */
export interface Edge {
  readonly row: string;
  readonly from: State | null;
  readonly command: string;
  readonly deadline: readonly string[];
  readonly to: State;
  readonly by: readonly string[];
  readonly guards: readonly string[];
  readonly when: readonly string[];
  readonly twoPersons: boolean;
}

const edgesOf = (row: Row): readonly Edge[] => {
  const froms: readonly (State | null)[] = row.from === 'NOTHING' ? [null] : row.from;
  const targets = (from: State | null): readonly State[] => {
    if (row.to === 'PRIOR') return OPEN_STATES.filter((state) => state !== 'ON_HOLD');
    return [row.to === 'SAME' ? from! : row.to];
  };
  return froms.flatMap((from) =>
    targets(from).map((to) => ({
      row: row.id,
      from,
      command: row.command,
      deadline: row.deadline ?? [],
      to,
      by: row.by,
      guards: row.guards,
      when: row.when ?? [],
      twoPersons: row.twoPersons !== undefined,
    })),
  );
};

/** States and moves of one policy. */
export interface Graph {
  readonly version: string;
  readonly nodes: readonly { readonly id: State; readonly class: 'open' | 'closed' }[];
  readonly edges: readonly Edge[];
}

/** The transition table as a graph to draw and to check conformance against. */
export const graphOf = (policy: Policy): Graph => ({
  version: policy.version,
  nodes: STATES.map((id) => ({ id, class: isClosed(id) ? 'closed' : 'open' })),
  edges: policy.transitions.flatMap(edgesOf),
});
