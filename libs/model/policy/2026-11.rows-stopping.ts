import { open, unheld } from './2026-11.groups.js';
import type { Row } from './policy.js';

const authority = ['COMPLIANCE', 'AUTHORITY'] as const;

/** A hold that is over by its own words: two of compliance confirm it, whether or not another still holds the case. */
const lapses = (
  [
    [['heldByOthers'], 'SAME', ['endHold']],
    [[], 'PRIOR', ['endHold', 'goOn']],
  ] as const
).map(([when, to, effects]): Row => ({
  id: '44',
  from: ['ON_HOLD'],
  command: 'RELEASE',
  by: ['COMPLIANCE'],
  when: ['holdLapsed', ...when],
  twoPersons: [['COMPLIANCE'], ['COMPLIANCE']],
  guards: ['holdKnown'],
  to,
  event: 'HOLD_LAPSED',
  effects,
}));

/** An authority lets go of its freeze alone: another reason beside it goes its own way from there. */
const afterFreeze = [
  {
    when: ['reviewReason'],
    to: 'MATERIALS_REQUESTED',
    effects: ['clearHold', 'buildChecklist', 'requestMaterials', 'pauseForDisaster'],
  },
  { when: ['serviceReason'], to: 'AWAITING_SERVICE', effects: ['clearHold', 'buildChecklist', 'awaitService'] },
  { when: [], to: 'REINSTATING', effects: ['liftByRelease'] },
] as const;

/** Standing still, ending for good, and letting go for a time. */
export const STOPPING_ROWS: readonly Row[] = [
  { id: '44', from: unheld, command: 'HOLD', by: ['COMPLIANCE', 'AUTHORITY'], guards: [], to: 'ON_HOLD', effects: ['hold'] },
  { id: '44', from: ['ON_HOLD'], command: 'HOLD', by: ['COMPLIANCE', 'AUTHORITY'], guards: [], to: 'SAME', event: 'HOLD_RENEWED', effects: ['hold'] },
  ...lapses,
  {
    id: '44',
    from: ['ON_HOLD'],
    command: 'RELEASE',
    by: authority,
    when: ['heldByOthers'],
    guards: ['holdKnown'],
    to: 'SAME',
    effects: ['endHold'],
  },
  ...afterFreeze.map(({ when, to, effects }): Row => ({
    id: '5a',
    from: ['ON_HOLD'],
    command: 'RELEASE',
    by: authority,
    when: ['frozenByNotice', ...when],
    guards: ['holdKnown'],
    to,
    effects: ['endHold', ...effects],
  })),
  { id: '44', from: ['ON_HOLD'], command: 'RELEASE', by: authority, guards: ['holdKnown'], to: 'PRIOR', effects: ['endHold', 'goOn'] },
  {
    id: '45',
    from: open,
    command: 'TERMINATE',
    by: ['COMPLIANCE', 'SENIOR_REVIEWER'],
    twoPersons: [['COMPLIANCE'], ['SENIOR_REVIEWER']],
    guards: [],
    to: 'CLOSED_TERMINATED',
    effects: ['terminate', 'tellTerminated', 'stopClocks', 'close'],
  },
  {
    id: '56',
    from: ['MATERIALS_REQUESTED', 'SUBMITTED', 'UNDER_REVIEW', 'SUPPLEMENT_REQUIRED'],
    command: 'TEMPORARY_RELEASE',
    by: ['SENIOR_REVIEWER', 'COMPLIANCE'],
    twoPersons: [['SENIOR_REVIEWER'], ['COMPLIANCE']],
    guards: ['lowRisk', 'releaseOfOurs', 'releaseShort', 'firstReleaseOfCycle'],
    to: 'SAME',
    effects: ['releaseForATime', 'tellReleasedForATime'],
  },
];
