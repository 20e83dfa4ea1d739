import type { Client } from '@temporalio/client';
import pLimit from 'p-limit';
import type { Logger } from 'pino';
import type { WatchedCase } from '#database';
import { CaseUnavailable, standingOf, type CaseClient } from '#temporal';
import type { RecordStores } from './activities/record.activities.js';
import { recordLeft } from './left.record.js';
import type { Loop } from './loop.js';

const EVERY_MS = 5_000;
/** Cases looked at in a round. */
const BATCH = 50;
const LOOKED_AT_AT_ONCE = 4;
const LOOK_AGAIN_MS = 60_000;
const LOOK_LIMIT_MS = 3_000;

/**
 * Finds cases whose run is gone, has ended too early or holds another life than the record, and freezes them until two
 * persons start them again; one whose run is back in order is frozen no longer. What a run left that ended, and whoever
 * was answered did not live to record, is recorded. Each open case is looked at once a minute as far as a batch a round
 * reaches, and at once after the worker's start and after one that was lost: where one is, others may be.
 */
export function reconcileLoop(client: Client, cases: CaseClient, stores: RecordStores, logger: Logger): Loop {
  const { watch } = stores;
  let alarmedMs = Date.now();
  const look = async ({ caseId, head, frozen, before }: WatchedCase): Promise<void> => {
    const question = { caseId, head, ...(before && { before }) };
    const standing = await standingOf(client, cases, question, Date.now() + LOOK_LIMIT_MS);
    if (standing.kind === 'IN_ORDER') return watch.inOrder(caseId, { ...standing.run, head });
    if (standing.kind === 'LEFT_MORE') return recordLeft(client, stores, caseId);
    const freeze = await watch.freeze(caseId, head, standing.kind);
    if (!freeze || frozen) return;
    alarmedMs = Date.now();
    logger.error({ caseId, cause: freeze.cause, seq: head.seq }, 'a case is frozen');
  };
  /** One case that does not answer keeps nobody from looking at the others; Temporal being away does. */
  const passOver = async ({ caseId, head }: WatchedCase, error: unknown): Promise<void> => {
    if (!(error instanceof CaseUnavailable) || !(await cases.isReachable(Date.now() + LOOK_LIMIT_MS))) throw error;
    await watch.lookedAt(caseId, head);
  };
  const inTurn = pLimit(LOOKED_AT_AT_ONCE);
  const round = async (): Promise<void> => {
    const unseenMs = Math.min(LOOK_AGAIN_MS, Date.now() - alarmedMs);
    const failures: unknown[] = [];
    await inTurn.map(await watch.due(unseenMs, BATCH), async (watched) => {
      if (failures.length > 0) return;
      const passedOver = (error: unknown): Promise<void> => passOver(watched, error);
      await look(watched)
        .catch(passedOver)
        .catch((error: unknown) => failures.push(error));
    });
    if (failures.length > 0) throw failures[0];
  };
  return { name: 'reconcile', everyMs: EVERY_MS, round };
}
