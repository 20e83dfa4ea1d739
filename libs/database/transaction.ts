import type { DataSource, EntityManager } from 'typeorm';

/** Takes statements of a transaction that nobody waits for: they leave together with its commit. */
export type Lastly = (statement: Promise<unknown>) => void;

/** What happens in a transaction. */
export type Work<T> = (manager: EntityManager, lastly: Lastly) => Promise<T>;

/**
 * TypeORM's `transaction` with fewer ways to the database and back: its beginning leaves together with the first
 * statement, its end with the last ones. Statements are carried out in the order in which they are asked for.
 * @throws whatever `work` or one of its statements throws, after everything was taken back.
 */
export async function inTransaction<T>(database: DataSource, work: Work<T>): Promise<T> {
  const runner = database.createQueryRunner();
  const { manager } = runner;
  try {
    await runner.connect();
    const unanswered: Promise<unknown>[] = [];
    const lastly: Lastly = (statement) => {
      // Whoever waits for it below is told; one that fails before that is not to be taken for forgotten.
      statement.catch(() => undefined);
      unanswered.push(statement);
    };
    lastly(manager.query('START TRANSACTION'));
    try {
      const result = await work(manager, lastly);
      await Promise.all([...unanswered, manager.query('COMMIT')]);
      return result;
    } catch (error) {
      await manager.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  } finally {
    await runner.release();
  }
}
