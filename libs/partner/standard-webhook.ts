import { createHmac, randomBytes } from 'node:crypto';

/** The headers of Standard Webhooks 1.0.0. */
export type WebhookHeaders = Readonly<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>>;

/** A new secret to share with a receiver: 32 random bytes. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/**
 * Signs an outgoing message by Standard Webhooks (symmetric, `v1`): HMAC-SHA256 over `id.timestamp.body`.
 * @param message `id` the same on every try; `body` exactly the bytes that are sent.
 * @param secrets each as `whsec_…`; while one replaces another the message carries a signature of both.
 */
export function signWebhook(
  { id, timestampS, body }: { readonly id: string; readonly timestampS: number; readonly body: string },
  secrets: readonly string[],
): WebhookHeaders {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestampS}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': String(timestampS), 'webhook-signature': signatures.join(' ') };
}
