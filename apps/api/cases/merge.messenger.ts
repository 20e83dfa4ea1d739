import { Injectable } from '@nestjs/common';
import { mergeFactId, mergeFactOf } from '#contract';
import { CaseStore } from '#database';
import { CaseClient } from '#temporal';

const TELL_WITHIN_MS = 1_000;

/** Tells a case that another was merged into it, at once; what this leaves behind the worker does (row 46). */
@Injectable()
export class MergeMessenger {
  constructor(
    private readonly cases: CaseStore,
    private readonly client: CaseClient,
  ) {}

  /** @param sourceCaseId of a case that has just closed as merged. Never fails. */
  async tell(sourceCaseId: string): Promise<void> {
    const source = await this.cases.caseOf(sourceCaseId).catch(() => undefined);
    const target = source?.case.mergedInto;
    if (!source || !target) return;
    const told = await this.cases.eventsOfRequest(target, mergeFactId(sourceCaseId)).catch(() => undefined);
    if (told?.length !== 0) return;
    const fact = mergeFactOf(source.case, source.recordedAt);
    await this.client.tell(target, fact, Date.now() + TELL_WITHIN_MS).catch(() => undefined);
  }
}
