import { expect, test } from '@jest/globals';
import { nightOf } from './standing.night.js';

test.each([
  ['2026-11-27T17:59:59.999Z', '2026-11-27', '2026-11-26T18:00:00.000Z'],
  ['2026-11-27T18:00:00.000Z', '2026-11-28', '2026-11-27T18:00:00.000Z'],
  ['2026-11-28T10:00:00.000Z', '2026-11-28', '2026-11-27T18:00:00.000Z'],
])('at %s the night is that of %s, which began at two in China', (now, name, since) => {
  expect(nightOf(new Date(now), 120)).toEqual({ name, since });
});
