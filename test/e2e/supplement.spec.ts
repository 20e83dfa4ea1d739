import { beforeAll, describe, expect, test } from '@jest/globals';
import { POLICIES } from '#model';
import { CaseDriver, good, type CaseView } from '../support/case.driver.js';
import { PDF } from '../support/files.js';
import { aNotice } from '../support/notices.js';
import { peopleOf, type People } from '../support/people.js';

let people: People;

beforeAll(async () => {
  people = await peopleOf();
});

const ASKED = { items: [{ code: 'M12', reason: '说明不完整' }] };

async function reviewedCase(): Promise<CaseDriver> {
  const driver = await CaseDriver.open(people, aNotice());
  await driver.bringToReview();
  return driver;
}

const clockOf = ({ deadlines }: CaseView, name: string) => deadlines.find((deadline) => deadline.name === name);

interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly counted?: readonly Stretch[];
}
interface Arithmetic {
  readonly name: string;
  readonly budget: string;
  readonly stretches: readonly Stretch[];
}

/** The arithmetic of one deadline, as the clock address has it. */
async function arithmeticOf({ path }: CaseDriver, name: string): Promise<Arithmetic | undefined> {
  const { deadlines } = good(await people.reviewer.get<{ readonly deadlines: readonly Arithmetic[] }>(`${path}/clock`));
  return deadlines.find((deadline) => deadline.name === name);
}

/** Working days a review may take under the policy the case was opened under, which is the newest of its day. */
async function reviewDaysOf(driver: CaseDriver): Promise<number> {
  const { policyVersion } = await driver.view();
  const { n, unit } = POLICIES[policyVersion]?.reasons.TRADING_VIOLATION.budgets.T_REVIEW ?? {};
  if (n === undefined || unit !== 'WD') throw new Error(`policy ${policyVersion} sets no working days for a review`);
  return n;
}

const hoursOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)), 0) / 3_600_000;

describe('a request for more papers', () => {
  test('stops the clock of the review and starts the one of the merchant', async () => {
    const driver = await reviewedCase();
    await driver.advance({ by: 'P1D' });
    const before = clockOf(await driver.view(), 'T_REVIEW');
    expect(before).toMatchObject({ status: 'RUNNING', owner: 'INSTITUTION' });
    await driver.send('reviewer', 'REQUEST_SUPPLEMENT', ASKED);
    const asked = await driver.view();
    expect(asked.state).toBe('SUPPLEMENT_REQUIRED');
    expect(clockOf(asked, 'T_REVIEW')).toMatchObject({ status: 'PAUSED', dueAt: null });
    expect(clockOf(asked, 'T_SUPPLEMENT')).toMatchObject({ status: 'RUNNING', owner: 'MERCHANT' });
    const left = clockOf(asked, 'T_REVIEW')?.remaining;
    await driver.advance({ by: 'P3D' });
    expect(clockOf(await driver.view(), 'T_REVIEW')).toMatchObject({ status: 'PAUSED', remaining: left });
    good(await people.intake.upload(driver.caseId, 'M12', PDF));
    await driver.send('intake', 'SUPPLEMENT_SUBMITTED', { onBehalfOf: 'MERCHANT' });
    const resumed = await driver.view();
    expect(resumed.state).toBe('UNDER_REVIEW');
    expect(clockOf(resumed, 'T_REVIEW')).toMatchObject({ status: 'RUNNING' });
    expect(clockOf(resumed, 'T_SUPPLEMENT')).toMatchObject({ status: 'MET' });
    expect((clockOf(resumed, 'T_REVIEW')?.dueAt ?? '') > (before?.dueAt ?? '')).toBe(true);
  });

  test('leaves its stop visible in the arithmetic of the review: its working days of nine hours, in two stretches', async () => {
    const driver = await reviewedCase();
    await driver.advance({ by: 'P1D' });
    const asked = await driver.send('reviewer', 'REQUEST_SUPPLEMENT', ASKED);
    await driver.advance({ by: 'P3D' });
    good(await people.intake.upload(driver.caseId, 'M12', PDF));
    const answered = await driver.send('intake', 'SUPPLEMENT_SUBMITTED', { onBehalfOf: 'MERCHANT' });
    const at = new Map((await driver.events()).map((event) => [event.seq, event.at]));
    const review = await arithmeticOf(driver, 'T_REVIEW');
    const [before, after] = review?.stretches ?? [];
    const hours = (await reviewDaysOf(driver)) * 9;
    expect(review?.budget).toBe(`PT${hours}H`);
    expect(before?.to).toBe(at.get(asked.seq));
    expect(after?.from).toBe(at.get(answered.seq));
    expect(after?.to).toBe(clockOf(await driver.view(), 'T_REVIEW')?.dueAt);
    expect(hoursOf([before, after].flatMap((stretch) => stretch?.counted ?? []))).toBeCloseTo(hours, 6);
  });

  test('is answered only with what was asked for', async () => {
    const driver = await reviewedCase();
    await driver.send('reviewer', 'REQUEST_SUPPLEMENT', ASKED);
    const early = await driver.refused('intake', 'SUPPLEMENT_SUBMITTED', { onBehalfOf: 'MERCHANT' });
    expect(early).toMatchObject({ status: 422, code: 'guard.materials-incomplete', missing: ['M12'] });
    const { materials } = await driver.view();
    expect(materials.find(({ code }) => code === 'M12')).toMatchObject({ status: 'REQUESTED', round: 2 });
  });

  test('is made three times at most', async () => {
    const driver = await reviewedCase();
    for (let round = 1; round <= 3; round += 1) {
      await driver.send('reviewer', 'REQUEST_SUPPLEMENT', ASKED);
      good(await people.intake.upload(driver.caseId, 'M12', PDF));
      await driver.send('intake', 'SUPPLEMENT_SUBMITTED');
    }
    const fourth = await driver.refused('reviewer', 'REQUEST_SUPPLEMENT', ASKED);
    expect(fourth).toMatchObject({ status: 422, code: 'guard.max-rounds' });
  });

  test('runs into its grace and closes the case when nothing comes', async () => {
    const driver = await reviewedCase();
    await driver.send('reviewer', 'REQUEST_SUPPLEMENT', ASKED);
    expect(await driver.advance({ by: 'P30D' })).toMatchObject({ state: 'CLOSED_EXPIRED' });
  });
});
