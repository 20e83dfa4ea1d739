import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import pLimit from 'p-limit';
import type { CommandAnswer, ProvenRefusal } from '#contract';
import { CaseUnavailable, failureOf, isGone, isOutcomeUnknown, isUnknownRun, refusalIn } from './case.failures.js';
import { pauseMs } from './connection.js';

/** What became of a command. GONE: no run of the case takes commands any more. */
export type CommandOutcome =
  | { readonly kind: 'DONE'; readonly answer: CommandAnswer }
  | { readonly kind: 'REFUSED'; readonly refusal: ProvenRefusal }
  | { readonly kind: 'GONE' };

/**
 * Commands of one process under way at once; more wait for their turn here. While more of them wait at Temporal than a
 * worker has pollers for cases it holds, its library polls for no other, and new cases are not opened.
 */
const COMMANDS_AT_ONCE = 24;
/** A command that has no answer after so long, of a case that is stuck perhaps, keeps nobody waiting any more. */
const TURN_MS = 1_000;

/**
 * The calls by which something is said to a case, each with a deadline in milliseconds since 1970.
 * @throws CaseUnavailable when nobody knows by then whether it was heard.
 */
export class CaseCalls {
  private readonly inTurn = pLimit(COMMANDS_AT_ONCE);

  constructor(private readonly client: Client) {}

  /** Sends a signal, once; undefined where it finds no run. */
  async signalled(deadlineMs: number, send: () => Promise<unknown>): Promise<true | undefined> {
    try {
      await this.client.withDeadline(deadlineMs, send);
      return true;
    } catch (error) {
      if (isUnknownRun(error)) return undefined;
      throw failureOf(error);
    }
  }

  /** Sends an update, always under the same id, until it is known what became of it. */
  async settled(deadlineMs: number, send: () => Promise<CommandAnswer>): Promise<CommandOutcome> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return { kind: 'DONE', answer: await this.client.withDeadline(deadlineMs, send) };
      } catch (error) {
        const refusal = refusalIn(error);
        if (refusal) return { kind: 'REFUSED', refusal };
        if (isGone(error)) return { kind: 'GONE' };
        if (!isOutcomeUnknown(error)) throw error;
        if (Date.now() + pauseMs(attempt) >= deadlineMs) throw new CaseUnavailable(error);
      }
      await sleep(pauseMs(attempt));
    }
  }

  /** The same when it is this command's turn. */
  async settledInTurn(deadlineMs: number, send: () => Promise<CommandAnswer>): Promise<CommandOutcome> {
    const { outcome } = await this.inTurn(async () => {
      const outcome = this.settled(deadlineMs, send);
      await Promise.race([outcome.catch(() => undefined), sleep(TURN_MS, undefined, { ref: false })]);
      return { outcome };
    });
    return outcome;
  }
}
