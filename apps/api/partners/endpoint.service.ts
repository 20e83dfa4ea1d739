import { lookup } from 'node:dns/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '#config';
import { DeliveryStore, EndpointStore, type Endpoint } from '#database';
import { addressFault, isAllowedHost, isPublicIp, newWebhookSecret, PROFILES } from '#partner';
import { checked } from '../problem/checked.js';
import { invalidRequest, Problem } from '../problem/problem.js';
import { pageOf, placeIn } from '../requests/page.cursor.js';
import { CONFIG } from '../settings.js';
import { endpointBody, endpointChange, redeliverBody } from './endpoint.schema.js';
import { ordersQuery, outwardPlace } from './order.schema.js';
import type { PartnerIdentity } from './partner.identity.js';

/** After a rotation the old secret signs too for so long. */
const OVERLAP_MS = 24 * 3_600_000;

/** Where partners want to be told (api.md §4). */
@Injectable()
export class EndpointService {
  constructor(
    private readonly endpoints: EndpointStore,
    private readonly deliveries: DeliveryStore,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Problem `endpoint.address-refused`. */
  async add(partner: PartnerIdentity, body: unknown) {
    const { url, scheme } = checked(endpointBody, body, Object.keys(endpointBody.shape));
    await this.checkAddress(url);
    this.checkScheme(partner, scheme);
    const secret = newWebhookSecret();
    return { ...viewOf(await this.endpoints.add(partner.code, url, scheme, secret)), secret };
  }

  async list({ code }: PartnerIdentity) {
    return { items: (await this.endpoints.of(code)).map(viewOf) };
  }

  /** @throws Problem `endpoint.not-found`, `endpoint.address-refused`. */
  async change(partner: PartnerIdentity, endpointId: string, body: unknown) {
    const change = checked(endpointChange, body, Object.keys(endpointChange.shape));
    await this.own(partner, endpointId);
    if (change.url !== undefined) await this.checkAddress(change.url);
    if (change.scheme !== undefined) this.checkScheme(partner, change.scheme);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    await this.endpoints.change(endpointId, given);
    return viewOf(await this.own(partner, endpointId));
  }

  async remove(partner: PartnerIdentity, endpointId: string): Promise<void> {
    await this.own(partner, endpointId);
    await this.endpoints.change(endpointId, { state: 'DELETED' });
  }

  async rotate(partner: PartnerIdentity, endpointId: string) {
    await this.own(partner, endpointId);
    const [secret, oldUntil] = [newWebhookSecret(), new Date(Date.now() + OVERLAP_MS).toISOString()];
    await this.endpoints.rotate(endpointId, secret, oldUntil);
    return { endpointId, secret, oldUntil };
  }

  async redeliver(partner: PartnerIdentity, endpointId: string, body: unknown) {
    const { from, to } = checked(redeliverBody, body, Object.keys(redeliverBody.shape));
    if (to <= from) throw invalidRequest([{ pointer: '/to', message: 'must be after from' }]);
    await this.own(partner, endpointId);
    return { endpointId, count: await this.deliveries.redeliver(endpointId, from, to, new Date()) };
  }

  /** One page of the delivery log, youngest first. */
  async log(partner: PartnerIdentity, endpointId: string, query: unknown) {
    const { cursor, limit } = checked(ordersQuery, query, Object.keys(ordersQuery.shape));
    const place = placeIn(cursor, outwardPlace);
    await this.own(partner, endpointId);
    const found = await this.deliveries.log(endpointId, place, limit + 1);
    const { page, nextCursor } = pageOf(found, limit, ({ createdAt, caseId, number }) => [createdAt, caseId, number]);
    return { items: page, nextCursor };
  }

  private async own({ code }: PartnerIdentity, endpointId: string): Promise<Endpoint> {
    const endpoint = await this.endpoints.find(code, endpointId);
    if (endpoint) return endpoint;
    throw new Problem('endpoint.not-found', {
      detail: `There is no endpoint ${endpointId}.`,
      detailZh: `没有回调地址 ${endpointId}。`,
    });
  }

  /** A name that leads nowhere yet is let in: it is looked up again at each connection. */
  private async checkAddress(url: string): Promise<void> {
    const allowed = this.config.REINSTATE_WEBHOOK_ALLOW;
    const fault = addressFault(url, allowed);
    if (fault !== undefined) throw refusedAddress(fault);
    if (isAllowedHost(url, allowed)) return;
    const found = await lookup(new URL(url).hostname.replace(/^\[|\]$/g, ''), { all: true }).catch(() => []);
    if (found.some(({ address }) => !isPublicIp(address))) throw refusedAddress('leads into an inside network');
  }

  private checkScheme({ code }: PartnerIdentity, scheme: 'standard' | 'native'): void {
    if (scheme === 'standard') return;
    if (Object.hasOwn(PROFILES, code) && this.config.WEBHOOK_SIGNING_KEY !== undefined) return;
    throw invalidRequest([{ pointer: '/scheme', message: 'native is not set up for you here; use standard' }]);
  }
}

const viewOf = ({ endpointId, url, scheme, state, createdAt }: Endpoint) => ({
  endpointId,
  url,
  scheme,
  state,
  createdAt,
});

const refusedAddress = (fault: string): Problem =>
  new Problem('endpoint.address-refused', {
    detail: `The address ${fault}.`,
    detailZh: '该地址不可用作回调:须为公网 https 规范地址。',
    extensions: { errors: [{ pointer: '/url', message: fault }] },
  });
