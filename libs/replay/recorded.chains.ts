import type { CaseStore, SearchedRow } from '#database';
import type { CaseEvent } from '#model';
import type { RecordedChain, ReplayProblem } from '#temporal';

/** Reads the record of a case as a judge wants it. */
export class RecordedChains {
  constructor(private readonly cases: Pick<CaseStore, 'caseOf' | 'searchedRows'>) {}

  /** The view is read before the rows, so that the head it names lies within them. */
  async of(caseId: string): Promise<RecordedChain> {
    const view = await this.cases.caseOf(caseId);
    const rows = await this.cases.searchedRows(caseId);
    return { rows, head: view?.head ?? null, ...(view && { folded: view.case }), faults: columnFaults(rows) };
  }
}

/** Lists search by columns beside the hashed bytes; an event told differently there is told wrongly. */
export const columnFaults = (rows: readonly SearchedRow[]): readonly ReplayProblem[] =>
  rows.flatMap((row) => {
    const event = eventIn(row);
    const differing = event ? differingColumns(event, row) : [];
    return differing.map((name) => ({
      seq: row.seq,
      what: `column ${name} of event ${row.seq} does not say what its bytes say`,
    }));
  });

/** Undefined for bytes that are no event; the chain tells of those. */
function eventIn({ bytes }: SearchedRow): CaseEvent | undefined {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as CaseEvent;
  } catch {
    return undefined;
  }
}

const differingColumns = (event: CaseEvent, told: SearchedRow): readonly string[] =>
  Object.entries({
    type: told.type === event.type,
    at: told.at.getTime() === Date.parse(event.at),
    actor_id: told.actor_id === event.actor?.id,
    actor_role: told.actor_role === event.actor?.role,
    request_id: told.request_id === event.requestId,
  }).flatMap(([name, same]) => (same ? [] : [name]));
