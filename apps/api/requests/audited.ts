import { dependencyUnavailable, Problem } from '../problem/problem.js';

/**
 * Waits for an act to be written down. What cannot be written down does not happen: whatever the database said, the
 * caller gets 503 and may try again.
 * @param ledger what it is written into, as an English subject.
 */
export async function audited<T>(ledger: string, writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (error) {
    throw error instanceof Problem ? error : Object.assign(dependencyUnavailable(ledger), { cause: error });
  }
}
