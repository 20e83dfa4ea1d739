/** Names by which the bare workflow is spoken to. */
export const MESSAGE_UPDATE = 'message';
export const BARE_CASE = 'bareCase';
export const BARE_CASE_WITH_ACTIVITY = 'bareCaseWithActivity';

/** One message of a case, as long as the product's. */
export interface BareMessage {
  readonly body: string;
  readonly answerBytes: number;
  /** The case ends with it. */
  readonly last: boolean;
}

/** Where the case stands, as long as the product's answer. */
export interface BareAnswer {
  readonly seq: number;
  readonly state: string;
  readonly filling: string;
}

/** A message on its way into a row. */
export interface BareRow {
  readonly caseId: string;
  readonly seq: number;
  readonly body: string;
}

/** What the second reference asks of the world outside. */
export interface BareActivities {
  /** Writes one row; may run more than once. */
  writeRow(row: BareRow): Promise<void>;
}
