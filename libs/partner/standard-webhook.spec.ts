import { expect, test } from '@jest/globals';
import { newWebhookSecret, signWebhook } from './standard-webhook.js';

/** The vector of the Standard Webhooks libraries. */
const VECTOR = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  message: { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestampS: 1614265330, body: '{"test": 2432232314}' },
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

test('a message is signed as Standard Webhooks signs it', () => {
  expect(signWebhook(VECTOR.message, [VECTOR.secret])).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': VECTOR.signature,
  });
});

test('while one secret replaces another a message carries a signature of both', () => {
  const next = newWebhookSecret();
  const { 'webhook-signature': both } = signWebhook(VECTOR.message, [VECTOR.secret, next]);
  const { 'webhook-signature': second } = signWebhook(VECTOR.message, [next]);
  expect(both).toBe(`${VECTOR.signature} ${second}`);
});

test('a new secret has the 24 to 64 bytes the specification asks for, and never the same', () => {
  expect(Buffer.from(newWebhookSecret().slice('whsec_'.length), 'base64')).toHaveLength(32);
  expect(newWebhookSecret()).not.toBe(newWebhookSecret());
});
