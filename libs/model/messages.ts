import type { Case } from './case.js';
import { deadlineOf, end, isRunning, resume, start } from './clocks.js';
import { joined } from './evolve.js';
import type { Changes, Command } from './event.js';
import type { Instant } from './instant.js';
import type { Context } from './rules.js';
import { taskDone } from './tasks.js';
import type { DeadlineName } from './vocabulary.js';

/** Told by law: the reason, the remedy and how to object, and what was decided (domain §1.1, 反电信网络诈骗法 art. 32). */
const STATUTORY: readonly string[] = ['NOTICE', 'REJECTED', 'APPEAL_DENIED', 'TERMINATED', 'REVOKED', 'REINSTATED'];

/**
 * A message to the merchant, and the clocks its proven delivery starts (domain §4.6). Where the channel proves delivery
 * as it takes the message they start now; else they wait, and after T_CONTACT a person has to reach the merchant.
 */
export function message(
  current: Case,
  command: Command,
  context: Context,
  template: string,
  ...starts: readonly DeadlineName[]
): Changes {
  const delivered = (command.observed?.delivery ?? current.delivery) === 'AT_ONCE';
  const sent: Changes = {
    messages: [
      {
        messageId: `${current.caseId}:${current.seq + 1}:${template}`,
        template,
        sentAt: context.now,
        deliveredAt: delivered ? context.now : null,
        ...(starts.length > 0 && { starts }),
        ...(STATUTORY.includes(template) && { statutory: true as const }),
      },
    ],
  };
  const clocks = starts.map((name) => start(current, name, context, !delivered)).reduce(joined, sent);
  // The first word that is not known to have arrived sets the day of grace, not the last.
  return delivered || isRunning(current, 'T_CONTACT') ? clocks : joined(clocks, start(current, 'T_CONTACT', context));
}

/** When a proven delivery counts from: as proven, yet not before the message or after now; a moved clock knows only now. */
function provenAt(sentAt: Instant, at: Instant, { offsetMs }: Case, { now }: Context): Instant {
  if (offsetMs !== 0 || at > now) return now;
  return at < sentAt ? sentAt : at;
}

/**
 * What is known to have reached the merchant: its messages are delivered, the clocks that waited for it start. Under a
 * hold they stand still, and start when it ends.
 * @param at when it was delivered, as far as somebody can tell.
 */
export function reached(current: Case, context: Context, messageIds: readonly string[], at = context.now): Changes {
  const sent = current.messages.filter(
    ({ messageId, deliveredAt }) => deliveredAt === null && messageIds.includes(messageId),
  );
  const messages = sent.map(({ messageId, sentAt }) => ({
    messageId,
    deliveredAt: provenAt(sentAt, at, current, context),
  }));
  const clocks = sent.flatMap(({ starts = [], sentAt }) =>
    starts.map((name) => begin(current, name, provenAt(sentAt, at, current, context), context)),
  );
  const left = current.messages.some(
    ({ messageId, deliveredAt }) => deliveredAt === null && !messageIds.includes(messageId),
  );
  const contact = left || sent.length === 0 ? {} : end(current, ['T_CONTACT'], 'MET', context);
  return [
    contact,
    taskDone(current, ...(left ? [] : (['REACH_MERCHANT'] as const))),
    held(current, sent),
    ...clocks,
  ].reduce(joined, {
    messages,
  });
}

type Sent = Case['messages'];

function begin(current: Case, name: DeadlineName, at: Instant, context: Context): Changes {
  const waiting = deadlineOf(current, name)?.status === 'WAITING';
  if (!waiting) return {};
  return current.state === 'ON_HOLD'
    ? { deadlines: [{ name, status: 'PAUSED' }] }
    : resume(current, [name], context, at);
}

/** Clocks that would start now go on with the others when the hold ends. */
function held({ heldFrom, state }: Case, sent: Sent): Changes {
  const names = sent.flatMap(({ starts = [] }) => starts);
  return state === 'ON_HOLD' && heldFrom && names.length > 0
    ? { heldFrom: { ...heldFrom, paused: [...new Set([...heldFrom.paused, ...names])] } }
    : {};
}
