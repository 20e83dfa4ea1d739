import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { LookupAddress } from 'node:dns';

type Found = (error: Error | null, found: readonly LookupAddress[]) => void;
const lookup = jest.fn<(hostname: string, options: object, done: Found) => void>();
jest.unstable_mockModule('node:dns', () => ({ lookup, default: { lookup } }));
const { AddressRefused, post } = await import('./webhook.post.js');

/** An inside service: whoever reaches it has got through. */
let inside: Server;
let calls: string[] = [];
/** Connections, whatever was said over them: TLS gets nowhere here, but it would have knocked. */
let knocks = 0;
let redirect: string | undefined;

beforeAll(async () => {
  inside = createServer((request, response) => {
    calls.push(`${request.method} ${request.headers.host} ${request.url}`);
    response.writeHead(redirect ? 307 : 204, redirect ? { location: redirect } : {}).end();
  }).listen(0, '127.0.0.1');
  inside.on('connection', () => (knocks += 1));
  await once(inside, 'listening');
});
afterAll(() => void inside.close());
beforeEach(() => {
  [calls, knocks] = [[], 0];
  redirect = undefined;
  lookup.mockReset();
});

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const message = (url: string) => ({ url, headers: {}, body: Buffer.from('{}') });
const leadsTo = (...addresses: readonly string[]): void =>
  void lookup.mockImplementation((_, __, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    ),
  );
const named = (path = '/'): string => `https://hooks.partner.cn:${portOf(inside)}${path}`;

describe('a message to a public name', () => {
  test.each([
    [['127.0.0.1']],
    [['::1']],
    [['::ffff:127.0.0.1']],
    [['10.0.0.8']],
    [['169.254.169.254']],
    [['fd00:ec2::254']],
    [['64:ff9b::7f00:1']],
    [['8.8.8.8', '127.0.0.1']],
    [[]],
  ])('is not sent when the name leads to %j by the time of the call', async (addresses) => {
    leadsTo(...addresses);
    await expect(post(message(named()), [])).rejects.toBeInstanceOf(AddressRefused);
    expect(knocks).toBe(0);
  });

  test('is sent to the address that was looked at: a name that leads elsewhere a moment later is not asked again', async () => {
    const answers = ['2400:3200::1', '127.0.0.1', '127.0.0.1'];
    lookup.mockImplementation((_, __, done) => {
      const address = answers.shift()!;
      done(null, [{ address, family: address.includes(':') ? 6 : 4 }]);
    });
    // Nobody listens there: it fails, and fails without a look at the second answer.
    await expect(post(message(named()), [])).rejects.toThrow();
    expect([lookup.mock.calls.length, knocks]).toEqual([1, 0]);
    // The next try looks anew and refuses what the name leads to by then.
    await expect(post(message(named()), [])).rejects.toBeInstanceOf(AddressRefused);
    expect(knocks).toBe(0);
  }, 20_000);

  test('fails as it is when the name leads nowhere', async () => {
    lookup.mockImplementation((_, __, done) => done(new Error('ENOTFOUND'), []));
    await expect(post(message(named()), [])).rejects.toThrow('ENOTFOUND');
  });
});

describe('a message to an address', () => {
  test.each(['https://127.0.0.1', 'http://127.0.0.1', 'https://localhost', 'https://[::1]', 'https://2130706433'])(
    'is not sent to %s, whatever stood in the record',
    async (host) => {
      await expect(post(message(`${host}:${portOf(inside)}/`), [])).rejects.toBeInstanceOf(AddressRefused);
      expect([knocks, lookup.mock.calls]).toEqual([0, []]);
    },
  );

  test('an operator has named is sent, and a redirect it answers with is an answer and not followed', async () => {
    redirect = `http://127.0.0.1:${portOf(inside)}/inside`;
    const url = `http://127.0.0.1:${portOf(inside)}/hook`;
    await expect(post(message(url), ['127.0.0.1'])).resolves.toBe(307);
    expect(calls).toEqual([`POST 127.0.0.1:${portOf(inside)} /hook`]);
  });
});
