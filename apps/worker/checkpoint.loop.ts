import type { Logger } from 'pino';
import { Counter, Gauge } from 'prom-client';
import { databaseNow, type Asks, type CheckpointCopy, type CheckpointSigner, type CheckpointStore } from '#database';
import type { Loop } from './loop.js';

/** A head is signed before the last one is a minute old (reliability P12), though nothing may have changed; what is left is for a long look. */
const SIGN_AFTER_MS = 50_000;
const LOOK_EVERY_MS = 5_000;
/** No transaction writes for so long: what is younger may have come in behind the last look. */
const OVERLAP_MS = 3_600_000;
/** A worker that starts sees to it that the second place has the heads of the last day, whoever signed them. */
const OWED_MS = 86_400_000;
const COPIES_A_ROUND = 500;

const signedAt = new Gauge({
  name: 'reinstate_checkpoint_signed_seconds',
  help: 'When this worker last saw the head of the audit log signed, seconds since 1970',
});
const conflictsFound = new Counter({
  name: 'reinstate_audit_conflicts_total',
  help: 'Cases whose record no longer says what the audit log was shown',
});

/** What the loop works with. */
export interface CheckpointTools {
  readonly database: Asks;
  readonly log: Pick<CheckpointStore, 'latest' | 'collect' | 'sign' | 'after'>;
  readonly signer: CheckpointSigner;
  /** Undefined where no second place is set. */
  readonly copy: Pick<CheckpointCopy, 'keep'> | undefined;
  readonly logger: Logger;
}

/**
 * Shows the audit log what has happened and signs its head once a minute. Several workers may run it: the first to come
 * signs. A worker looks through the whole record at its start and through the last hour after that.
 */
export function checkpointLoop({ database, log, signer, copy, logger }: CheckpointTools): Loop {
  let since: Date | '-infinity' = '-infinity';
  let copiedTo: string | undefined;
  const copyAll = async (): Promise<void> => {
    if (!copy) return;
    copiedTo ??= new Date((await databaseNow(database)) - OWED_MS).toISOString();
    for (const signed of await log.after(copiedTo, COPIES_A_ROUND)) {
      await copy.keep(signed);
      copiedTo = signed.at;
    }
  };
  const collect = async (): Promise<void> => {
    const now = await databaseNow(database);
    const conflicts = await log.collect({ since });
    since = new Date(now - OVERLAP_MS);
    conflictsFound.inc(conflicts.length);
    for (const conflict of conflicts) logger.error(conflict, 'the record no longer says what the audit log was shown');
  };
  const round = async (): Promise<void> => {
    const last = await log.latest();
    if (last) signedAt.set(Date.parse(last.at) / 1000);
    const isDue = !last || (await databaseNow(database)) - Date.parse(last.at) >= SIGN_AFTER_MS;
    if (isDue) {
      await collect();
      await log.sign(signer, SIGN_AFTER_MS);
    }
    await copyAll();
  };
  return { name: 'checkpoint', everyMs: LOOK_EVERY_MS, round };
}
