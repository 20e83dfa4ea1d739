import type { Command, Role } from '#model';
import type { RecordedRefusal } from './refusal.store.js';

/** Columns of `refusal` that a {@link RecordedRefusal} is made of. */
export const REFUSAL_COLUMNS = `refusal_id, case_id, at, actor_id, actor_roles, request_id, code, rule_row, seq,
  encode(state_hash, 'hex') AS state_hash, encode(chain_head, 'hex') AS chain_head, decided_at,
  convert_from(command, 'UTF8') AS command, policy_version, calendar_version, rules_revision`;

/** The row pg makes of them. */
export interface RefusalRow {
  readonly refusal_id: string;
  readonly case_id: string | null;
  readonly at: Date;
  readonly actor_id: string;
  readonly actor_roles: Role[];
  readonly request_id: string | null;
  readonly code: string;
  readonly rule_row: string | null;
  readonly seq: number | null;
  readonly state_hash: string | null;
  readonly chain_head: string | null;
  readonly decided_at: Date | null;
  readonly command: string | null;
  readonly policy_version: string | null;
  readonly calendar_version: string | null;
  readonly rules_revision: number | null;
}

export const recordedRefusal = (row: RefusalRow): RecordedRefusal => ({
  refusalId: row.refusal_id,
  at: row.at.toISOString(),
  code: row.code,
  actorId: row.actor_id,
  actorRoles: row.actor_roles,
  row: row.rule_row,
  caseId: row.case_id ?? undefined,
  requestId: row.request_id ?? undefined,
  seq: row.seq ?? undefined,
  stateHash: row.state_hash ?? undefined,
  chainHead: row.chain_head ?? undefined,
  now: row.decided_at?.toISOString(),
  command: row.command === null ? undefined : (JSON.parse(row.command) as Command),
  policyVersion: row.policy_version ?? undefined,
  calendarVersion: row.calendar_version ?? undefined,
  rulesRevision: row.rules_revision ?? undefined,
});
