import { expect, test } from '@jest/globals';
import { CASE_ID_PATTERN, newCaseId } from './case-id.js';

test('case ids have one form, differ, and sort by the time they were made', () => {
  const now = Date.parse('2026-11-23T01:00:00Z');
  const ids = [now, now + 1, now + 1_000, now + 86_400_000].map(newCaseId);
  for (const id of ids) expect(id).toMatch(CASE_ID_PATTERN);
  expect([...ids].sort()).toEqual(ids);
  expect(newCaseId(now)).not.toBe(newCaseId(now));
});
