import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Instant, Turnover } from '#model';
import type { Asks } from './clock.js';

/** The usual turnover of merchants, by case; each handing in is kept. */
export class TurnoverStore {
  constructor(private readonly database: DataSource) {}

  /**
   * As handed in last; undefined when nothing was.
   * @param at instant of the case's own time: what was known by then. Left out, what is known now.
   */
  async of(caseId: string, at?: Instant): Promise<Turnover | undefined> {
    const rows = await this.database.query<{ turnover: Turnover }[]>(
      `SELECT turnover FROM turnover WHERE case_id = $1 AND ($2::timestamptz IS NULL OR known_at <= $2)
       ORDER BY known_at DESC, handed_in_at DESC LIMIT 1`,
      [caseId, at ?? null],
    );
    return rows[0]?.turnover;
  }

  /** @param knownAt case time. */
  async keep(asks: Asks, caseId: string, turnover: Turnover, by: string, knownAt: Instant): Promise<void> {
    await asks.query(
      `INSERT INTO turnover (turnover_id, case_id, turnover, handed_in_by, known_at) VALUES ($1, $2, $3, $4, $5)`,
      [randomUUID(), caseId, JSON.stringify(turnover), by, knownAt],
    );
  }
}
