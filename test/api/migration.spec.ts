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

test('a case is moved to the policy that has become mandatory, after its gap list was read', async () => {
  const driver = await CaseDriver.open(people, aNotice({ reasonCodes: ['TRADING_VIOLATION'] }));
  const gap = async (to = '2026-12') =>
    good(await people.lead.get<Gap>(`/api/v1/cases/${driver.caseId}/migration?to=${to}`));
  const early = await gap();
  // Before December a case opens under the November policy; from then on it is the newer one and has no gap.
  expect(early.newPapers.map(({ code }) => code)).toEqual(early.from === '2026-11' ? ['M26'] : []);
  expect([early.to, early.allowed]).toEqual(['2026-12', false]);
  expect(early.kept.map(({ name }) => name)).toContain('T_CONFIRM');
  expect((await people.lead.get(`/api/v1/cases/${driver.caseId}/migration?to=1999-01`)).status).toBe(404);
  if (early.from !== '2026-11') return;
  good(await people.lead.post(`/api/v1/cases/${driver.caseId}/clock/advance`, { to: '2027-01-04T02:00:00.000Z' }));
  expect((await gap()).allowed).toBe(true);
  await driver.send('lead', 'MIGRATE_POLICY', { policyVersion: '2026-12' });
  await driver.send('compliance', 'MIGRATE_POLICY', { policyVersion: '2026-12' });
  expect(await gap()).toMatchObject({ from: '2026-12', newPapers: [], allowed: false });
});
