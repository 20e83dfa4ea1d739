import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  checkpointText,
  headConflicts,
  leafText,
  leafTextHash,
  provesConsistency,
  provesInclusion,
  type Checkpoint,
} from '#audit';
import {
  AccessStore,
  CaseStore,
  CheckpointStore,
  openCheckpointCopy,
  openCheckpointSigner,
  RefusalStore,
  type CheckpointSigner,
} from '#database';
import { CaseChain } from '../support/case-chain.js';
import { freshDatabase, type FreshDatabase } from '../support/database.js';
import { verifySignature } from '../support/paper-log.js';

const newSigner = (): CheckpointSigner => {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  return openCheckpointSigner(Buffer.from(pem).toString('base64'));
};
const signer = newSigner();

let database: FreshDatabase;
let log: CheckpointStore;
let cases: CaseStore;
beforeAll(async () => {
  database = await freshDatabase();
  log = new CheckpointStore(database.app);
  cases = new CaseStore(database.app);
});
afterAll(() => database.drop());

const ALL = { since: '-infinity' } as const;

async function aCase(notes = 3): Promise<CaseChain> {
  const caseId = `case_${randomUUID()}`;
  const chain = new CaseChain({ caseId, noticeNo: caseId });
  chain.note(notes);
  await cases.write({ caseId, events: chain.events });
  return chain;
}

async function signed(): Promise<Checkpoint> {
  expect(await log.collect(ALL)).toEqual([]);
  return (await log.sign(signer))!;
}

describe('the log', () => {
  test('is shown every new head once, with the hashes of the events it passed', async () => {
    const chain = await aCase();
    const { size } = await signed();
    chain.note(2);
    await cases.write({ caseId: chain.caseId, events: chain.events });
    const after = await signed();
    expect((await signed()).size).toBe(after.size);
    expect(after.size).toBe(size + 1);
    const hashes = chain.events.map(({ hash }) => hash);
    expect((await log.leavesOf(chain.caseId, after.size)).map(({ leaf }) => leaf)).toEqual([
      { kind: 'HEAD', caseId: chain.caseId, seq: 4, hash: hashes[3], passed: hashes.slice(0, 3) },
      {
        kind: 'HEAD',
        caseId: chain.caseId,
        seq: 6,
        hash: hashes[5],
        passed: [hashes[4]],
        previous: expect.any(Number),
      },
    ]);
  });

  test('is shown every refusal, of a case and of none', async () => {
    const { caseId } = await aCase();
    const refusals = new RefusalStore(database.app);
    await refusals.add({ code: 'auth.role', actorId: 'person:1', actorRoles: ['INTAKE'], caseId, seq: 4 });
    await refusals.add({ code: 'auth.role', actorId: 'person:1', actorRoles: [] });
    const before = await signed();
    const kinds = (await log.leavesOf(caseId, before.size)).map(({ leaf }) => leaf.kind);
    expect(kinds).toEqual(['REFUSED', 'HEAD']);
    expect((await signed()).size).toBe(before.size);
  });

  test('has signed heads, each proven to have grown from the one before', async () => {
    const first = await signed();
    await aCase();
    await aCase();
    const second = await signed();
    expect(second.at > first.at).toBe(true);
    expect(verifySignature(signer.publicKey, checkpointText(second), second.signature)).toBe(true);
    const proof = await log.consistency(first.size, second.size);
    const claim = { first: first.size, firstRoot: first.root, second: second.size, secondRoot: second.root, proof };
    expect(provesConsistency(claim)).toBe(true);
  });

  test('proves every leaf of a case, at every signed head', async () => {
    const chain = await aCase();
    const early = await signed();
    await aCase();
    chain.note(1);
    await cases.write({ caseId: chain.caseId, events: chain.events });
    for (const checkpoint of [early, await signed()]) {
      const proven = await log.provenFor(chain.caseId, checkpoint);
      expect(proven.length).toBeGreaterThan(1);
      for (const { index, leaf, proof } of proven) {
        const { size, root } = checkpoint;
        expect(provesInclusion({ leafHash: leafTextHash(leafText(leaf)), index, size, root, proof })).toBe(true);
      }
    }
  });

  test('ends with the head of the case it is signed for', async () => {
    const chain = await aCase();
    await aCase();
    const checkpoint = await log.signFor(signer, chain.caseId, []);
    expect((await log.leavesOf(chain.caseId, checkpoint.size)).at(-1)).toMatchObject({
      index: checkpoint.size - 1,
      leaf: { kind: 'HEAD', seq: 4 },
    });
    await expect(log.latest()).resolves.toEqual(checkpoint);
  });

  test('stays one gapless tree when many write at once', async () => {
    const chains = await Promise.all(Array.from({ length: 8 }, () => aCase(1)));
    await Promise.all([
      log.collect(ALL),
      log.collect(ALL),
      log.sign(signer),
      ...chains.map(({ caseId }) => log.signFor(signer, caseId, [])),
    ]);
    const rows = await database.owner.query<{ leaves: number; last: number; heads: number }[]>(
      `SELECT count(*)::int AS leaves, max(leaf_index)::int AS last FROM log_leaf`,
    );
    expect(rows[0]?.leaves).toBe((rows[0]?.last ?? 0) + 1);
    const texts = await database.owner.query<{ leaf: string }[]>('SELECT leaf FROM log_leaf');
    expect(headConflicts(texts.map(({ leaf }) => JSON.parse(leaf) as never))).toEqual([]);
  });

  test('says which case was altered behind its back, and goes on', async () => {
    const chain = await aCase();
    await signed();
    await database.owner.query(`UPDATE case_event SET hash = sha256('other') WHERE case_id = $1 AND seq = 4`, [
      chain.caseId,
    ]);
    await database.owner.query(
      `UPDATE case_view SET last_hash = sha256('other'), updated_at = clock_timestamp() WHERE case_id = $1`,
      [chain.caseId],
    );
    const other = expect.not.stringMatching(`^${chain.events[3]?.hash}$`) as unknown;
    expect(await log.collect(ALL)).toEqual([{ caseId: chain.caseId, seq: 4, hashes: [chain.events[3]?.hash, other] }]);
    const { size } = (await log.sign(signer))!;
    const leaves = (await log.leavesOf(chain.caseId, size)).map(({ leaf }) => leaf);
    expect(headConflicts(leaves)).toMatchObject([{ caseId: chain.caseId, seq: 4 }]);
  });
});

