import type { CaseDriver } from './case.driver.js';
import type { AnswerBody } from './http.js';

const AT_ONCE = 5;

/** A place in the life of a case: how it comes there, and the command that leads on from there. */
export interface Stage {
  readonly state: string;
  arrive(driver: CaseDriver): Promise<unknown>;
  goOn(driver: CaseDriver): Promise<AnswerBody>;
}

const reject = (driver: CaseDriver) =>
  driver.send('senior', 'REJECT', { reasonCode: 'INCOMPLETE', remedy: '补充交易凭证' });
const hold = { authority: 'court', document: 'FZ-2026-1', kind: 'FREEZE', reason: '协助冻结' };
/** Places from the notice to the follow-up, those where a case stands still among them. */
export const STAGES: readonly Stage[] = [
  {
    state: 'NOTICE_RECEIVED',
    arrive: () => Promise.resolve(),
    goOn: (driver) => driver.send('intake', 'CONFIRM_NOTICE'),
  },
  {
    state: 'NOTICE_CONFIRMED',
    arrive: (driver) => driver.send('intake', 'CONFIRM_NOTICE'),
    goOn: (driver) => driver.send('intake', 'CLASSIFY', { reasonCodes: ['TRADING_VIOLATION'] }),
  },
  {
    state: 'MATERIALS_REQUESTED',
    arrive: (driver) => driver.askForPapers(),
    goOn: async (driver) => {
      await driver.handInPapers();
      return driver.send('intake', 'SUBMIT');
    },
  },
  {
    state: 'SUBMITTED',
    arrive: async (driver) => {
      await driver.askForPapers();
      await driver.handInPapers();
      await driver.send('intake', 'SUBMIT');
    },
    goOn: (driver) => driver.send('intake', 'COMPLETE_OK'),
  },
  {
    state: 'UNDER_REVIEW',
    arrive: async (driver) => {
      await driver.bringToReview();
      await driver.acceptPapers();
      await driver.recommend();
    },
    goOn: async (driver) => driver.send('senior', 'APPROVE', { evidenceHash: (await driver.view()).evidenceHash }),
  },
  {
    state: 'SUPPLEMENT_REQUIRED',
    arrive: async (driver) => {
      await driver.bringToReview();
      await driver.send('reviewer', 'REQUEST_SUPPLEMENT', { items: [{ code: 'M10', reason: '缺签字' }] });
    },
    goOn: async (driver) => {
      await driver.handInPapers();
      return driver.send('intake', 'ADD_NOTE', { text: '已补件' });
    },
  },
  { state: 'APPROVED', arrive: (driver) => driver.approve(), goOn: (driver) => driver.send('ops', 'START_REINSTATE') },
  {
    state: 'FOLLOW_UP',
    arrive: async (driver) => {
      await driver.approve();
      await driver.reinstate();
    },
    goOn: (driver) => driver.send('reviewer', 'RECORD_CHECKPOINT', { metrics: { returns: '0.01' }, passed: true }),
  },
  {
    state: 'REJECTED',
    arrive: async (driver) => {
      await driver.bringToReview();
      await reject(driver);
    },
    goOn: (driver) => driver.send('intake', 'APPEAL', { grounds: '凭证齐全', onBehalfOf: 'MERCHANT' }),
  },
  {
    state: 'ON_HOLD',
    arrive: async (driver) => {
      await driver.askForPapers();
      await driver.send('compliance', 'HOLD', hold);
    },
    goOn: (driver) => driver.send('compliance', 'RELEASE', { document: hold.document }),
  },
];

/** Does something with each element, a few at a time. */
export async function forEach<T>(elements: readonly T[], act: (element: T) => Promise<void>): Promise<void> {
  const rest = elements.values();
  const work = async (): Promise<void> => {
    for (const element of rest) await act(element);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
