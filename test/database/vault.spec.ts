import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Vault, VaultError, subjectKey } from '#database';
import { freshDatabase, type FreshDatabase } from '../support/database.js';

const KEY = randomBytes(32);
const SUBJECT = subjectKey('48222900', '822290073920001');

let database: FreshDatabase;
let vault: Vault;
beforeAll(async () => {
  database = await freshDatabase();
  vault = new Vault(database.app, KEY);
});
afterAll(() => database.drop());

const sealed = async (words: string): Promise<string> => {
  const [ref] = await vault.seal(database.app, SUBJECT, 'case_1', [words]);
  return ref!.textId;
};

describe('the vault', () => {
  test('gives back the words it was given, in any script', async () => {
    const words = ['频繁大额交易,需说明', '', 'a'.repeat(100_000), '👁️ \0 end', '{"legalRep":{"name":"王小明"}}'];
    const refs = await vault.seal(database.app, SUBJECT, 'case_1', words);
    const opened = await vault.open(refs.map(({ textId }) => textId));
    expect(refs.map(({ textId }) => opened.get(textId))).toEqual(words);
    for (const { commitment } of refs) expect(commitment).toMatch(/^[0-9a-f]{64}$/);
  });

  test('commits to equal words differently each time', async () => {
    const [one, other] = await vault.seal(database.app, SUBJECT, 'case_1', ['same', 'same']);
    expect(one!.commitment).not.toBe(other!.commitment);
  });

  test('leaves out what is not there, and seals nothing for nothing', async () => {
    expect(await vault.open(['txt_none'])).toEqual(new Map());
    expect(await vault.seal(database.app, SUBJECT, 'case_1', [])).toEqual([]);
  });

  test('keeps no word readable in the database', async () => {
    await sealed('Grüße, canary-8437');
    const [{ dump } = { dump: '' }] = await database.owner.query<{ dump: string }[]>(
      `SELECT string_agg(encode(ciphertext, 'escape') || text::text, '') AS dump FROM text`,
    );
    expect(dump).not.toContain('canary-8437');
  });

  test('makes one key per subject though many come at once', async () => {
    const subject = subjectKey('48222900', '822290073920099');
    const refs = await Promise.all(
      Array.from({ length: 10 }, (_, n) => vault.seal(database.app, subject, 'case_2', [`words ${n}`])),
    );
    const opened = await vault.open(refs.flat().map(({ textId }) => textId));
    expect([...opened.values()].sort()).toEqual(Array.from({ length: 10 }, (_, n) => `words ${n}`));
    expect(await database.owner.query('SELECT 1 FROM subject WHERE subject_key = $1', [subject])).toHaveLength(1);
  });

  test('writes in the transaction it is given', async () => {
    let textId = '';
    const failing = database.app.transaction(async (manager) => {
      const [ref] = await vault.seal(manager, subjectKey('1', '2'), 'case_3', ['undone']);
      textId = ref!.textId;
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    expect(await vault.open([textId])).toEqual(new Map());
  });
});

describe('what was altered is told, without the words', () => {
  const change = (textId: string, set: string) =>
    database.owner.query(`UPDATE text SET ${set} WHERE text_id = $1`, [textId]);

  test.each([
    ['the ciphertext', 'ciphertext = set_byte(ciphertext, 20, get_byte(ciphertext, 20) # 1)'],
    ['the tag', 'tag = set_byte(tag, 0, get_byte(tag, 0) # 1)'],
    ['a cut tag', 'tag = substring(tag FOR 4)'],
    ['the commitment', `commitment = repeat('0', 64)`],
    ['a cut commitment', `commitment = ''`],
  ])('%s', async (_, set) => {
    const textId = await sealed('secret words');
    await change(textId, set);
    const failure: unknown = await vault.open([textId]).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(VaultError);
    expect(String(failure)).toContain(textId);
    expect(String(failure)).not.toContain('secret');
  });

  test('a text put in the place of another', async () => {
    const [one, other] = [await sealed('I agree'), await sealed('I refuse')];
    await database.owner.query(
      `UPDATE text SET (ciphertext, iv, tag, commitment) = (SELECT ciphertext, iv, tag, commitment FROM text WHERE text_id = $2)
       WHERE text_id = $1`,
      [one, other],
    );
    await expect(vault.open([one])).rejects.toThrow(VaultError);
  });

  test('a vault with another key', async () => {
    const textId = await sealed('words');
    await expect(new Vault(database.app, randomBytes(32)).open([textId])).rejects.toThrow(/vault key/);
    expect(() => new Vault(database.app, randomBytes(16))).toThrow(RangeError);
  });
});

test('without its subject’s key a text is gone, salt and all', async () => {
  const subject = subjectKey('48222900', '822290073920098');
  const [ref] = await vault.seal(database.app, subject, 'case_4', ['to be forgotten']);
  await database.owner.query('DELETE FROM subject WHERE subject_key = $1', [subject]);
  expect(await vault.open([ref!.textId])).toEqual(new Map());
});
