import type { DataSource } from 'typeorm';
import type { ChainRow } from '#audit';
import type { CaseStore } from '#database';
import type { CaseEvent } from '#model';
import type { RecordedChain, ReplayProblem } from '#temporal';

interface SearchColumns {
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly actor_id: string;
  readonly actor_role: string;
  readonly request_id: string;
}

const COLUMNS =
  'SELECT seq, type, at, actor_id, actor_role, request_id FROM case_event WHERE case_id = $1 ORDER BY seq';

/** Reads the record of a case as a judge wants it. */
export class RecordedChains {
  constructor(
    private readonly cases: CaseStore,
    private readonly database: DataSource,
  ) {}

  private async rowsOf(caseId: string): Promise<readonly ChainRow[]> {
    const rows: ChainRow[] = [];
    for await (const row of this.cases.chainRows(caseId)) rows.push(row);
    return rows;
  }

  /** The view is read before the rows, so that the head it names lies within them. */
  async of(caseId: string): Promise<RecordedChain> {
    const view = await this.cases.caseOf(caseId);
    const [rows, columns] = await Promise.all([
      this.rowsOf(caseId),
      this.database.query<SearchColumns[]>(COLUMNS, [caseId]),
    ]);
    return { rows, head: view?.head ?? null, ...(view && { folded: view.case }), faults: columnFaults(rows, columns) };
  }
}

/** Lists search by columns beside the hashed bytes; an event told differently there is told wrongly. */
export function columnFaults(rows: readonly ChainRow[], columns: readonly SearchColumns[]): readonly ReplayProblem[] {
  const events = new Map(rows.map((row) => [row.seq, eventIn(row)]));
  return columns.flatMap((told) => {
    const event = events.get(told.seq);
    const differing = event ? differingColumns(event, told) : [];
    return differing.map((name) => ({
      seq: told.seq,
      what: `column ${name} of event ${told.seq} does not say what its bytes say`,
    }));
  });
}

/** Undefined for bytes that are no event; the chain tells of those. */
function eventIn({ bytes }: ChainRow): CaseEvent | undefined {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as CaseEvent;
  } catch {
    return undefined;
  }
}

const differingColumns = (event: CaseEvent, told: SearchColumns): readonly string[] =>
  Object.entries({
    type: told.type === event.type,
    at: told.at.getTime() === Date.parse(event.at),
    actor_id: told.actor_id === event.actor?.id,
    actor_role: told.actor_role === event.actor?.role,
    request_id: told.request_id === event.requestId,
  }).flatMap(([name, same]) => (same ? [] : [name]));
