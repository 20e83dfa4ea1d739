import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { span, Status } from './status.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('work that takes long says every two seconds how long it has been going on', async () => {
  const out = new PassThrough();
  const work = new Promise<string>((resolve) => setTimeout(() => resolve('done'), 5000));
  const shown = new Status(out).during('Temporal server', 'building', work);
  jest.advanceTimersByTime(5000);
  await expect(shown).resolves.toBe('done');
  jest.advanceTimersByTime(5000);
  expect(String(out.read())).toBe('Temporal server: building, 2 s …\nTemporal server: building, 4 s …\n');
});

test('spans are said in minutes and seconds', () => {
  expect([span(1900), span(59_000), span(70_000)]).toEqual(['2 s', '59 s', '1 m 10 s']);
});
