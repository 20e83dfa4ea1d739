import { mergeFactOf } from '#contract';
import type { CaseStore, NeighbourStore, UntoldMerge } from '#database';
import type { CaseClient } from '#temporal';
import type { Loop } from './loop.js';

/** The api tells the target itself, within its five seconds; what is older was left behind. */
const LEFT_BEHIND_MS = 6_000;
const TELL_LIMIT_MS = 5_000;

/** Tells cases of others that were merged into them, where the sender did not live to do so. */
export function mergeLoop(client: CaseClient, neighbours: NeighbourStore, cases: CaseStore): Loop {
  /** Their target is over and hears nothing any more; the merged case itself can be applied for again. */
  const unheard = new Set<string>();
  const tell = async ({ sourceCaseId, targetCaseId }: UntoldMerge): Promise<void> => {
    const source = await cases.caseOf(sourceCaseId);
    if (!source) return;
    const fact = mergeFactOf(source.case, source.recordedAt);
    if (!(await client.tell(targetCaseId, fact, Date.now() + TELL_LIMIT_MS))) await giveUp(sourceCaseId, targetCaseId);
  };
  const giveUp = async (sourceCaseId: string, targetCaseId: string): Promise<void> => {
    const target = await cases.caseOf(targetCaseId);
    if (target?.case.closedAt) unheard.add(sourceCaseId);
  };
  const round = async (): Promise<void> => {
    const untold = await neighbours.untoldMerges(LEFT_BEHIND_MS);
    for (const merge of untold) if (!unheard.has(merge.sourceCaseId)) await tell(merge);
  };
  return { name: 'merge', everyMs: 5_000, round };
}
