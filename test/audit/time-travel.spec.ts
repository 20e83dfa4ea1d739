import { beforeAll, describe, expect, test } from '@jest/globals';
import { fold, hashOf, type CaseEvent } from '#model';
import { CaseDriver, good, type EventView } from '../support/case.driver.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';

let people: People;
beforeAll(async () => {
  people = await peopleOf();
});
const ask = async <T>(path: string): Promise<T> => good(await people.auditor.get<T>(`/audit/v1${path}`));

/** The event itself, without what the address says beside it. */
const eventOf = (view: EventView, caseId: string): CaseEvent =>
  ({ caseId, seq: view.seq, at: view.at, type: view.type, payload: view.payload }) as unknown as CaseEvent;

describe('time travel', () => {
  const NOTES = 199;
  let driver: CaseDriver;
  let events: readonly CaseEvent[];
  beforeAll(async () => {
    driver = await CaseDriver.open(people, aNotice());
    for (let note = 0; note < NOTES; note++) await driver.send('intake', 'ADD_NOTE', { text: `note ${note}` });
    const views = await driver.events();
    events = views.map((view) => eventOf(view, driver.caseId));
  }, 120_000);

  test('shows at every event of a case of two hundred what the events up to it fold to', async () => {
    expect(events).toHaveLength(NOTES + 1);
    const shown: { seq: number; stateHash: string }[] = [];
    for (const { seq } of events) shown.push(await ask(`/cases/${driver.caseId}/state?seq=${seq}`));
    const folded = events.map((_, place) => ({ seq: place + 1, stateHash: hashOf(fold(events.slice(0, place + 1))) }));
    expect(shown.map(({ seq, stateHash }) => ({ seq, stateHash }))).toEqual(folded);
  }, 60_000);

  test('shows between two events what the earlier one left, with what could be done and what was to come', async () => {
    const { at, seq } = events[1]!;
    const before = new Date(Date.parse(at) - 1).toISOString();
    const then = await ask<{
      seq: number;
      now: string;
      forecast: unknown[];
      allowedActions: { command: string; roles: string[] }[];
      deadlines: { name: string; status: string; remaining: string }[];
      merchant: { phone: string };
    }>(`/cases/${driver.caseId}/state?at=${before}`);
    expect(then).toMatchObject({ seq: seq - 1, now: before });
    expect(then.allowedActions).toContainEqual(
      expect.objectContaining({ command: 'CONFIRM_NOTICE', roles: expect.arrayContaining(['INTAKE']) }),
    );
    expect(then.forecast.length).toBeGreaterThan(0);
    expect(then.deadlines).toMatchObject([{ name: 'T_CONFIRM', status: 'RUNNING' }]);
    expect(then.merchant.phone).toMatch(/^\d{3}\*{4}\d{4}$/);
  });

  test('says what changed between two events, and what made it', async () => {
    const { seq } = await driver.send('intake', 'CONFIRM_NOTICE');
    const found = await ask<{ changes: object[]; events: { type: string; text: object }[] }>(
      `/cases/${driver.caseId}/diff?from=${seq - 1}&to=${seq}`,
    );
    expect(found.events).toMatchObject([
      { seq, type: 'CONFIRM_NOTICE', actor: { id: expect.stringContaining('intake') } },
    ]);
    expect(found.changes).toContainEqual(expect.objectContaining({ path: 'state' }));
    const deadlinesAt = async (event: number) => {
      const { deadlines } = await ask<{ deadlines: { name: string; status: string }[] }>(
        `/cases/${driver.caseId}/state?seq=${event}`,
      );
      return deadlines.map(({ name, status }) => `${name} ${status}`);
    };
    expect(await deadlinesAt(seq - 1)).toEqual(['T_CONFIRM RUNNING']);
    expect(await deadlinesAt(seq)).toEqual(expect.arrayContaining(['T_CONFIRM MET', 'T_TRIAGE RUNNING']));
  });
});
