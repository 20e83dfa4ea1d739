import { expect, test } from '@jest/globals';
import { Recent } from './recent.js';

test('the oldest makes room, and what is kept anew is not old', () => {
  const recent = new Recent<number>(2);
  recent.keep('case_1', 1);
  recent.keep('case_2', 2);
  recent.keep('case_1', 3);
  recent.keep('case_3', 4);
  expect(['case_1', 'case_2', 'case_3'].map((caseId) => recent.of(caseId))).toEqual([3, undefined, 4]);
});
