import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { inTransaction } from '#database';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await database.owner.query('CREATE TABLE note (id int PRIMARY KEY)');
});
afterAll(() => database.drop());
beforeEach(() => database.owner.query('TRUNCATE note'));

const ADD = 'INSERT INTO note VALUES ($1)';
const noted = async (): Promise<readonly number[]> =>
  (await database.owner.query<{ id: number }[]>('SELECT id FROM note ORDER BY id')).map(({ id }) => id);

test('what is asked for last is carried out before the commit', async () => {
  const result = await inTransaction(database.owner, async (manager, lastly) => {
    await manager.query(ADD, [1]);
    lastly(manager.query(ADD, [2]));
    return 'done';
  });
  expect([result, await noted()]).toEqual(['done', [1, 2]]);
});

test('a last statement that fails takes everything back', async () => {
  const failing = inTransaction(database.owner, async (manager, lastly) => {
    await manager.query(ADD, [1]);
    lastly(manager.query(ADD, [1]));
    lastly(manager.query(ADD, [2]));
  });
  await expect(failing).rejects.toThrow('duplicate key');
  expect(await noted()).toEqual([]);
});

test('work that fails takes everything back, and the connection is as good as new', async () => {
  const failing = inTransaction(database.owner, async (manager, lastly) => {
    lastly(manager.query(ADD, [1]));
    await manager.query('SELECT 1');
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await inTransaction(database.owner, (manager) => manager.query(ADD, [3]));
  expect(await noted()).toEqual([3]);
});

test('what is in a transaction is seen outside when it is over, and not before', async () => {
  await inTransaction(database.owner, async (manager) => {
    await manager.query(ADD, [1]);
    expect(await noted()).toEqual([]);
  });
  expect(await noted()).toEqual([1]);
});
