import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OutboxStore, type OrderRow } from '#database';
import { canonical, type Order, type OutwardLink } from '#model';
import type { PartnerSignal } from '#partner';
import { checked } from '../problem/checked.js';
import { invalidRequest, Problem } from '../problem/problem.js';
import type { Answer } from '../requests/answer.js';
import { pageOf, placeIn } from '../requests/page.cursor.js';
import { orderAnswerBody, ordersQuery, outwardPlace, type OrderPage } from './order.schema.js';
import { PartnerCaseService } from './partner-case.service.js';
import type { PartnerIdentity } from './partner.identity.js';
import { SignalService } from './signal.service.js';

type OrderLink = Extract<OutwardLink, { readonly payload: Order }>;
type OrderAnswer = ReturnType<typeof orderAnswerBody.parse>;

/** What an answer to an order says, as the signal it is. */
const EVENTS = {
  'RESTRICTION.LIFT_ORDERED': { DONE: 'TERMINAL.REINSTATED', FAILED: 'TERMINAL.REINSTATE_FAILED' },
  'RESTRICTION.APPLY_ORDERED': { DONE: 'SUSPENSION.STOPPED', FAILED: undefined },
} as const;

/** Orders to partners and their answers, each taken once (api.md §4). */
@Injectable()
export class OrderService {
  constructor(
    private readonly outbox: OutboxStore,
    private readonly cases: PartnerCaseService,
    private readonly signals: SignalService,
  ) {}

  /** One page of the orders about a partner's merchants, oldest first. */
  async list({ code }: PartnerIdentity, query: unknown): Promise<OrderPage> {
    const { cursor, limit } = checked(ordersQuery, query, Object.keys(ordersQuery.shape));
    const found = await this.outbox.orders(code, placeIn(cursor, outwardPlace), limit + 1);
    const { page, nextCursor } = pageOf(found, limit, ({ createdAt, link }) => [createdAt, link.caseId, link.number]);
    return { items: page.map(orderView), nextCursor };
  }

  /**
   * Takes the answer to an order; the same again gets the present outcome.
   * @throws Problem `order.not-found`, `signal.body-changed` where another answer was given before.
   */
  async answer(partner: PartnerIdentity, orderId: string, body: unknown): Promise<Answer> {
    const given = checked(orderAnswerBody, body);
    const [caseId = ''] = orderId.split(':');
    await this.cases.owned(partner, caseId);
    const order = (await this.outbox.order(caseId, orderId)) as OrderLink | undefined;
    if (!order) throw orderNotFound(orderId);
    const signal = signalOf(order, given);
    const content = { orderId, ...given };
    const { signalId, eventType, occurredAt } = signal;
    const bodyHash = createHash('sha256').update(canonical(content)).digest('hex');
    const received = { partner: partner.code, signalId, eventType, occurredAt, bodyHash, body: signal, findings: [] };
    return this.signals.take({ partner, signal, received }, false);
  }
}

function signalOf({ type, caseId, payload: { orderId, itemId } }: OrderLink, given: OrderAnswer): PartnerSignal {
  const eventType = EVENTS[type][given.result];
  if (!eventType)
    throw invalidRequest([
      { pointer: '/result', message: 'a stop is answered when it is done; until then it stays open' },
    ]);
  const payload =
    given.result === 'DONE'
      ? { itemId, ...(given.firstTransaction !== undefined && { firstTransaction: given.firstTransaction }) }
      : { itemId, reason: `${given.code}${given.retryable ? ',可重试' : ',不可重试'}` };
  return { signalId: `order:${orderId}`, eventType, occurredAt: new Date().toISOString(), caseId, payload };
}

function orderView({ link, createdAt, answer }: OrderRow): OrderPage['items'][number] {
  const { type, caseId, payload } = link as OrderLink;
  const result = answer && (answer.eventType === 'TERMINAL.REINSTATE_FAILED' ? ('FAILED' as const) : ('DONE' as const));
  return {
    ...payload,
    type,
    caseId,
    orderedAt: createdAt,
    answer: answer && { result: result!, status: answer.status },
  };
}

const orderNotFound = (orderId: string): Problem =>
  new Problem('order.not-found', { detail: `There is no order ${orderId}.`, detailZh: `没有指令 ${orderId}。` });
