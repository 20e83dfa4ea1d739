import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { WRITE_ROW, WRITE_STATE } from './rows.js';
import { timed, type Exchange, type Parts, type Target } from './target.js';

/** What no durable answer comes below: one transaction a message, its row and the new state. */
export class FloorTarget implements Target {
  readonly name = 'floor';
  readonly putsOffMs = 0;

  constructor(
    readonly parts: Parts,
    private readonly pool: Pool,
    private readonly exchanges: readonly Exchange[],
  ) {}

  async runCase(): Promise<readonly number[]> {
    const caseId = randomUUID();
    const taken: number[] = [];
    for (const [index, { body }] of this.exchanges.entries())
      taken.push((await timed(() => this.commit(caseId, index + 1, body)))[0]);
    return taken;
  }

  private async commit(caseId: string, seq: number, body: string): Promise<void> {
    const connection = await this.pool.connect();
    try {
      await connection.query('BEGIN');
      await connection.query(WRITE_ROW, [caseId, seq, body]);
      await connection.query(WRITE_STATE, [caseId, seq, 'OPEN']);
      await connection.query('COMMIT');
    } finally {
      connection.release();
    }
  }
}
