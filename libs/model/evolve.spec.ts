import { expect, test } from '@jest/globals';
import { CaseStory } from './case.examples.js';
import { evolve, fold } from './evolve.js';

const { events } = new CaseStory().requested();

test('a record is folded event after event, and goes on from where it was folded to', () => {
  const all = fold(events)!;
  expect(all).toMatchObject({ seq: events.length, state: 'MATERIALS_REQUESTED' });
  expect(fold(events.slice(2), fold(events.slice(0, 2)))).toEqual(all);
  expect(fold([])).toBeUndefined();
});

test.each([
  ['that lacks its first event', () => fold(events.slice(1)), 'event 2 does not follow event 0'],
  ['with a gap', () => evolve(fold(events.slice(0, 1)), events[2]!), 'event 3 does not follow event 1'],
  ['with an event twice', () => evolve(fold(events.slice(0, 2)), events[1]!), 'event 2 does not follow event 2'],
])('a record %s is no case', (_, read, told) => {
  expect(read).toThrow(new RangeError(told));
});
