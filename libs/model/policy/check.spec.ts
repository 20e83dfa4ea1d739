import { describe, expect, test } from '@jest/globals';
import { CALENDARS } from '../calendar/calendars.js';
import { assertSoundRules, policyProblems, UnsoundRules } from './check.js';
import { sound, withDeadline, withReason, withRow, withRows, wrong, WD } from './faulty.examples.js';
import { POLICIES } from './policies.js';

const calendar = CALENDARS[sound.calendarVersion]!;

describe('the validator of policies', () => {
  test.each(Object.values(POLICIES).map((released) => [released.version, released] as const))(
    'finds no fault in the released policy %s',
    (_, released) => {
      expect(policyProblems(released)).toEqual([]);
    },
  );

  test('looks at names, ways, rows, reasons and figures', () => {
    const faults = [
      withRow({ guards: [wrong('isNice')] }),
      withRows((row) => (row.to === 'ON_HOLD' ? { ...row, to: 'SAME' } : row)),
      withRow({ by: [] }),
      withReason({ capabilities: [] }),
      withDeadline({ budget: WD(0) }),
    ];
    expect(faults.map((faulty) => policyProblems(faulty).length)).toEqual([1, 1, 1, 1, 1]);
  });
});

describe('the start of a process', () => {
  test('goes on with sound rules', () => {
    expect(() => assertSoundRules()).not.toThrow();
  });

  test('fails with every fault of every policy and calendar', () => {
    const faulty = [withReason({ capabilities: [] }), { ...sound, version: '2027-01', maxAttempts: 0 }];
    const bare = { ...calendar, version: 'cn-bare', hours: [] };
    const fail = () => assertSoundRules(faulty, [calendar, bare]);
    expect(fail).toThrow(UnsoundRules);
    expect(fail).toThrow(
      [
        'The rules of this program are not sound:',
        '  policy 2026-11: reason INACTIVITY: takes nothing away',
        '  policy 2027-01: maxAttempts is 0, and must be a whole number of at least 1',
        '  calendar cn-bare: there are no working hours',
      ].join('\n'),
    );
  });
});
