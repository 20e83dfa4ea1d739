import { expect, test } from '@jest/globals';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { RateLimit } from './rate.limits.js';

const LIMIT = 200;
const shared = () => new RateLimiterMemory({ points: LIMIT, duration: 60 });
const away = { penalty: () => Promise.reject(new Error('the database is away')) };

/** Asks until it is refused, each process in turn; gives how often each was let through, and the refusal. */
async function spent(processes: readonly RateLimit[], id: string) {
  for (let asked = 0; ; asked += 1) {
    const answer = await processes[asked % processes.length]!.spend(id).then(
      () => undefined,
      (problem: unknown) => problem,
    );
    if (answer !== undefined) return { asked, answer };
  }
}

test('a caller is refused beyond its limit and told when to go on; another is not', async () => {
  const limit = new RateLimit(LIMIT, shared());
  const { asked, answer } = await spent([limit], 'lakala');
  expect(asked).toBe(LIMIT);
  expect(answer).toMatchObject({ status: 429, code: 'rate.limited', headers: { 'retry-after': expect.any(String) } });
  const { headers } = answer as { readonly headers: Readonly<Record<string, string>> };
  expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(1);
  expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
  await expect(limit.spend('allinpay')).resolves.toBeUndefined();
});

test('several processes count together, to a hundredth of the limit in each', async () => {
  const all = shared();
  const { asked } = await spent([new RateLimit(LIMIT, all), new RateLimit(LIMIT, all), new RateLimit(LIMIT, all)], 'a');
  expect(asked).toBeGreaterThanOrEqual(LIMIT);
  expect(asked).toBeLessThanOrEqual(LIMIT * 1.1);
});

test('while the count of all is away each process limits by itself', async () => {
  const processes = [new RateLimit(LIMIT, away), new RateLimit(LIMIT, away)];
  expect((await spent(processes, 'a')).asked).toBe(2 * LIMIT);
});
