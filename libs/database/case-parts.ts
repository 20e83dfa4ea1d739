import type { EntityManager } from 'typeorm';
import type { ChainedEvent } from '#audit';
import { messageText, rulesOf, TEMPLATE_VERSION, type Case, type CaseEvent, type FieldsOf } from '#model';
import { prepared } from './prepared.js';

const WRITE_DEADLINES = prepared(
  'INSERT INTO case_deadline',
  `
INSERT INTO case_deadline (case_id, name, owner, status, unit, budget_ms, remaining_ms, due_at, extensions, changed_seq)
SELECT $1, part.*, $3 FROM jsonb_to_recordset($2) AS part(
  name text, owner text, status text, unit text, "budgetMs" bigint, "remainingMs" bigint, "dueAt" timestamptz, extensions int)
ON CONFLICT (case_id, name) DO UPDATE SET owner = excluded.owner, status = excluded.status, unit = excluded.unit,
  budget_ms = excluded.budget_ms, remaining_ms = excluded.remaining_ms, due_at = excluded.due_at,
  extensions = excluded.extensions, changed_seq = excluded.changed_seq`,
);

const WRITE_MATERIALS = prepared(
  'INSERT INTO case_material',
  `
INSERT INTO case_material (case_id, code, requirement, status, round, error_code, document_ids, changed_seq)
SELECT $1, code, requirement, status, round, "errorCode", ARRAY(SELECT held ->> 'documentId' FROM jsonb_array_elements(documents) held), $3
FROM jsonb_to_recordset($2) AS part(
  code text, requirement text, status text, round int, "errorCode" text, documents jsonb)
ON CONFLICT (case_id, code) DO UPDATE SET requirement = excluded.requirement, status = excluded.status,
  round = excluded.round, error_code = excluded.error_code, document_ids = excluded.document_ids,
  changed_seq = excluded.changed_seq`,
);

const WRITE_COMMUNICATIONS = prepared(
  'INSERT INTO communication',
  `
INSERT INTO communication (case_id, communication_id, direction, channel, party, template, template_version, text_zh, text_en,
  text_id, sent_at, delivered_at, starts, changed_seq)
SELECT $1, part.*, $3 FROM jsonb_to_recordset($2) AS part("messageId" text, direction text, channel text, party text,
  template text, "templateVersion" text, "textZh" text, "textEn" text, "textId" text, "sentAt" timestamptz, "deliveredAt" timestamptz, starts text)
ON CONFLICT (case_id, communication_id) DO UPDATE SET delivered_at = excluded.delivered_at,
  changed_seq = excluded.changed_seq`,
);

const ATTACH_DOCUMENTS = `
UPDATE document SET state = 'ATTACHED' WHERE case_id = $1 AND document_id = ANY($2)`;

/** Rewrites the orthogonal parts of a case the events touched, as they stand after the last of them. */
export function writeParts(manager: EntityManager, next: Case, fresh: readonly ChainedEvent[]): Promise<unknown>[] {
  const events = fresh.map(({ event }) => event);
  const touched = touchedBy(events);
  const write = (sql: string, parts: readonly unknown[]): Promise<unknown>[] =>
    parts.length === 0 ? [] : [manager.query(sql, [next.caseId, JSON.stringify(parts), next.seq])];
  const uploads = events.flatMap(uploadOf);
  return [
    ...write(
      WRITE_DEADLINES,
      next.deadlines.filter(({ name }) => touched('deadlines', name)),
    ),
    ...write(
      WRITE_MATERIALS,
      next.materials.filter(({ code }) => touched('materials', code)),
    ),
    ...write(WRITE_COMMUNICATIONS, [
      ...next.messages
        .filter(({ messageId }) => touched('messages', messageId))
        .map((message) => asMessage(next, message)),
      ...events.flatMap(logged),
    ]),
    ...(uploads.length === 0 ? [] : [manager.query(ATTACH_DOCUMENTS, [next.caseId, uploads])]),
  ];
}

/** Which elements of the keyed lists the events name. */
function touchedBy(events: readonly CaseEvent[]) {
  const keys = new Set<string>();
  for (const {
    payload: { changes },
  } of events) {
    for (const { name } of changes.deadlines ?? []) keys.add(`deadlines:${name}`);
    for (const { code } of changes.materials ?? []) keys.add(`materials:${code}`);
    for (const { messageId } of changes.messages ?? []) keys.add(`messages:${messageId}`);
  }
  return (list: 'deadlines' | 'materials' | 'messages', key: string): boolean => keys.has(`${list}:${key}`);
}

function asMessage(current: Case, message: Case['messages'][number]) {
  const { zh, en } = messageText(current, message, rulesOf(current));
  const starts = message.starts?.join(' ') ?? null;
  const told = { direction: 'OUT', party: 'MERCHANT', templateVersion: TEMPLATE_VERSION, textZh: zh, textEn: en };
  return { ...message, ...told, starts };
}

function uploadOf({ type, payload }: CaseEvent): readonly string[] {
  return type === 'UPLOAD' ? [(payload.fields as FieldsOf<'UPLOAD'>).documentId] : [];
}

/** A communication somebody logged. */
function logged({ type, seq, at, payload }: CaseEvent) {
  if (type !== 'LOG_COMMUNICATION') return [];
  const { direction, channel, party, summary, at: when } = payload.fields as FieldsOf<'LOG_COMMUNICATION'>;
  return [{ messageId: `logged:${seq}`, direction, channel, party, textId: summary.textId, sentAt: when ?? at }];
}
