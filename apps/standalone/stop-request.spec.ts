import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { stopRequest, uttered } from './stop-request.js';

beforeEach(() => void jest.useFakeTimers());

afterEach(() => {
  jest.useRealTimers();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
});

test('the first signal is the wish to stop; its echoes within a second are the same wish; a later one forces', async () => {
  const force = jest.fn();
  const asked = stopRequest(force);
  expect(asked.signal.aborted).toBe(false);
  process.emit('SIGINT');
  process.emit('SIGTERM');
  await uttered(asked);
  expect(force).not.toHaveBeenCalled();
  jest.advanceTimersByTime(1500);
  process.emit('SIGINT');
  expect(force).toHaveBeenCalledTimes(1);
});
