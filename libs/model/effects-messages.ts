import type { Effect } from './effect.js';
import { message } from './messages.js';

const tell =
  (template: string): Effect =>
  (current, command, context) =>
    message(current, command, context, template);

/** Words to the merchant that start no clock; how the case ended is always told. */
export const MESSAGE_EFFECTS = {
  tellInvalid: tell('INVALID'),
  tellNotSuspended: tell('NOT_SUSPENDED'),
  tellRevoked: tell('REVOKED'),
  tellExpired: tell('EXPIRED'),
  tellRejectedForGood: tell('REJECTED_FOR_GOOD'),
  tellAppealDenied: tell('APPEAL_DENIED'),
  tellWithdrawn: tell('WITHDRAWN'),
  tellTerminated: tell('TERMINATED'),
  tellReleasedForATime: tell('RELEASED_FOR_A_TIME'),
  tellStoppedAgain: tell('STOPPED_AGAIN'),
} as const satisfies Record<string, Effect>;
