import { beforeAll, describe, expect, test } from '@jest/globals';
import { bundleOf } from '../support/bundles.js';
import { CaseDriver, good } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';

let people: People;
beforeAll(async () => {
  people = await peopleOf();
});
const ask = async <T>(path: string): Promise<T> => good(await people.auditor.get<T>(`/audit/v1${path}`));

describe('the access log', () => {
  interface Looks {
    readonly items: readonly {
      readonly action: string;
      readonly actorId: string;
      readonly route: string;
      readonly documentId?: string;
    }[];
    readonly nextCursor: string | null;
  }

  test('has every look at a case, its papers and its bundle, newest first', async () => {
    const driver = await CaseDriver.open(people, aNotice());
    await driver.askForPapers();
    await driver.handInPapers();
    const { materials } = await driver.view('', 'senior');
    const handedIn = materials.flatMap(({ documents }) => documents.map(({ documentId: id }) => id));
    const documentId = handedIn.find((id) => id.startsWith('doc_'))!;
    expect((await people.reviewer.download(documentId)).status).toBe(200);
    await bundleOf(people, driver.caseId);
    const { items } = await ask<Looks>(`/access-log?caseId=${driver.caseId}`);
    expect(items.slice(0, 2)).toMatchObject([
      { action: 'BUNDLE_TAKEN', actorId: expect.stringContaining('auditor') },
      { action: 'DOCUMENT_DOWNLOADED', actorId: expect.stringContaining('reviewer'), documentId },
    ]);
    expect(items).toContainEqual(
      expect.objectContaining({
        action: 'CASE_READ',
        actorId: expect.stringContaining('senior'),
        route: '/api/v1/cases/{id}',
      }),
    );
    const first = await ask<Looks>(`/access-log?caseId=${driver.caseId}&limit=1`);
    const second = await ask<Looks>(`/access-log?caseId=${driver.caseId}&limit=1&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items]).toEqual(items.slice(0, 2));
  });

  test('holds no look that failed', async () => {
    await people.reviewer.get('/api/v1/cases/case_00000000000000000000000000');
    const { items } = await ask<Looks>('/access-log?caseId=case_00000000000000000000000000');
    expect(items).toEqual([]);
  });
});

describe('the role AUDITOR', () => {
  interface OpenApi {
    readonly paths: Readonly<
      Record<string, Readonly<Record<string, { 'x-roles'?: readonly string[]; summary: string }>>>
    >;
  }
  const routes = async () => {
    const { paths } = (await people.auditor.get<OpenApi>('/openapi.json')).body;
    return Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, route]) => ({ path, method, route })),
    );
  };

  test('changes nothing: every route that changes something answers 403', async () => {
    const changing = (await routes()).filter(
      ({ method, route, path }) => method !== 'get' && route['x-roles'] && !path.startsWith('/audit/'),
    );
    expect(changing.length).toBeGreaterThan(4);
    const driver = await CaseDriver.open(people, aNotice());
    for (const { path, method } of changing) {
      const address = path.replace('{id}', driver.caseId).replace(/\{\w+\}/g, 'M01');
      const { status } = await fetch(people.auditor.url + address, {
        method: method.toUpperCase(),
        headers: {
          authorization: `Bearer ${people.auditor.token}`,
          'content-type': 'application/json',
          'idempotency-key': 'x',
        },
        body: '{}',
      });
      expect([method, path, status]).toEqual([method, path, 403]);
    }
  });

  test('is needed for everything under /audit', async () => {
    const driver = await CaseDriver.open(people, aNotice());
    for (const { path, method } of (await routes()).filter(({ path: address }) => address.startsWith('/audit/'))) {
      const address = path.replace('{id}', driver.caseId);
      const { status } = await fetch(people.lead.url + address, {
        method: method.toUpperCase(),
        headers: { authorization: `Bearer ${people.lead.token}`, 'idempotency-key': 'x' },
      });
      expect([path, status]).toEqual([path, 403]);
    }
  });
});
