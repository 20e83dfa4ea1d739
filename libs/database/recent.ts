/** What was lately read or written of cases, by their ids; the oldest makes room. */
export class Recent<T> {
  private readonly kept = new Map<string, T>();

  constructor(private readonly most: number) {}

  of(caseId: string): T | undefined {
    return this.kept.get(caseId);
  }

  keep(caseId: string, value: T): void {
    this.kept.delete(caseId);
    this.kept.set(caseId, value);
    if (this.kept.size > this.most) this.kept.delete(this.kept.keys().next().value!);
  }
}
