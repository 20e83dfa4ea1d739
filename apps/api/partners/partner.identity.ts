import { actorId } from '#partner';
import type { CallerIdentity } from '../auth/caller.js';

/** A partner system that has proved who it is. */
export interface PartnerIdentity {
  readonly code: string;
  /** May open sandbox cases and move their clocks. */
  readonly sandbox: boolean;
}

/**
 * The partner as one who acts in cases. It works for no institution: which merchants are its own the ownership says, and
 * whoever lets it act has looked there first.
 */
export const callerFor = ({ code, sandbox }: PartnerIdentity): CallerIdentity => ({
  id: actorId({ code }),
  name: code,
  roles: ['PARTNER'],
  institutions: ['*'],
  sandbox,
});
