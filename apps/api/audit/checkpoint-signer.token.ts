/** Injection token of the process's `CheckpointSigner`; null where no key is set. */
export const CHECKPOINT_SIGNER = Symbol('CheckpointSigner');
