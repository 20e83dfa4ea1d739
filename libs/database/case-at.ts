import { evolve, type Case, type CaseEvent, type Instant } from '#model';
import type { Asks } from './clock.js';

/** Cases as they were at an instant of their own time: the fold of what had happened by then. One not opened yet is not among them. */
export async function casesAt(asks: Asks, caseIds: readonly string[], at: Instant): Promise<ReadonlyMap<string, Case>> {
  const cases = new Map<string, Case>();
  if (caseIds.length === 0) return cases;
  const rows = await asks.query<{ case_id: string; bytes: Buffer }[]>(
    `SELECT case_id, bytes FROM case_event WHERE case_id = ANY($1) AND at <= $2 ORDER BY case_id, seq`,
    [caseIds, at],
  );
  for (const { case_id: caseId, bytes } of rows) {
    cases.set(caseId, evolve(cases.get(caseId), JSON.parse(bytes.toString('utf8')) as CaseEvent));
  }
  return cases;
}
