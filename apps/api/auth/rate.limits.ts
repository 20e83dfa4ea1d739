import { Inject, Injectable } from '@nestjs/common';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import type { Config } from '#config';
import { Problem } from '../problem/problem.js';
import { CONFIG } from '../settings.js';

const WINDOW_S = 60;
/** A process tells the others of its callers' requests by the hundredth of a limit: so much may slip through in each. */
const PARTS = 100;

/** How often one kind of caller may ask in a minute. */
export class RateLimit {
  private readonly own: RateLimiterAbstract;
  private readonly untold = new Map<string, number>();
  private readonly part: number;

  /** @param shared counts for all processes; while it does not answer each process limits by what it has seen itself. */
  constructor(
    private readonly limit: number,
    private readonly shared: Pick<RateLimiterAbstract, 'penalty'>,
  ) {
    this.own = new RateLimiterMemory({ points: limit, duration: WINDOW_S });
    this.part = Math.max(1, Math.floor(limit / PARTS));
  }

  /**
   * Counts a request of a caller known to be genuine. Nobody waits for the count of all: whoever is over it is stopped a
   * moment later, until its minute ends.
   * @throws Problem `rate.limited`.
   */
  async spend(id: string): Promise<void> {
    try {
      await this.own.consume(id);
    } catch (spent) {
      throw spent instanceof RateLimiterRes ? limited(spent.msBeforeNext) : spent;
    }
    this.tell(id);
  }

  private tell(id: string): void {
    const untold = (this.untold.get(id) ?? 0) + 1;
    this.untold.set(id, untold % this.part);
    if (untold < this.part) return;
    this.shared.penalty(id, untold).then(
      ({ consumedPoints, msBeforeNext }) =>
        consumedPoints < this.limit ? undefined : this.own.block(id, Math.max(1, Math.ceil(msBeforeNext / 1_000))),
      () => undefined,
    );
  }
}

/** Limits of partners and of persons, counted together by all api processes. */
@Injectable()
export class RateLimits {
  readonly partner: RateLimit;
  readonly person: RateLimit;

  constructor(database: DataSource, @Inject(CONFIG) { RATE_LIMIT_PARTNER, RATE_LIMIT_PERSON }: Config) {
    const limitOf = (keyPrefix: string, points: number): RateLimit =>
      new RateLimit(
        points,
        new RateLimiterPostgres({
          storeClient: database,
          storeType: 'typeorm',
          tableName: 'rate_limit',
          tableCreated: true,
          keyPrefix,
          points,
          duration: WINDOW_S,
        }),
      );
    this.partner = limitOf('partner', RATE_LIMIT_PARTNER);
    this.person = limitOf('person', RATE_LIMIT_PERSON);
  }
}

function limited(msLeft: number): Problem {
  const seconds = Math.max(1, Math.ceil(msLeft / 1_000));
  return new Problem('rate.limited', {
    detail: `You have sent more requests than you may in a minute. Go on after ${seconds} s, a change with the same Idempotency-Key.`,
    detailZh: `您一分钟内的请求数已达上限,请在 ${seconds} 秒后继续;变更类请求请沿用同一 Idempotency-Key。`,
    headers: { 'retry-after': String(seconds) },
  });
}
