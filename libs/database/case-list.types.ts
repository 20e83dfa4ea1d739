import type { Instant, Issuer, ReasonCode, State } from '#model';

/** Orders of a list; a minus sign turns one round. Cases with nothing due come last in `dueAt`. */
export const CASE_SORTS = [
  'dueAt',
  '-dueAt',
  'priority',
  '-priority',
  'openedAt',
  '-openedAt',
  'updatedAt',
  '-updatedAt',
] as const;
export type CaseSort = (typeof CASE_SORTS)[number];

/** What a list is narrowed to. Members left out narrow nothing, but sandbox cases are shown only when asked for. */
export interface CaseFilters {
  /** Institutions the asker may see; `*` for all. */
  readonly institutions: readonly string[] | '*';
  readonly queue?: string;
  readonly state?: string;
  readonly reason?: string;
  readonly institution?: string;
  readonly assignee?: string;
  readonly overdue?: boolean;
  readonly priority?: number;
  /** The whole case id, or the beginning of a merchant or notice number. */
  readonly q?: string;
  readonly sandbox?: boolean | 'both';
  /** Cases that wait to be started again from the record, or all but those. */
  readonly frozen?: boolean;
  /** `dueAt` unless said. */
  readonly sort?: CaseSort;
}

/** One case in a list. Instants are case time. */
export interface CaseItem {
  readonly caseId: string;
  readonly seq: number;
  readonly state: State;
  readonly queue: string;
  readonly reasons: readonly ReasonCode[];
  readonly institutionCode: string;
  readonly merchantNo: string;
  readonly noticeNo: string;
  readonly issuer: Issuer;
  readonly assignee: string | null;
  readonly priority: number;
  readonly sandbox: boolean;
  readonly overdue: boolean;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly nextDueAt: Instant | null;
  /** `nextDueAt` by the wall clock: without the sandbox offset. */
  readonly dueReal: Instant | null;
  readonly policyVersion: string;
  /** The database's clock. */
  readonly updatedAt: Instant;
}

export interface CasePage {
  readonly items: readonly CaseItem[];
  /** For the next call; null on the last page. */
  readonly nextCursor: string | null;
}

/** The cursor was not given out for this list and order. */
export class InvalidCursor extends Error {
  constructor() {
    super('the cursor does not belong to this list');
    this.name = 'InvalidCursor';
  }
}