describe('signing', () => {
  test('by several workers at once gives one head a period', async () => {
    await log.sign(signer);
    const heads = await Promise.all(Array.from({ length: 4 }, () => log.sign(signer, 30_000)));
    expect(heads).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('with another key announces it in the log first', async () => {
    const next = newSigner();
    const { keyId, size } = (await log.sign(next))!;
    expect(keyId).toBe(next.keyId);
    expect((await log.keys()).at(-1)).toMatchObject({ kind: 'KEY', keyId, publicKey: next.publicKey });
    const [key] = await log.provenFor('case_none', { size, keyId });
    expect(key?.index).toBe(size - 1);
  });

  test('needs a key of the right kind and never says the wrong one', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    expect(() => openCheckpointSigner(Buffer.from(rsa).toString('base64'))).toThrow(
      /^CHECKPOINT_KEY is no private key/,
    );
    expect(() => openCheckpointSigner('bm9uc2Vuc2U=')).toThrow(/^CHECKPOINT_KEY is no private key/);
  });
});

test('the second place keeps each head once, and as it was', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'reinstate-copy-'));
  const copy = await openCheckpointCopy(`file:${folder}`);
  const head = (await log.sign(signer))!;
  await copy.keep(head);
  await copy.keep({ ...head, root: 'f'.repeat(64) });
  const [day] = await readdir(folder);
  const names = await readdir(join(folder, day!));
  expect(names).toHaveLength(1);
  expect(JSON.parse(await readFile(join(folder, day!, names[0]!), 'utf8'))).toEqual(head);
  await rm(folder, { recursive: true });
});

test('who looked at what is found by case, person and kind, for those who see the case', async () => {
  const { caseId } = await aCase();
  const access = new AccessStore(database.app);
  const look = { actorRoles: ['REVIEWER'], route: '/api/v1/cases/{id}', caseId } as const;
  await access.add({ ...look, actorId: 'person:a', action: 'CASE_READ' });
  await access.add({ ...look, actorId: 'person:b', action: 'BUNDLE_TAKEN' });
  const found = async (filters: object) =>
    (await access.list({ institutions: '*', caseId, ...filters }, { limit: 10 })).map(({ actorId }) => actorId);
  expect(await found({})).toEqual(['person:b', 'person:a']);
  expect(await found({ actorId: 'person:a' })).toEqual(['person:a']);
  expect(await found({ action: 'BUNDLE_TAKEN' })).toEqual(['person:b']);
  expect(await found({ institutions: ['48222900'] })).toHaveLength(2);
  expect(await found({ institutions: ['00000000'] })).toEqual([]);
});
