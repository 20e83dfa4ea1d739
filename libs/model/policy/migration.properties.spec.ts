import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CaseStory, words } from '../case.examples.js';
import type { Deadline, Material } from '../case.js';
import { changed } from '../evolve.js';
import type { Rules } from '../rules.js';
import { DEADLINE_NAMES, REASONS, type ReasonCode } from '../vocabulary.js';
import { migrated, rehearse } from './migration.js';
import { rulesOf } from './policies.js';
import type { Policy } from './policy.js';

const november = rulesOf({ policyVersion: '2026-11', calendarVersion: 'cn-2026.1' });

/** Any policy: other lengths, marks and papers than November’s. */
const somePolicy = fc
  .record({
    budgets: fc.array(fc.integer({ min: 1, max: 40 }), {
      minLength: DEADLINE_NAMES.length,
      maxLength: DEADLINE_NAMES.length,
    }),
    papers: fc.subarray(['M01', 'M02', 'M03', 'M05', 'M09', 'M12', 'M13', 'M26'] as const),
    optional: fc.boolean(),
    marks: fc.integer({ min: 1, max: 99 }),
  })
  .map(({ budgets, papers, optional, marks }): Rules => {
    const { deadlines, reasons } = november.policy;
    const other = Object.fromEntries(
      DEADLINE_NAMES.map((name, index) => [
        name,
        {
          ...deadlines[name],
          budget: { n: budgets[index]!, unit: deadlines[name].budget.unit },
          marks: [{ mark: 'm', percent: marks }],
        },
      ]),
    ) as unknown as Policy['deadlines'];
    const materials = papers.map((code) => ({ code, need: optional ? ('OPTIONAL' as const) : ('REQUIRED' as const) }));
    const asked = Object.fromEntries(
      REASONS.map((code) => [code, { ...reasons[code], materials, budgets: {} }]),
    ) as unknown as Policy['reasons'];
    return { ...november, policy: { ...november.policy, version: '2027-09', deadlines: other, reasons: asked } };
  });

const someStory = fc
  .record({
    code: fc.constantFrom<ReasonCode>('TRADING_VIOLATION', 'INACTIVITY', 'ILLEGAL_OPERATION', 'QUALIFICATION_EXPIRED'),
    steps: fc.constantFrom(
      'case',
      'requested',
      'submitted',
      'underReview',
      'supplement',
      'rectification',
      'rejected',
      'held',
    ),
    hours: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ code, steps, hours }) => {
    const story = new CaseStory({ reasonCodes: [code] });
    if (steps === 'requested') story.requested();
    else if (steps === 'submitted') story.submitted();
    else if (steps !== 'case') story.underReview();
    if (steps === 'supplement') story.by('REVIEWER', 'REQUEST_SUPPLEMENT', { items: [{ code: 'M03', reason: words }] });
    if (steps === 'rectification') story.by('REVIEWER', 'REQUIRE_RECTIFICATION', { findings: [words] });
    if (steps === 'rejected') story.by('SENIOR_REVIEWER', 'REJECT', { reasonCode: 'R-1', remedy: words });
    if (steps === 'held')
      story.by('COMPLIANCE', 'HOLD', { authority: 'COURT', document: 'D-1', kind: 'FREEZE', reason: words });
    return story.until(new Date(Date.parse(story.now) + hours * 3_600_000).toISOString());
  });

test('whatever the policy, the move of a case shortens no clock that has begun and takes no paper away', () => {
  fc.assert(
    fc.property(someStory, somePolicy, (story, rules) => {
      const current = story.case;
      const after = changed(current, migrated(current, november, rules));
      expect(after.deadlines).toEqual(current.deadlines);
      const live = ({ status }: Deadline) => ['WAITING', 'RUNNING', 'PAUSED'].includes(status);
      expect(rehearse(current, november, rules).kept.map(({ name, dueAt }) => [name, dueAt])).toEqual(
        current.deadlines.filter(live).map(({ name, dueAt }) => [name, dueAt]),
      );
      const paper = (code: string): Material => after.materials.find((known) => known.code === code)!;
      for (const material of current.materials) {
        expect(paper(material.code)).toEqual({ ...material, requirement: paper(material.code).requirement });
      }
    }),
    { numRuns: 300 },
  );
});
