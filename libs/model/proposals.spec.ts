import { expect, test } from '@jest/globals';
import { asker, CaseStory, words } from './case.examples.js';
import type { CommandName, FieldsOf } from './commands.js';
import { decide } from './decide.js';
import type { Command, Refusal } from './event.js';
import { proposalKey } from './proposals.js';
import type { Role } from './vocabulary.js';

const otherWords = { textId: 'text_2', commitment: 'e'.repeat(64) };
const sent = <N extends CommandName>(role: Role, type: N, fields: FieldsOf<N>, id?: string): Command =>
  ({ type, fields, by: asker(role, id), requestId: 'r_1' }) as unknown as Command;
const keyOf = <N extends CommandName>(type: N, fields: FieldsOf<N>) => proposalKey(sent('REVIEWER', type, fields));

test('two persons mean the same act whatever words each gives for it, alone or in a list', () => {
  const waived = (reason: typeof words) => keyOf('WAIVE_MATERIAL', { code: 'M11', reason });
  expect(waived(words)).toBe(waived(otherWords));
  const required = (...findings: readonly (typeof words)[]) => keyOf('REQUIRE_RECTIFICATION', { findings });
  expect(required(words, words)).toBe(required(otherWords));
  const asked = (code: 'M10' | 'M11', reason: typeof words) =>
    keyOf('REQUEST_SUPPLEMENT', { items: [{ code, reason }] });
  expect(asked('M10', words)).toBe(asked('M10', otherWords));
});

test('two persons do not mean the same act where anything but the words differs', () => {
  const waived = (code: 'M10' | 'M11') => keyOf('WAIVE_MATERIAL', { code, reason: words });
  expect(waived('M10')).not.toBe(waived('M11'));
  expect(keyOf('ACCEPT_MATERIAL', { code: 'M10' })).not.toBe(keyOf('WAIVE_MATERIAL', { code: 'M10', reason: words }));
  const classified = (...reasonCodes: FieldsOf<'CLASSIFY'>['reasonCodes']) => keyOf('CLASSIFY', { reasonCodes });
  expect(classified('INACTIVITY')).not.toBe(classified('INACTIVITY', 'OTHER'));
});

test.each<[string, Role, string, Partial<Refusal>]>([
  [
    'the same person again',
    'SENIOR_REVIEWER',
    'person:reviewer',
    { code: 'guard.four-eyes', facts: { proposedBy: 'person:reviewer' } },
  ],
  [
    'another of the same role',
    'REVIEWER',
    'person:other',
    { code: 'guard.second-role', facts: { firstRole: 'REVIEWER' } },
  ],
])('the second half of an act of two is refused to %s, who is told why', (_, role, id, refusal) => {
  const waive = { code: 'M11', reason: words } as const;
  const story = new CaseStory().requested().by('REVIEWER', 'WAIVE_MATERIAL', waive);
  const second = sent(role, 'WAIVE_MATERIAL', waive, id);
  expect(decide(story.case, second, { now: story.now, rules: story.rules })).toMatchObject({ refusal });
});
