import type { DataSource } from 'typeorm';
import type { Turnover } from '#model';
import type { Asks } from './clock.js';

/** The usual turnover of merchants, by case. */
export class TurnoverStore {
  constructor(private readonly database: DataSource) {}

  /** As handed in last; undefined when nothing was. */
  async of(caseId: string): Promise<Turnover | undefined> {
    const rows = await this.database.query<{ turnover: Turnover }[]>(
      'SELECT turnover FROM turnover WHERE case_id = $1',
      [caseId],
    );
    return rows[0]?.turnover;
  }

  /** Replaces what was handed in before. */
  async keep(asks: Asks, caseId: string, turnover: Turnover, by: string): Promise<void> {
    await asks.query(
      `INSERT INTO turnover (case_id, turnover, handed_in_by) VALUES ($1, $2, $3)
       ON CONFLICT (case_id) DO UPDATE SET turnover = excluded.turnover, handed_in_by = excluded.handed_in_by,
         handed_in_at = clock_timestamp()`,
      [caseId, JSON.stringify(turnover), by],
    );
  }
}
