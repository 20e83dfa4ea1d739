import type { Logger } from 'pino';
import { Counter } from 'prom-client';
import type { ClaimedDelivery, DeliveryEnd, DeliveryStore, EndpointStore } from '#database';
import type { Loop } from './loop.js';
import type { WebhookMessages } from './webhook.message.js';
import type { Posted } from './webhook.post.js';

const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];
/** Before the second try, the third, and so on; after the last one it is given up (api.md §4). */
export const PAUSES_MS: readonly number[] = [
  5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR,
]; // prettier-ignore
/** So that what failed together does not come together: a pause is up to a tenth longer. */
const JITTER = 0.1;
const GONE = 410;
/** Cases of one endpoint that are told at once; longer than a try may take is the lease. */
const AT_ONCE = 16;
const LEASE_MS = 30_000;

const givenUp = new Counter({
  name: 'reinstate_webhooks_given_up_total',
  help: 'Webhook messages that were tried for days and never arrived',
});
const sent = new Counter({
  name: 'reinstate_webhooks_sent_total',
  help: 'Webhook messages sent, by outcome',
  labelNames: ['outcome'],
});

/** What the loop works with; clock and post are those of the world unless a test brings its own. */
export interface DeliveryTools {
  readonly deliveries: DeliveryStore;
  readonly endpoints: EndpointStore;
  readonly messages: WebhookMessages;
  readonly post: (posted: Posted) => Promise<number>;
  readonly clock: () => Date;
  readonly logger: Logger;
}

/**
 * Tells partners' endpoints what they are to know: per case in order, parked per case and never per endpoint. Several
 * workers may run it.
 */
export class DeliveryLoop implements Loop {
  readonly name = 'delivery';
  readonly everyMs = 1_000;
  /** Endpoints this process is telling; a slow one keeps no other waiting. */
  private readonly busy = new Map<string, Promise<void>>();

  constructor(private readonly tools: DeliveryTools) {}

  readonly round = async (): Promise<void> => {
    const { deliveries, clock, logger } = this.tools;
    await deliveries.fanOut(clock());
    for (const endpointId of await deliveries.dueEndpoints(clock())) {
      if (this.busy.has(endpointId)) continue;
      const telling = this.tell(endpointId)
        .catch((error: unknown) => logger.warn({ err: error, endpointId }, 'an endpoint could not be told'))
        .finally(() => this.busy.delete(endpointId));
      this.busy.set(endpointId, telling);
    }
  };

  /** Resolves when what is being told has been told. */
  async idle(): Promise<void> {
    await Promise.all(this.busy.values());
  }

  private async tell(endpointId: string): Promise<void> {
    const { deliveries, clock } = this.tools;
    for (;;) {
      const claimed = await deliveries.claim(endpointId, clock(), AT_ONCE, LEASE_MS);
      if (claimed.length === 0) return;
      await Promise.all(claimed.map((delivery) => this.attempt(delivery)));
    }
  }

  private async attempt(delivery: ClaimedDelivery): Promise<void> {
    const { deliveries, endpoints, messages, post, clock } = this.tools;
    let [status, error]: [number | null, string | null] = [null, null];
    try {
      status = await post(await messages.of(delivery, clock()));
    } catch (failure) {
      error = failure instanceof Error ? failure.message.slice(0, 200) : 'unknown';
    }
    if (status === GONE) await endpoints.change(delivery.endpointId, { state: 'DISABLED' });
    const end = this.endOf(delivery, status, error);
    sent.inc({ outcome: end.state });
    await deliveries.settle(delivery, end);
  }

  private endOf(
    { endpointId, event, tries }: ClaimedDelivery,
    status: number | null,
    error: string | null,
  ): DeliveryEnd {
    const now = this.tools.clock();
    const known = { status, error: error ?? (status !== null && status >= 300 ? `answered ${status}` : null) };
    if (status !== null && status >= 200 && status < 300)
      return { ...known, state: 'DELIVERED', nextTryAt: null, deliveredAt: now };
    const pause = PAUSES_MS[tries - 1];
    if (pause !== undefined) {
      const nextTryAt = new Date(now.getTime() + pause * (1 + Math.random() * JITTER));
      return { ...known, state: 'PENDING', nextTryAt, deliveredAt: null };
    }
    givenUp.inc();
    const { caseId, number } = event;
    this.tools.logger.error({ endpointId, caseId, number }, 'a webhook message was tried for days and is given up');
    return { ...known, state: 'GIVEN_UP', nextTryAt: null, deliveredAt: null };
  }
}
