import { describe, expect, test } from '@jest/globals';
import { nameProblems } from './check-names.js';
import { sound, wrong, withRow, withDeadline, withReason, without, WD, type Planted } from './faulty.examples.js';

const PLANTED: Planted = [
  ['an unknown state a row leads from', withRow({ from: [wrong('LOST')] }), 'row 99 ADD_NOTE 1: unknown state LOST'],
  ['an unknown state a row leads to', withRow({ to: wrong('LOST') }), 'row 99 ADD_NOTE 1: unknown state LOST'],
  ['an unknown command', withRow({ command: wrong('SHRUG') }), 'row 99 SHRUG 1: unknown command SHRUG'],
  ['an unknown role', withRow({ by: [wrong('KING')] }), 'row 99 ADD_NOTE 1: unknown role KING'],
  [
    'an unknown role of a pair',
    withRow({ twoPersons: [[wrong('KING')], ['LEAD']] }),
    'row 99 ADD_NOTE 1: unknown role KING',
  ],
  [
    'an unknown deadline of a row',
    withRow({ command: 'EXTEND', deadline: [wrong('T_X')] }),
    'row 99 EXTEND 1: unknown deadline T_X',
  ],
  ['an unknown guard', withRow({ guards: [wrong('isNice')] }), 'row 99 ADD_NOTE 1: unknown guard isNice'],
  [
    'a guard that is only inherited',
    withRow({ guards: [wrong('toString')] }),
    'row 99 ADD_NOTE 1: unknown guard toString',
  ],
  ['an unknown effect', withRow({ effects: [wrong('sing')] }), 'row 99 ADD_NOTE 1: unknown effect sing'],
  ['an unknown condition', withRow({ when: [wrong('fullMoon')] }), 'row 99 ADD_NOTE 1: unknown condition fullMoon'],
  ['a deadline without an owner', withDeadline({ owner: undefined }), 'deadline T_REVIEW has no owner'],
  ['a deadline of an unknown owner', withDeadline({ owner: wrong('FATE') }), 'deadline T_REVIEW: unknown owner FATE'],
  [
    'a deadline nobody is responsible for',
    withDeadline({ responsible: undefined }),
    'nobody is responsible for deadline T_REVIEW',
  ],
  [
    'a deadline of an unknown role',
    withDeadline({ responsible: wrong('KING') }),
    'deadline T_REVIEW: unknown role KING',
  ],
  [
    'marks of an unknown kind',
    withDeadline({ marksAre: wrong('DRUM') }),
    'deadline T_REVIEW: unknown kind of mark DRUM',
  ],
  [
    'an unknown unit of time',
    withDeadline({ budget: { n: 1, unit: wrong('MOON') } }),
    'deadline T_REVIEW: unknown unit of time MOON',
  ],
  ['a missing deadline', { ...sound, deadlines: without(sound.deadlines, 'T_GRACE') }, 'deadline T_GRACE has no rule'],
  [
    'a deadline too many',
    { ...sound, deadlines: { ...sound.deadlines, T_X: sound.deadlines.T_STOP } as never },
    'the deadlines: unknown deadline T_X',
  ],
  ['a missing reason', { ...sound, reasons: without(sound.reasons, 'OTHER') }, 'reason OTHER has no rule'],
  [
    'a reason too many',
    { ...sound, reasons: { ...sound.reasons, WHIM: sound.reasons.OTHER } as never },
    'the reasons: unknown reason WHIM',
  ],
  ['an unknown track', withReason({ track: wrong('FAST') }), 'reason INACTIVITY: unknown track FAST'],
  ['an unknown disclosure', withReason({ disclosure: wrong('HINT') }), 'reason INACTIVITY: unknown disclosure HINT'],
  ['an unknown capability', withReason({ capabilities: [wrong('FLY')] }), 'reason INACTIVITY: unknown capability FLY'],
  [
    'an unknown paper',
    withReason({ materials: [{ code: wrong('M99'), need: 'REQUIRED' }] }),
    'reason INACTIVITY: unknown paper M99',
  ],
  [
    'a condition on a fact there is not',
    withReason({ materials: [{ code: 'M03', need: { when: [wrong('isTuesday')] } }] }),
    'reason INACTIVITY, paper M03: unknown fact isTuesday',
  ],
  [
    'a budget of a deadline there is not',
    withReason({ budgets: { T_X: WD(1) } as never }),
    'reason INACTIVITY: unknown deadline T_X',
  ],
  [
    'a budget of a unit there is not',
    withReason({ budgets: { T_REVIEW: { n: 1, unit: wrong('MOON') } } }),
    'reason INACTIVITY: unknown unit of time MOON',
  ],
  [
    'an issuer without an owner',
    { ...sound, decisionOwners: without(sound.decisionOwners, 'UMS') },
    'issuer UMS has no rule',
  ],
  [
    'an unknown issuer',
    { ...sound, decisionOwners: { ...sound.decisionOwners, VISA: 'INSTITUTION' } as never },
    'the decision owners: unknown issuer VISA',
  ],
  [
    'an unknown decision owner',
    { ...sound, decisionOwners: { ...sound.decisionOwners, UMS: wrong('FATE') } },
    'the decision owners: unknown owner FATE',
  ],
  [
    'an unknown kind of merchant',
    { ...sound, substitutes: { GIANT: {} } as never },
    'the substitutes: unknown kind of merchant GIANT',
  ],
  [
    'an unknown substitute',
    { ...sound, substitutes: { INSTITUTION: { M03: [wrong('M99')] } } },
    'substitutes of INSTITUTION: unknown paper M99',
  ],
  ['an unknown maker command', { ...sound, makerCommands: [wrong('SHRUG')] }, 'makerCommands: unknown command SHRUG'],
  [
    'an unknown evading reason',
    { ...sound, noOtherAcquirerFor: [wrong('WHIM')] },
    'noOtherAcquirerFor: unknown reason WHIM',
  ],
  [
    'an afterlife after an open state',
    { ...sound, afterlife: { ...sound.afterlife, longAfter: ['APPROVED'] } },
    'afterlife: unknown closed state APPROVED',
  ],
  ['an unknown calendar', { ...sound, calendarVersion: 'moon-2026' }, 'the policy: unknown calendar moon-2026'],
];

describe('the validator of names', () => {
  test.each(PLANTED)('finds %s', (_, faulty, problem) => {
    expect(nameProblems(faulty)).toEqual([problem]);
  });
});
