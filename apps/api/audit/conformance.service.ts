import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { CaseStore, ProcessMapStore, type ProcessMap } from '#database';
import { conformanceOf, STEP_VERDICTS } from '#model';
import { institutionsOf, type CallerIdentity } from '../auth/caller.js';
import { CaseReader } from '../cases/case.reader.js';
import { rulesFor } from '../cases/case.view.js';
import type { mapQuery } from './conformance.schema.js';

/** Which ways cases have gone, and whether each was theirs to go. */
@Injectable()
export class ConformanceService {
  constructor(
    private readonly reader: CaseReader,
    private readonly cases: CaseStore,
    private readonly maps: ProcessMapStore,
  ) {}

  /** The path of a case, step by step. */
  async pathOf(caseId: string, caller: CallerIdentity) {
    const { case: current, head } = await this.reader.recorded(caseId, caller);
    const events = (await this.cases.lifeOf(caseId)).filter(({ seq }, place) => seq === place + 1 && seq <= head.seq);
    const steps = conformanceOf(events, rulesFor);
    const counts = Object.fromEntries(
      STEP_VERDICTS.map((verdict) => [verdict, steps.filter((step) => step.verdict === verdict).length]),
    );
    const isWhole = events.length === head.seq;
    const isSound = !steps.some(({ findings }) =>
      findings.some(({ verdict }) => verdict === 'IMPOSSIBLE' || verdict === 'SKIPPED'),
    );
    const { policyVersion } = current;
    const conforms = isWhole && isSound;
    return { caseId, seq: head.seq, policyVersion, conforms, comparedSeq: events.length, counts, steps };
  }

  /** The map of the cases the caller sees. */
  mapOf({ sandbox, ...filters }: z.output<typeof mapQuery>, caller: CallerIdentity): Promise<ProcessMap> {
    const shown = sandbox === 'both' ? 'both' : sandbox === 'true';
    return this.maps.mapOf({ ...filters, sandbox: shown, institutions: institutionsOf(caller) });
  }
}
