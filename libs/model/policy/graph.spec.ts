import { describe, expect, test } from '@jest/globals';
import { CLOSED_STATES, OPEN_STATES, STATES } from '../vocabulary.js';
import { graphOf } from './graph.js';
import { CURRENT_RULES } from './policies.js';

const { policy } = CURRENT_RULES;
const { nodes, edges, version } = graphOf(policy);
const edgesOf = (row: string, command: string) => edges.filter((edge) => edge.row === row && edge.command === command);

describe('the graph of a policy', () => {
  test('has every state once and tells open ones from closed ones', () => {
    expect(version).toBe(policy.version);
    expect(nodes.map(({ id }) => id)).toEqual(STATES);
    const of = (kind: string) => nodes.filter((node) => node.class === kind).map(({ id }) => id);
    expect(of('open').toSorted()).toEqual(OPEN_STATES.toSorted());
    expect(of('closed').toSorted()).toEqual(CLOSED_STATES.toSorted());
  });

  test('draws the opening from nowhere', () => {
    expect(edges.filter(({ from }) => from === null).map(({ command, to }) => [command, to])).toEqual([
      ['NOTICE_INGESTED', 'NOTICE_RECEIVED'],
    ]);
  });

  test('leads from a hold back to each open state a case may have been held in', () => {
    const back = policy.transitions.find(({ to }) => to === 'PRIOR')!;
    const { edges: ways } = graphOf({ ...policy, transitions: [back] });
    expect(ways.map(({ from }) => from)).toEqual(ways.map(() => 'ON_HOLD'));
    expect(ways.map(({ to }) => to)).toEqual(OPEN_STATES.filter((state) => state !== 'ON_HOLD'));
  });

  test('draws what leaves a case where it is as a way from each state to itself', () => {
    const complaints = edgesOf('58', 'COMPLAINT');
    expect(complaints.map(({ from }) => from)).toEqual(OPEN_STATES);
    expect(complaints.every(({ from, to }) => from === to)).toBe(true);
  });

  test('says whose act it is, under which conditions, and whether it takes two', () => {
    const [funds] = edgesOf('55', 'RELEASE_FUNDS');
    expect(funds).toMatchObject({
      by: ['SETTLEMENT_OPS', 'SENIOR_REVIEWER'],
      guards: ['fundsHeld', 'amountsAddUp'],
      deadline: [],
      when: [],
      twoPersons: true,
    });
    expect(edgesOf('58', 'COMPLAINT')[0]).toMatchObject({ twoPersons: false });
    const byClock = edges.filter(({ deadline }) => deadline.length > 0).map(({ command }) => command);
    expect([...new Set(byClock)].toSorted()).toEqual(['DEADLINE_PASSED', 'MARK_REACHED']);
  });
});
