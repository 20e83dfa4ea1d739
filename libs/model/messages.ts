import type { Case } from './case.js';
import { end, resume, start } from './clocks.js';
import { joined } from './evolve.js';
import type { Changes, Command } from './event.js';
import type { Context } from './rules.js';
import { taskDone } from './tasks.js';
import type { DeadlineName } from './vocabulary.js';

/**
 * A message to the merchant, and the clock its proven delivery starts (domain §4.6). Where the channel proves delivery
 * as it takes the message the clock starts now; else it waits, and after T_CONTACT a person has to reach the merchant.
 */
export function message(
  current: Case,
  command: Command,
  context: Context,
  template: string,
  starts?: DeadlineName,
): Changes {
  const delivered = (command.observed?.delivery ?? current.delivery) === 'AT_ONCE';
  const sent: Changes = {
    messages: [
      {
        messageId: `${current.caseId}:${current.seq + 1}:${template}`,
        template,
        sentAt: context.now,
        deliveredAt: delivered ? context.now : null,
        ...(starts && { starts }),
      },
    ],
  };
  if (!starts) return sent;
  const clock = joined(sent, start(current, starts, context, !delivered));
  return delivered ? clock : joined(clock, start(current, 'T_CONTACT', context));
}

/** What is known to have reached the merchant: its messages are delivered, the clocks that waited for it start now. */
export function reached(current: Case, context: Context, messageIds: readonly string[]): Changes {
  const sent = current.messages.filter(
    ({ messageId, deliveredAt }) => deliveredAt === null && messageIds.includes(messageId),
  );
  const clocks = sent.flatMap(({ starts }) => starts ?? []);
  const delivered: Changes = { messages: sent.map(({ messageId }) => ({ messageId, deliveredAt: context.now })) };
  if (clocks.length === 0) return delivered;
  return [
    end(current, ['T_CONTACT'], 'MET', context),
    taskDone(current, 'REACH_MERCHANT'),
    resume(current, clocks, context),
  ].reduce(joined, delivered);
}
