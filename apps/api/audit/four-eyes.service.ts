import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { decisionsOf, type ProvenDecision } from '#audit';
import { CaseStore, InvalidCursor } from '#database';
import { institutionsOf, type CallerIdentity } from '../auth/caller.js';
import { CaseReader } from '../cases/case.reader.js';
import { invalidRequest } from '../problem/problem.js';
import type { fourEyesQuery } from './conformance.schema.js';

/** A case whose events were altered so that nothing can be told of its decisions; a replay says what is wrong with it. */
interface UnreadableCase {
  readonly caseId: string;
  readonly why: string;
}

/** The two persons behind each decision, told by the events alone. */
@Injectable()
export class FourEyesService {
  constructor(
    private readonly reader: CaseReader,
    private readonly cases: CaseStore,
  ) {}

  /** The decisions of one page of cases, sandbox ones too, in the order the cases were opened. */
  async pageOf({ caseId, from, to, limit, cursor }: z.output<typeof fourEyesQuery>, caller: CallerIdentity) {
    const { ids, nextCursor } = await (caseId === undefined
      ? this.casesOf(caller, cursor, limit)
      : this.oneCase(caseId, caller));
    const items: ProvenDecision[] = [];
    const unreadable: UnreadableCase[] = [];
    for (const id of ids) {
      const found = await this.decisionsOf(id);
      if ('why' in found) unreadable.push(found);
      else items.push(...found);
    }
    const within = ({ at }: ProvenDecision): boolean =>
      (from === undefined || at >= from) && (to === undefined || at < to);
    return { cases: ids.length, items: items.filter(within), unreadable, nextCursor };
  }

  private async decisionsOf(caseId: string): Promise<readonly ProvenDecision[] | UnreadableCase> {
    try {
      return decisionsOf(await this.cases.lifeOf(caseId));
    } catch (error) {
      // A gap, or bytes that are no event; a database that is away is no finding.
      if (!(error instanceof RangeError || error instanceof SyntaxError || error instanceof TypeError)) throw error;
      return { caseId, why: error.message };
    }
  }

  private async oneCase(caseId: string, caller: CallerIdentity) {
    await this.reader.recorded(caseId, caller);
    return { ids: [caseId], nextCursor: null };
  }

  private async casesOf(caller: CallerIdentity, cursor: string | undefined, limit: number) {
    const all = { institutions: institutionsOf(caller), sandbox: 'both', sort: 'openedAt' } as const;
    try {
      const { items, nextCursor } = await this.cases.list(all, cursor, limit);
      return { ids: items.map(({ caseId }) => caseId), nextCursor };
    } catch (error) {
      if (!(error instanceof InvalidCursor)) throw error;
      throw invalidRequest([{ pointer: '/cursor', message: 'must be a cursor of an earlier answer' }]);
    }
  }
}
