import { z } from 'zod';
import type { CommunicationStore, OpenMessage } from '#database';
import { ENGINE, type Fact } from '#model';
import type { CaseClient } from '#temporal';
import type { Loop } from './loop.js';

const LIMIT_MS = 5_000;

/** What the gateway says of a message; `deliveredAt` once a receipt, an opened page or the like proves it. */
const receipt = z.object({ deliveredAt: z.iso.datetime({ offset: true }).nullable() });

/**
 * Hands messages over to the institution's gateway and asks for proof of their delivery, which starts the merchant's
 * clock: `PUT <gateway>/messages/<id>` with the text in both languages, once; then `GET` of the same until it is delivered.
 * A case hears of its own messages only; of one it did not send, the record alone keeps that it arrived.
 */
export function messageLoop(gateway: string, messages: CommunicationStore, client: CaseClient): Loop {
  const address = (messageId: string) => `${gateway.replace(/\/$/, '')}/messages/${encodeURIComponent(messageId)}`;
  const ask = async (message: OpenMessage): Promise<string | null> => {
    const { messageId, institutionCode, merchantNo, template, templateVersion, textZh, textEn } = message;
    const body = {
      messageId,
      institutionCode,
      merchantNo,
      template,
      templateVersion,
      text: { zh: textZh, en: textEn },
    };
    const sending = { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const init = { ...(message.handedOver ? {} : sending), signal: AbortSignal.timeout(LIMIT_MS) };
    const response = await fetch(address(messageId), init);
    if (!response.ok) throw new Error(`the gateway answers ${response.status} for ${messageId}`);
    return receipt.parse(await response.json()).deliveredAt;
  };
  const deliver = async (message: OpenMessage): Promise<void> => {
    const deliveredAt = await ask(message);
    await messages.handedOver(message);
    if (deliveredAt === null) return;
    const at = new Date(deliveredAt).toISOString();
    const { caseId, messageId, byCase } = message;
    if (!byCase) return messages.delivered(message, at);
    const fact: Fact = {
      factId: `delivered:${messageId}`,
      command: 'MESSAGE_DELIVERED',
      fields: { messageId, at },
      by: ENGINE,
      occurredAt: at,
      acceptedAt: new Date().toISOString(),
    };
    await client.tell(caseId, fact, Date.now() + LIMIT_MS);
  };
  const round = async (): Promise<void> => {
    const failures: unknown[] = [];
    for (const message of await messages.undelivered())
      await deliver(message).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} messages are not handed over`);
  };
  return { name: 'message', everyMs: 2_000, round };
}
