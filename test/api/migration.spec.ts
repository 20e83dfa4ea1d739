import { beforeAll, expect, test } from '@jest/globals';
import { CaseDriver, good } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';

interface Gap {
  readonly from: string;
  readonly to: string;
  readonly allowed: boolean;
  readonly newPapers: readonly { readonly code: string }[];
  readonly kept: readonly { readonly name: string }[];
}

let people: People;
beforeAll(async () => {
  people = await peopleOf();
});

test('a case has no gap to the policy it was opened under, and cannot be moved there', async () => {
  const driver = await CaseDriver.open(people, aNotice({ reasonCodes: ['TRADING_VIOLATION'] }));
  const { policyVersion: own } = await driver.view();
  const gap = good(await people.lead.get<Gap>(`/api/v1/cases/${driver.caseId}/migration?to=${own}`));
  expect(gap).toMatchObject({ from: own, to: own, allowed: false, newPapers: [] });
  expect(gap.kept.map(({ name }) => name)).toContain('T_CONFIRM');
  expect(await driver.refused('lead', 'MIGRATE_POLICY', { policyVersion: own })).toMatchObject({
    status: 422,
    code: 'guard.migration',
  });
  expect((await people.lead.get(`/api/v1/cases/${driver.caseId}/migration?to=1999-01`)).status).toBe(404);
});
