import { beforeAll, describe, expect, test } from '@jest/globals';
import { CaseDriver, good } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';

interface Item {
  readonly caseId: string;
  readonly merchantNo: string;
  readonly openedAt: string;
  readonly priority: number;
  readonly state: string;
  readonly sandbox: boolean;
}
interface Page {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** All cases here are of one merchant, by whom they are found among those of other tests. */
const { merchantNo } = aNotice();
const COUNT = 9;
let people: People;
let drivers: readonly CaseDriver[];

beforeAll(async () => {
  people = await peopleOf();
  // Each against another terminal: one place has one open case.
  const restriction = (n: number) => ({ capability: 'ACCEPT_CARD', level: 'TERMINAL', terminalNo: `T000000${n}` });
  const open = (_: unknown, n: number) =>
    CaseDriver.open(people, aNotice({ merchantNo, restrictions: [restriction(n)] }));
  drivers = await Promise.all(Array.from({ length: COUNT }, open));
  await drivers[0]?.send('intake', 'CONFIRM_NOTICE');
});

const page = async (query: string): Promise<Page> => good(await people.reviewer.get<Page>(`/api/v1/cases?${query}`));

/** Every page of a list, read to its end; those after a first one where that was read before. */
async function pages(query: string, first?: Page): Promise<readonly Page[]> {
  const read = [first ?? (await page(query))];
  for (let next = read[0]?.nextCursor; next; next = read.at(-1)?.nextCursor)
    read.push(await page(`${query}&cursor=${encodeURIComponent(next)}`));
  return read;
}

const idsOf = (read: readonly Page[]) => read.flatMap(({ items }) => items.map(({ caseId }) => caseId));
const mine = `q=${merchantNo}`;

describe('a list', () => {
  test('shows sandbox cases only when asked', async () => {
    expect((await page(mine)).items).toEqual([]);
    expect((await page(`${mine}&sandbox=true`)).items).toHaveLength(COUNT);
    expect((await page(`${mine}&sandbox=both`)).items).toHaveLength(COUNT);
    expect((await page(`${mine}&sandbox=true`)).items.every(({ sandbox }) => sandbox)).toBe(true);
  });

  test.each(['dueAt', '-dueAt', 'priority', '-priority', 'openedAt', '-openedAt', 'updatedAt', '-updatedAt'])(
    'ordered by %s comes page by page, each case once',
    async (sort) => {
      const read = await pages(`${mine}&sandbox=true&sort=${sort}&limit=2`);
      expect(read.map(({ items }) => items.length)).toEqual([2, 2, 2, 2, 1]);
      expect(idsOf(read).toSorted()).toEqual(drivers.map(({ caseId }) => caseId).toSorted());
      expect(idsOf(read)).toEqual(idsOf([await page(`${mine}&sandbox=true&sort=${sort}`)]));
    },
  );

  test('keeps its pages whole while cases are opened: nothing twice, nothing left out', async () => {
    const query = `${mine}&sandbox=true&sort=openedAt&limit=4`;
    const first = await page(query);
    const restrictions = [{ capability: 'ACCEPT_CARD', level: 'TERMINAL', terminalNo: 'T00000NW' }];
    const { caseId } = await CaseDriver.open(people, aNotice({ merchantNo, restrictions, sandbox: true }));
    const ids = idsOf(await pages(query, first));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual([...drivers.map((driver) => driver.caseId), caseId].toSorted());
    good(await people.intake.command(caseId, 'CONFIRM_NOTICE'));
    good(await people.intake.command(caseId, 'WITHDRAW', { reason: '测试结束' }));
  });

  test('is narrowed by state, reason, institution, issuer number and case id', async () => {
    const [first] = drivers;
    const found = async (query: string) => idsOf([await page(`sandbox=true&limit=200&${query}`)]);
    expect(await found(`${mine}&state=NOTICE_CONFIRMED`)).toEqual([first?.caseId]);
    expect(await found(`${mine}&reason=MAINTENANCE`)).toEqual([]);
    expect((await found(`${mine}&reason=TRADING_VIOLATION&state=NOTICE_RECEIVED`)).length).toBe(COUNT - 1);
    expect(await found(`${mine}&institution=99999999`)).toEqual([]);
    expect(await found(`q=${first?.caseId}`)).toEqual([first?.caseId]);
    expect((await found(`q=${merchantNo.slice(0, 13)}`)).length).toBeGreaterThanOrEqual(COUNT);
  });

  test.each([
    'limit=0', 'limit=201', 'limit=x', 'state=NOWHERE', 'reason=NONE', 'sort=merchant', 'sandbox=maybe', 'overdue=1',
    'cursor=abc', 'offset=10', 'q=', 'limit=1&limit=2',
  ])('is not asked for with %s', async (query) => {
    expect(await people.reviewer.get(`/api/v1/cases?${query}`)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  }); // prettier-ignore

  test('takes no cursor of another order', async () => {
    const { nextCursor } = await page(`${mine}&sandbox=true&sort=priority&limit=2`);
    const answer = await people.reviewer.get(`/api/v1/cases?${mine}&sandbox=true&sort=openedAt&cursor=${nextCursor}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });

  test.each(["' OR 1=1--", '%', '_', '100%25', '\\', '😀'])(
    'takes %p for what is sought, not for a pattern',
    async (q) => {
      expect((await page(`sandbox=both&q=${encodeURIComponent(q)}`)).items).toEqual([]);
    },
  );
});
