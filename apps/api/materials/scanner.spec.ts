import { expect, test } from '@jest/globals';
import { StandaloneScanner } from './scanner.js';

const TEST_FILE = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const scanner = new StandaloneScanner();

test('the test file of the antivirus trade is found', async () => {
  expect(await scanner.scan(Buffer.from(TEST_FILE))).toEqual({ clean: false, found: 'EICAR-Test-File' });
});

test('the test file is found inside another file', async () => {
  expect(await scanner.scan(Buffer.from(`%PDF-1.4\n${TEST_FILE}\n%%EOF`))).toMatchObject({ clean: false });
});

test('any other file is clean', async () => {
  expect(await scanner.scan(Buffer.from('%PDF-1.4\n%%EOF'))).toEqual({ clean: true });
});
