import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sampleNotice } from '../../apps/cli/partner.samples.js';
import { PERSON_ROLES } from '../../apps/api/auth/caller.js';
import { homePaths } from '../../apps/standalone/data-home.js';
import { answered, partnerOf, tell } from '../support/partners.js';
import { callerWith, stackHome, stackOf } from '../support/people.js';
import { tryOut, type Trial, type Verdict } from '../support/schemathesis.js';
import { WebhookReceiver } from '../support/webhook.receiver.js';

/** Calls of one operation; more look deeper: `REINSTATE_SCHEMATHESIS_EXAMPLES=1000 npm run jest -- test/partner/schemathesis`. */
const EXAMPLES = Number(process.env['REINSTATE_SCHEMATHESIS_EXAMPLES'] ?? 10);
const SEED = Number(process.env['REINSTATE_SEED'] ?? 20_261_127);
const PARTNER = 'lakala';
/** The systematic phase takes long: it is for the deeper look. */
const PHASES = EXAMPLES > 50 ? ['coverage', 'fuzzing'] : ['fuzzing'];

let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await WebhookReceiver.listen();
});
afterAll(() => receiver.close());

/** Things of the partner that calls can be about. */
async function known(): Promise<Record<string, readonly string[]>> {
  const partner = await partnerOf(PARTNER);
  const notice = sampleNotice(PARTNER, {});
  const { body } = await tell(partner, notice);
  const endpoints = await Promise.all(
    ['/a', '/b', '/c', '/d'].map(async (path) => {
      const endpoint = partner.plain('POST', '/partner/v1/endpoints', { url: receiver.url(path) });
      return (await answered<{ endpointId: string }>(partner, endpoint)).body.endpointId;
    }),
  );
  return {
    'cases.id': [body.caseId],
    'sandbox.id': [body.caseId],
    'endpoints.id': endpoints,
    'signals.signalId': [notice.signalId],
    code: ['M01', 'M02'],
    profile: ['lakala', 'unionpay', 'wechat', 'allinpay', 'ums', 'shengpay'],
  };
}

const CHECKS = [
  'never_fails',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

async function triedOut(prefix: string, settings: Trial['settings'], examples: number): Promise<Verdict> {
  const REINSTATE_KNOWN = JSON.stringify(await known());
  const trial = { url: stackOf().url, prefix, checks: CHECKS, phases: PHASES, examples, seed: SEED };
  return tryOut({ ...trial, settings: { ...settings, REINSTATE_KNOWN } });
}

test('the partner API answers whatever is sent as its document says, and never fails', async () => {
  const key = join(homePaths(stackHome()).partners, PARTNER, 'private.pem');
  const settings = { REINSTATE_PARTNER: PARTNER, REINSTATE_PARTNER_KEY: key };
  const { calls, failures } = await triedOut('/partner/v1', settings, EXAMPLES);
  expect(failures).toBe('');
  expect(calls).toBeGreaterThan(10 * EXAMPLES);
}, 3_600_000);

test.each(['/api/v1', '/audit/v1'])(
  '%s answers whatever is sent as its document says, and never fails',
  async (prefix) => {
    const { token } = await callerWith({ roles: PERSON_ROLES });
    const { calls, failures } = await triedOut(prefix, { REINSTATE_TOKEN: token }, Math.ceil(EXAMPLES / 3));
    expect(failures).toBe('');
    expect(calls).toBeGreaterThan(EXAMPLES);
  },
  3_600_000,
);
