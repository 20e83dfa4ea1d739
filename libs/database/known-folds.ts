import type { ChainHead } from '#audit';
import type { Case } from '#model';

/** About 30 kB each. */
const MOST = 500;

/**
 * Folds of the cases that were lately read or written here, each with the end of the chain it is the fold of. Whoever
 * names that end need not be sent the fold again: another process may have written since, but then the end is another.
 */
export class KnownFolds {
  private readonly folds = new Map<string, { readonly hash: string; readonly folded: Case }>();

  of(caseId: string): { readonly hash: string; readonly folded: Case } | undefined {
    return this.folds.get(caseId);
  }

  keep(caseId: string, { hash }: Pick<ChainHead, 'hash'>, folded: Case): void {
    this.folds.delete(caseId);
    this.folds.set(caseId, { hash, folded });
    if (this.folds.size > MOST) this.folds.delete(this.folds.keys().next().value!);
  }
}
