import type { FastifyRequest } from 'fastify';
import { PERSON_COMMANDS } from '#model';

/** Commands that have an address of their own. */
const BY_ROUTE: readonly (readonly [end: string, command: string])[] = [
  ['/documents', 'UPLOAD'],
  ['/notices', 'NOTICE_INGESTED'],
  ['/clock/advance', 'ADVANCE_CLOCK'],
  ['/resume', 'RESUME'],
];

/** The command a request carries, wherever it comes in; undefined where it carries none. */
export function commandIn({ method, body, routeOptions: { url = '' } }: FastifyRequest): string | undefined {
  if (method !== 'POST') return undefined;
  const ofRoute = BY_ROUTE.find(([end]) => url.endsWith(end))?.[1];
  if (ofRoute) return ofRoute;
  const command: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'command') : undefined;
  return typeof command === 'string' && Object.hasOwn(PERSON_COMMANDS, command) ? command : undefined;
}
