import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CaseStore, RevealStore } from '#database';
import { aText, CaseChain } from '../support/case-chain.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
let reveals: RevealStore;
beforeAll(async () => {
  database = await freshDatabase();
  reveals = new RevealStore(database.app);
  await new CaseStore(database.app).write(new CaseChain({ caseId: 'case_1' }));
});
afterAll(() => database.drop());

const shown = {
  caseId: 'case_1',
  actorRoles: ['REVIEWER'],
  reason: aText('txt_why'),
};

test('a showing is kept with who, what, why and until when, and found by each', async () => {
  const { revealId, expiresAt } = await reveals.add(database.app, { ...shown, actorId: 'person:a', fields: ['phone'] });
  await reveals.add(database.app, { ...shown, actorId: 'person:b', fields: ['name', 'legalRep.idNo'] });
  const found = async (filters: object) =>
    (await reveals.list({ institutions: '*', ...filters }, { limit: 10 })).map(({ actorId }) => actorId);
  expect(await found({})).toEqual(['person:b', 'person:a']);
  expect(await found({ field: 'legalRep.idNo' })).toEqual(['person:b']);
  expect(await found({ actorId: 'person:a' })).toEqual(['person:a']);
  expect(await found({ caseId: 'case_2' })).toEqual([]);
  expect(await found({ institutions: ['48222900'] })).toHaveLength(2);
  expect(await found({ institutions: ['00000000'] })).toEqual([]);
  expect(await found({ to: '2000-01-01T00:00:00.000Z' })).toEqual([]);
  const [, first] = await reveals.list({ institutions: '*' }, { limit: 10 });
  expect(first).toMatchObject({ ...shown, revealId, expiresAt, actorId: 'person:a', fields: ['phone'] });
  expect(Date.parse(expiresAt) - Date.parse(first!.at)).toBeGreaterThanOrEqual(300_000);
  expect(Date.parse(expiresAt) - Date.parse(first!.at)).toBeLessThan(301_000);
});

test('a showing of nothing is none', async () => {
  await expect(reveals.add(database.app, { ...shown, actorId: 'person:a', fields: [] })).rejects.toThrow(
    'reveal_fields_check',
  );
});
