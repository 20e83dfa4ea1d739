/** What a bundle is checked for, in the order of the checks. */
export const CHECKS = [
  'archive',
  'manifest',
  'checkpoint',
  'log',
  'chain',
  'state',
  'documents',
  'texts',
  'policies',
  'histories',
  'refusals',
  'rules',
  'four-eyes',
] as const;
export type Check = (typeof CHECKS)[number];

/** Something wrong, and where: the first event of the case it concerns, the file it lies in, the byte of the archive. */
export interface Problem {
  readonly check: Check;
  readonly what: string;
  readonly seq?: number;
  readonly file?: string;
  readonly offset?: number;
}

/** What checking has found so far: problems, and how many things each check has looked at. */
export class Findings {
  readonly problems: Problem[] = [];
  readonly counts = new Map<Check, number>();

  add(check: Check, what: string, where: Pick<Problem, 'seq' | 'file' | 'offset'> = {}): void {
    this.problems.push({ check, what, ...where });
  }

  /** So many more things were looked at. */
  looked(check: Check, count = 1): void {
    this.counts.set(check, (this.counts.get(check) ?? 0) + count);
  }

  /** Runs a check; whatever it throws over malformed content is a finding of its own. */
  guard<T>(check: Check, where: Pick<Problem, 'seq' | 'file'>, look: () => T): T | undefined {
    try {
      return look();
    } catch (error) {
      this.add(check, `it cannot be checked: ${error instanceof Error ? error.message : String(error)}`, where);
      return undefined;
    }
  }
}
