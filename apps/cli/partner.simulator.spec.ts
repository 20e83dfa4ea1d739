import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  BRANCH_LIST,
  headerLines,
  isProblem,
  isRefused,
  PROFILES,
  readPickup,
  readSignal,
  SAMPLE_MERCHANTS,
  verifyPlain,
  type PartnerKey,
  type PartnerProfile,
  type RawRequest,
} from '#partner';
import { noticeSchema } from '../api/notices/notice.schema.js';
import { keepPartnerKeys, standaloneKeys, standaloneSigners } from '../standalone/partner-keys.js';
import { sampleList, sampleNotice, signalOf } from './partner.samples.js';
import { PartnerSimulator } from './partner.simulator.js';

let [folder, url]: [string, string] = ['', ''];
let keys: readonly PartnerKey[] = [];
let receiver: Server;

const now = (): string => new Date().toISOString();

function readNative(profile: PartnerProfile, raw: RawRequest) {
  const verdict = profile.verify(raw, keys, now());
  return isRefused(verdict) ? verdict : profile.toSignals(verdict.content, (theirNo) => SAMPLE_MERCHANTS[theirNo]);
}

function readPlain(raw: RawRequest) {
  const verdict = verifyPlain(raw, keys, now());
  return isRefused(verdict) ? verdict : readSignal(JSON.parse(Buffer.from(raw.body).toString('utf8')));
}

/** Takes what a simulator sends as the api will: verified from the raw bytes before anything else. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulators-'));
  await keepPartnerKeys(folder);
  keys = await standaloneKeys(folder);
  receiver = createServer((request, response) => {
    void buffer(request).then((body) => {
      const { method = '', url: path = '', rawHeaders } = request;
      const raw = { method, path, headers: headerLines(rawHeaders), body };
      const profile = PROFILES[/^\/partner\/v1\/native\/(\w+)$/.exec(path)?.[1] ?? ''];
      const read = profile ? readNative(profile, raw) : readPlain(raw);
      if (isRefused(read)) return response.writeHead(401).end(read.why);
      return response.writeHead(isProblem(read) ? 400 : 200).end(JSON.stringify(read));
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
});

afterAll(async () => {
  receiver.close();
  await rm(folder, { recursive: true });
});

const simulator = async (code: string) => new PartnerSimulator(code, url, await standaloneSigners(folder, code));

describe.each(Object.keys(PROFILES))('the simulator of %s', (code) => {
  test('sends a notice in the partner’s own format, which opens and is a notice of the contract', async () => {
    const sent = await simulator(code);
    const notice = sampleNotice(code, {});
    const { status, body } = await sent.send(sent.native(notice));
    expect([status, body]).toEqual([200, expect.any(String)]);
    const { signals } = JSON.parse(body) as { signals: { noticeNo: string; payload: unknown }[] };
    expect(signals[0]?.noticeNo).toBe(notice.noticeNo);
    expect(noticeSchema.safeParse(signals[0]?.payload).error?.issues ?? []).toEqual([]);
  });

  test('sends a signal over the plain API', async () => {
    const sent = await simulator(code);
    const signal = signalOf('TERMINAL.REINSTATED', '{"terminalNo":"47781282"}', { notice: 'N-1' });
    const { status, body } = await sent.send(sent.plain('POST', '/partner/v1/signals?x=1', signal));
    expect([status, JSON.parse(body)]).toEqual([200, { ...signal }]);
  });
});

test('a sample list of a branch is read line by line', () => {
  const { lines, problems } = readPickup(Buffer.from(sampleList(4)), BRANCH_LIST, new Date().toISOString());
  expect(problems).toEqual([]);
  const notices = lines.map(({ result }) => (isProblem(result) ? result : result.signal.payload));
  expect(notices.map((notice) => noticeSchema.safeParse(notice).success)).toEqual([true, true, true, true]);
});

test('an event type nobody knows is said to be so', () => {
  expect(() => signalOf('NO.SUCH', '{}', {})).toThrow(/no event type/);
});
