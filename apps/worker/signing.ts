import type { Logger } from 'pino';
import type { Config } from '#config';
import { openCheckpointCopy, openCheckpointSigner, type CheckpointCopy, type CheckpointSigner } from '#database';

/** What heads of the log and reports are signed with, and the second place they are written to. */
export interface Signing {
  readonly signer: CheckpointSigner | undefined;
  readonly copy: CheckpointCopy | undefined;
}

/** Without a key nothing can be proven later, so its absence is said loudly. */
export async function signingOf(config: Config, logger: Logger): Promise<Signing> {
  const { CHECKPOINT_KEY, CHECKPOINT_COPY, S3_ENDPOINT } = config;
  const copy = CHECKPOINT_COPY === undefined ? undefined : await openCheckpointCopy(CHECKPOINT_COPY, S3_ENDPOINT);
  if (CHECKPOINT_KEY === undefined)
    logger.error('CHECKPOINT_KEY is not set: the heads of the audit log are not signed');
  return { copy, signer: CHECKPOINT_KEY === undefined ? undefined : openCheckpointSigner(CHECKPOINT_KEY) };
}
