import {
  allHandlersFinished,
  condition,
  defineUpdate,
  proxyActivities,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import { MESSAGE_UPDATE, type BareActivities, type BareAnswer, type BareMessage } from './bare.messages.js';

// An Update, as the product's commands are: its sender waits for the new state.
const messageUpdate = defineUpdate<BareAnswer, [BareMessage]>(MESSAGE_UPDATE);
const { writeRow } = proxyActivities<BareActivities>({ startToCloseTimeout: '10 s' });

const answerTo = (seq: number, { answerBytes, last }: BareMessage): BareAnswer => ({
  seq,
  state: last ? 'CLOSED' : 'OPEN',
  filling: '.'.repeat(answerBytes),
});

/** The least a durable case can be: it counts its messages and answers each. */
export async function bareCase(): Promise<void> {
  let seq = 0;
  let over = false;
  setHandler(messageUpdate, (message) => {
    over = message.last;
    seq += 1;
    return answerTo(seq, message);
  });
  await condition(() => over);
}

/** The same with one regular activity a message, which is done before the message is answered. */
export async function bareCaseWithActivity(): Promise<void> {
  let taken = 0;
  let over = false;
  setHandler(messageUpdate, async (message) => {
    taken += 1;
    const seq = taken;
    await writeRow({ caseId: workflowInfo().workflowId, seq, body: message.body });
    over = message.last;
    return answerTo(seq, message);
  });
  await condition(() => over && allHandlersFinished());
}
