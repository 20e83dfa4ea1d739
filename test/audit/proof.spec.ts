import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { checkpointText, provesConsistency, provesInclusion, type Checkpoint } from '#audit';
import { bundleOf, stackKey } from '../support/bundles.js';
import { CaseDriver, eventually, good } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { verifySignature } from '../support/paper-log.js';
import { peopleOf, stackHome, type People } from '../support/people.js';

interface Proof {
  readonly covered: boolean;
  readonly head: string;
  readonly seq: number;
  readonly checkpoint: Checkpoint;
  readonly inclusion: {
    readonly index: number;
    readonly leafHash: string;
    readonly leaf: string;
    readonly proof: readonly string[];
  };
  readonly consistency: { readonly from: number; readonly to: number; readonly proof: readonly string[] } | null;
}

let people: People;
beforeAll(async () => {
  people = await peopleOf();
});
const ask = async <T>(path: string): Promise<T> => good(await people.auditor.get<T>(`/audit/v1${path}`));
const latest = (): Promise<Checkpoint> => ask('/checkpoints/latest');

describe('the log', () => {
  test('is signed while nothing asks for it, and no head is older than a minute', async () => {
    const { at } = await eventually(latest, (checkpoint) => Date.now() - Date.parse(checkpoint.at) < 60_000, 70_000);
    const next = await eventually(latest, (checkpoint) => checkpoint.at > at, 70_000);
    expect(Date.parse(next.at) - Date.parse(at)).toBeLessThanOrEqual(60_000);
  }, 150_000);

  test('has heads signed with the key it names, and the second place has them too', async () => {
    const driver = await CaseDriver.open(people, aNotice());
    await bundleOf(people, driver.caseId);
    const { items } = await ask<{ items: Checkpoint[] }>('/checkpoints?limit=5');
    const key = await stackKey(people);
    for (const { signature, ...signed } of items)
      expect(verifySignature(key, checkpointText(signed), signature)).toBe(true);
    const kept = async (): Promise<string> => {
      const folder = join(stackHome(), 'checkpoints');
      const names = await readdir(folder, { recursive: true });
      return (
        await Promise.all(
          names.filter((name) => name.endsWith('.json')).map((name) => readFile(join(folder, name), 'utf8')),
        )
      ).join();
    };
    await expect(eventually(kept, (all) => all.includes(items[0]!.signature))).resolves.toContain(items[0]!.root);
  });

  test('proves where a case stands in it, and that it only grew', async () => {
    const before = await latest();
    const driver = await CaseDriver.open(people, aNotice());
    await bundleOf(people, driver.caseId);
    const proof = await ask<Proof>(`/cases/${driver.caseId}/proof?from=${before.size}`);
    const { checkpoint, inclusion, consistency } = proof;
    expect(proof).toMatchObject({
      covered: true,
      head: (await driver.view()).chainHead,
      consistency: { from: before.size },
    });
    expect(JSON.parse(inclusion.leaf)).toMatchObject({ kind: 'HEAD', hash: proof.head, seq: proof.seq });
    expect(provesInclusion({ ...inclusion, size: checkpoint.size, root: checkpoint.root })).toBe(true);
    const grown = { first: before.size, firstRoot: before.root, second: checkpoint.size, secondRoot: checkpoint.root };
    expect(provesConsistency({ ...grown, proof: consistency!.proof })).toBe(true);
    await driver.send('intake', 'CONFIRM_NOTICE');
    await expect(ask<Proof>(`/cases/${driver.caseId}/proof`)).resolves.toMatchObject({
      covered: false,
      consistency: null,
    });
  });

  test.each([
    '/proof?from=99999999',
    '/proof?to=99999999',
    '/proof?from=x',
    '/state?seq=0',
    '/state?seq=9999',
    '/state?at=yesterday',
    '/state?seq=1&at=2026-11-23T00:00:00Z',
    '/state?at=2000-01-01T00:00:00Z',
    '/diff?from=2&to=1',
    '/diff?to=1',
    '/bundle?texts=all',
  ])('answers 400 to %s', async (query) => {
    const driver = await CaseDriver.open(people, aNotice());
    const { status, body } = await people.auditor.get(`/audit/v1/cases/${driver.caseId}${query}`);
    expect([status, body.code]).toEqual([400, 'request.invalid']);
  });
});
