import type { DataSource } from 'typeorm';
import type { Instant, OutwardLink } from '#model';
import type { EndpointScheme } from './endpoint.store.js';
import * as sql from './delivery.sql.js';

/** PENDING until it has arrived or was tried often enough. */
export type DeliveryState = 'PENDING' | 'DELIVERED' | 'GIVEN_UP';

/** One thing to tell one endpoint, taken by this process. */
export interface ClaimedDelivery {
  readonly endpointId: string;
  readonly partner: string;
  readonly url: string;
  readonly scheme: EndpointScheme;
  /** The same on every try. */
  readonly messageId: string;
  /** This one counted. */
  readonly tries: number;
  readonly event: OutwardLink;
}

/** How a try ended. */
export interface DeliveryEnd {
  readonly state: DeliveryState;
  readonly nextTryAt: Date | null;
  /** HTTP status of the answer, where there was one. */
  readonly status: number | null;
  readonly error: string | null;
  readonly deliveredAt: Date | null;
}

/** One line of the delivery log. */
export interface DeliveryLine {
  readonly caseId: string;
  readonly number: number;
  readonly messageId: string;
  readonly type: string;
  readonly state: DeliveryState;
  readonly tries: number;
  readonly nextTryAt: Date | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly deliveredAt: Date | null;
}

type ClaimedRow = Omit<ClaimedDelivery, 'event'> & Record<keyof OutwardLink, unknown> & { readonly at: Date };

function claimed({ endpointId, partner, url, scheme, messageId, tries, ...event }: ClaimedRow): ClaimedDelivery {
  const { type, payload, caseId, number, previousHash, hash } = event;
  const link = { type, payload, caseId, number, at: event.at.toISOString(), previousHash, hash } as OutwardLink;
  return { endpointId, partner, url, scheme, messageId, tries, event: link };
}

/** What partners' endpoints are still to be told. Every method takes the present instant, so that time can be simulated. */
export class DeliveryStore {
  constructor(private readonly database: DataSource) {}

  /** Gives every active endpoint what was written for its partner since the last time. */
  async fanOut(now: Date): Promise<void> {
    await this.database.query(sql.FAN_OUT, [now]);
  }

  /** Endpoints that have something due. */
  async dueEndpoints(now: Date): Promise<readonly string[]> {
    const rows = await this.database.query<{ endpointId: string }[]>(sql.DUE_ENDPOINTS, [now]);
    return rows.map(({ endpointId }) => endpointId);
  }

  /** Takes what is due at an endpoint, of each case the first that has not arrived; whoever dies loses it after the lease. */
  async claim(endpointId: string, now: Date, limit: number, leaseMs: number): Promise<readonly ClaimedDelivery[]> {
    return (await this.database.query<ClaimedRow[]>(sql.CLAIM, [now, endpointId, limit, leaseMs])).map(claimed);
  }

  /** Keeps how a try ended, unless the delivery was asked for again meanwhile: that one is still to come. */
  async settle({ endpointId, event, tries }: ClaimedDelivery, end: DeliveryEnd): Promise<void> {
    const { state, nextTryAt, status, error, deliveredAt } = end;
    const key = [endpointId, event.caseId, event.number];
    await this.database.query(sql.SETTLE, [...key, state, nextTryAt, status, error, deliveredAt, tries]);
  }

  /** Has everything written in a range delivered once more. @returns how much that is. */
  async redeliver(endpointId: string, from: Instant, to: Instant, now: Date): Promise<number> {
    const [row] = await this.database.query<{ count: number }[]>(sql.REDELIVER, [endpointId, from, to, now]);
    return row?.count ?? 0;
  }

  /** The delivery log, youngest first, after a line. */
  async log(
    endpointId: string,
    after: { readonly createdAt: string; readonly caseId: string; readonly number: number } | undefined,
    limit: number,
  ): Promise<readonly DeliveryLine[]> {
    const place = [after?.createdAt ?? null, after?.caseId ?? null, after?.number ?? null];
    return this.database.query(sql.LOG, [endpointId, ...place, limit]);
  }
}
