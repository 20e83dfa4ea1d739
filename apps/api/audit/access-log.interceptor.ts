import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { AccessStore, type AccessAction } from '#database';
import { Answer } from '../requests/answer.js';
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
export class AccessLogInterceptor implements NestInterceptor {
  constructor(private readonly access: AccessStore) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const action = actionOf(request.method, request.routeOptions?.url ?? '');
    if (!action || !request.caller) return next.handle();
    return next.handle().pipe(
      mergeMap(async (found: unknown) => {
        const isRefused = found instanceof Answer && found.isProblem;
        if (!isRefused) await audited('The access log', this.keep(request, action));
        return found;
      }),
    );
  }

  private async keep({ caller, params, routeOptions }: FastifyRequest, action: AccessAction): Promise<void> {
    const id: unknown = Reflect.get(Object(params), 'id');
    const route = (routeOptions.url ?? '').replace(/:(\w+)/g, '{$1}');
    const what = action === 'DOCUMENT_DOWNLOADED' ? { documentId: String(id) } : { caseId: String(id) };
    const { id: actorId, roles: actorRoles } = caller!;
    await this.access.add({ actorId, actorRoles, action, route, ...what });
  }
}
