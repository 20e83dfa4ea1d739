import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { AccessStore, type AccessAction } from '#database';
import { audited } from '../requests/audited.js';

/** Which looks are kept, by method and address as the routes are registered; the first that fits. */
const KEPT: readonly (readonly [method: string, route: RegExp, action: AccessAction])[] = [
  ['GET', /^\/audit\/v1\/cases\/:id\/bundle$/, 'BUNDLE_TAKEN'],
  ['GET', /^\/audit\/v1\/cases\/:id(\/|$)/, 'CASE_AUDITED'],
  ['POST', /^\/audit\/v1\/cases\/:id\/replay$/, 'CASE_AUDITED'],
  ['GET', /^\/api\/v1\/documents\/:id$/, 'DOCUMENT_DOWNLOADED'],
  ['GET', /^\/api\/v1\/notices\/batches\/:id\/file$/, 'DOCUMENT_DOWNLOADED'],
  ['POST', /^\/api\/v1\/cases\/:id\/reveal$/, 'DATA_REVEALED'],
  ['GET', /^\/api\/v1\/cases\/:id(\/|$)/, 'CASE_READ'],
];

/** What kind of look a request is; undefined for one that is not kept. */
export const actionOf = (method: string, route: string): AccessAction | undefined =>
  KEPT.find(([kept, address]) => kept === method && address.test(route))?.[2];

/**
 * Writes down who looked at which case or document before it is handed out. What cannot be written down is not handed
 * out either: the caller gets 503.
 */
@Injectable()
export class AccessLog implements OnModuleInit {
  constructor(
    private readonly access: AccessStore,
    private readonly host: HttpAdapterHost<FastifyAdapter>,
  ) {}

  onModuleInit(): void {
    this.host.httpAdapter.getInstance().addHook('onSend', (request, reply, _payload, done) => {
      const action = actionOf(request.method, request.routeOptions.url ?? '');
      if (!action || !request.caller || reply.statusCode >= 400) return done();
      audited('The access log', this.keep(request, action)).then(() => done(), done);
    });
  }

  private async keep({ caller, params, routeOptions }: FastifyRequest, action: AccessAction): Promise<void> {
    const id: unknown = Reflect.get(Object(params), 'id');
    const route = (routeOptions.url ?? '').replace(/:(\w+)/g, '{$1}');
    const what = action === 'DOCUMENT_DOWNLOADED' ? { documentId: String(id) } : { caseId: String(id) };
    const { id: actorId, roles: actorRoles } = caller!;
    await this.access.add({ actorId, actorRoles, action, route, ...what });
  }
}
