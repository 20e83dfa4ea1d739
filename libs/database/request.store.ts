import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { fromMs } from '#model';
import { databaseNow, type Asks } from './clock.js';
import { postgresErrorOf } from './postgres-error.js';
import * as sql from './request.sql.js';
import { inTransaction, type Lastly } from './transaction.js';
import type {
  AskedRequest,
  Ending,
  Outcome,
  Planning,
  Reservation,
  StoredRequest,
  StuckRequest,
} from './request.types.js';

/** How long a process has a request to itself: longer than any request may take. */
const LOCK_MS = 8_000;
const FINISH = { DONE: sql.ANSWER, UNKNOWN: sql.GIVE_UP, NOT_EXECUTED: sql.CLOSE_UNDONE };
const FIRST_LOOK_MS = 25;
const LOOK_AT_MOST_EVERY_MS = 100;

const isTaken = (error: unknown): boolean => postgresErrorOf(error)?.constraint === sql.ONE_A_KEY;

/** Idempotent requests: reserved before anything is done, kept with their outcome. */
export class RequestStore {
  constructor(private readonly database: DataSource) {}

  /**
   * Reserves a request; of any number at once exactly one is `fresh`.
   * @param plan says what a fresh request is going to do, and is asked before it shows whether it is one. It asks through
   * the given manager only; what it writes is committed with the reservation, or neither is when it throws or the key
   * is taken.
   */
  async reserve(asked: AskedRequest, plan?: Planning): Promise<Reservation> {
    try {
      const request = await inTransaction(this.database, (manager, lastly) =>
        this.reserveFresh(manager, lastly, asked, plan),
      );
      return { kind: 'fresh', request };
    } catch (error) {
      if (!isTaken(error)) throw error;
      return this.reserved(asked);
    }
  }

  private async reserveFresh(
    manager: EntityManager,
    lastly: Lastly,
    asked: AskedRequest,
    plan?: Planning,
  ): Promise<StoredRequest> {
    const { actorId, key, route, bodyHash } = asked;
    const requestId = `req_${randomUUID()}`;
    const acceptedAt = asked.acceptedAt ?? fromMs(await databaseNow(manager));
    const planned = await plan?.(manager, { requestId, acceptedAt }, lastly);
    const { caseId = asked.caseId ?? null, command = null, validUntil = null } = planned ?? {};
    const asking = [requestId, actorId, key, route, Buffer.from(bodyHash, 'hex')];
    const doing = [caseId, command && JSON.stringify(command), validUntil];
    lastly(manager.query(sql.RESERVE, [...asking, ...doing, acceptedAt, LOCK_MS]));
    return { requestId, acceptedAt, caseId, command, validUntil };
  }

  private async reserved({ actorId, key, route, bodyHash }: AskedRequest): Promise<Reservation> {
    const asked = [actorId, key, route, Buffer.from(bodyHash, 'hex')];
    const [row] = await this.database.query<sql.KnownRow[]>(sql.KNOWN, asked);
    if (!row) throw new Error('the request is reserved but not to be seen');
    if (!row.same) return { kind: 'mismatch' };
    if (row.status !== null) return { kind: 'done', status: row.status, answer: row.answer };
    const taken = row.free ? await this.takeOver(row.request_id) : undefined;
    return taken ? { kind: 'takeOver', request: taken } : { kind: 'running', requestId: row.request_id };
  }

  private async takeOver(requestId: string): Promise<StoredRequest | undefined> {
    const [[row]] = await this.database.query<[sql.RequestRow[], number]>(sql.TAKE_OVER, [requestId, LOCK_MS]);
    return row && sql.storedRequest(row);
  }

  /**
   * Keeps how a request ended; answers whether this was the ending that stays. An answer stays for ever, UNKNOWN until
   * somebody finds out, NOT_EXECUTED unless its sender is at it again.
   */
  async finish(asks: Asks, requestId: string, ending: Ending): Promise<boolean> {
    const answer = ending.state === 'DONE' ? [ending.status, JSON.stringify(ending.answer)] : [];
    const [, count] = await asks.query<[unknown[], number]>(FINISH[ending.state], [requestId, ...answer]);
    return count === 1;
  }

  /** Waits until another process has answered the request; undefined when it has not within `ms`. */
  async waitFor(requestId: string, ms: number): Promise<Outcome | undefined> {
    const until = Date.now() + ms;
    for (let pause = FIRST_LOOK_MS; ; pause = Math.min(pause * 2, LOOK_AT_MOST_EVERY_MS)) {
      const [row] = await this.database.query<{ status: number | null; answer: unknown }[]>(sql.OUTCOME, [requestId]);
      if (row && row.status !== null) return { status: row.status, answer: row.answer };
      if (Date.now() + pause > until) return undefined;
      await delay(pause);
    }
  }

  /** Requests without outcome whose lock ended longer ago than this, oldest first: for the settler. */
  async stuckOlderThan(ms: number, limit = 100): Promise<StuckRequest[]> {
    const rows = await this.database.query<sql.StuckRow[]>(sql.STUCK, [ms, limit]);
    return rows.map(({ actor_id: actorId, route, state, ...row }) => ({
      ...sql.storedRequest(row),
      actorId,
      route,
      state,
    }));
  }
}
