import { beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { CaseDriver, good } from '../support/case.driver.js';
import { JPEG, PDF, PNG } from '../support/files.js';
import type { HandedFile } from '../support/http.js';
import { aNotice } from '../support/notices.js';
import { callerWith, peopleOf, type People } from '../support/people.js';

let people: People;
let driver: CaseDriver;

beforeAll(async () => {
  people = await peopleOf();
  driver = await CaseDriver.open(people, aNotice());
  await driver.askForPapers();
});

const fileOf = (text: string, name = 'paper.png', type = 'image/png'): HandedFile => ({
  bytes: Uint8Array.from(Buffer.from(text, 'latin1')),
  name,
  type,
});
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

describe('a paper', () => {
  test.each([
    ['a PNG', PNG],
    ['a JPEG', JPEG],
    ['a PDF', PDF],
  ] as const)('is taken as %s by its content, and comes back byte for byte', async (_, file) => {
    const { documentId, sha256 } = good(await people.intake.upload(driver.caseId, 'M03', file));
    expect(sha256).toBe(createHash('sha256').update(file.bytes).digest('hex'));
    const { status, headers, body } = await people.reviewer.download(documentId);
    expect([status, Buffer.compare(body, Buffer.from(file.bytes))]).toEqual([200, 0]);
    expect([
      headers.get('content-disposition')?.startsWith('attachment'),
      headers.get('x-content-type-options'),
    ]).toEqual([true, 'nosniff']);
  });

  test.each([
    ['a script in a picture’s name', fileOf('<html><script>alert(1)</script></html>'), 415],
    [
      'a drawing with a script',
      fileOf('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'a.svg', 'image/svg+xml'),
      415,
    ],
    ['a program', fileOf('MZ\x90\x00\x03', 'a.pdf', 'application/pdf'), 415],
    [
      'a picture with a page behind it',
      { ...PNG, bytes: Uint8Array.from([...PNG.bytes, ...Buffer.from('<script>x</script>')]) },
      415,
    ],
  ] as const)('is refused as %s', async (_, file, status) => {
    const answer = await people.intake.upload(driver.caseId, 'M05', file);
    expect([answer.status === status || answer.status === 422, answer.body.code]).toEqual([true, expect.any(String)]);
    expect((await driver.view()).materials.find(({ code }) => code === 'M05')?.status).toBe('REQUESTED');
  });

  test('is refused when it carries the test virus', async () => {
    const infected = {
      ...PDF,
      bytes: Uint8Array.from(Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.from(EICAR), Buffer.from('\n%%EOF\n')])),
    };
    const { status } = await people.intake.upload(driver.caseId, 'M05', infected);
    expect(status === 422 || status === 415).toBe(true);
  });

  test('is refused beyond ten mebibytes', async () => {
    const big = { ...PNG, bytes: new Uint8Array(11 * 1024 * 1024) };
    expect(await people.intake.upload(driver.caseId, 'M05', big)).toMatchObject({
      status: 413,
      body: { code: 'body.too-large' },
    });
  });

  test('is not to be had by another institution', async () => {
    const { documentId } = good(await people.intake.upload(driver.caseId, 'M08', PNG));
    const stranger = await callerWith({ roles: ['REVIEWER'], institutions: ['99999999'] });
    expect((await stranger.download(documentId)).status).toBe(404);
    expect((await stranger.get(driver.path)).status).toBe(404);
  });

  test('handed in twice under one key is one document', async () => {
    const [first, again] = [
      await people.intake.upload(driver.caseId, 'M12', PNG, 'paper-once'),
      await people.intake.upload(driver.caseId, 'M12', PNG, 'paper-once'),
    ];
    expect(again.body.documentId).toBe(first.body.documentId);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });
});
