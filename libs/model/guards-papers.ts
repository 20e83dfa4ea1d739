import type { Guard } from './guard.js';
import { beijingDay } from './instant.js';
import { fieldsOf, materialOf, missing, notAccepted } from './reading.js';

/** Papers one item may hold over all rounds. */
const MAX_DOCUMENTS = 50;

const judged = ['ACCEPT_MATERIAL', 'REJECT_MATERIAL'] as const;

/** Guards on what a command says of papers. */
export const PAPER_GUARDS = {
  onChecklist: (current, command) => {
    const { code } = fieldsOf(command, 'UPLOAD', 'WAIVE_MATERIAL', ...judged);
    return materialOf(current, code)
      ? undefined
      : ['guard.material-unknown', { checklist: current.materials.map((material) => material.code) }];
  },
  roomForDocument: (current, command) => {
    const documents = materialOf(current, fieldsOf(command, 'UPLOAD').code)?.documents ?? [];
    return documents.length < MAX_DOCUMENTS ? undefined : ['guard.too-many-documents', { max: MAX_DOCUMENTS }];
  },
  uploaded: (current, command) => {
    const material = materialOf(current, fieldsOf(command, ...judged).code);
    return material?.status === 'UPLOADED'
      ? undefined
      : ['guard.material-not-uploaded', { status: material?.status ?? 'NONE' }];
  },
  documentsKnown: (current, command) => {
    const { code, documentIds = [] } = fieldsOf(command, ...judged);
    const known = materialOf(current, code)?.documents.map(({ documentId }) => documentId) ?? [];
    const foreign = documentIds.filter((documentId) => !known.includes(documentId));
    return foreign.length > 0 ? ['guard.document-unknown', { documentIds: foreign }] : undefined;
  },
  /** A paper that is no longer valid today is not accepted; of several documents the newest speaks. */
  stillValid: (current, command, { now }) => {
    const { code, documentIds } = fieldsOf(command, 'ACCEPT_MATERIAL');
    const documents = materialOf(current, code)?.documents ?? [];
    const judgedOnes = documentIds ? documents.filter(({ documentId }) => documentIds.includes(documentId)) : documents;
    const validUntil = judgedOnes.at(-1)?.validUntil;
    return validUntil !== undefined && validUntil < beijingDay(now)
      ? ['guard.document-expired', { validUntil }]
      : undefined;
  },
  measuresHandedIn: (current) => {
    const lacking = missing(current).filter(({ code }) => code.startsWith('R'));
    return lacking.length > 0
      ? ['guard.materials-incomplete', { missing: lacking.map(({ code }) => code) }]
      : undefined;
  },
  waivable: (current, command) => {
    const { code } = fieldsOf(command, 'WAIVE_MATERIAL');
    return notAccepted(current).some((material) => material.code === code)
      ? undefined
      : ['guard.material-not-required'];
  },
  supplementOnChecklist: (current, command) => {
    const unknown = fieldsOf(command, 'REQUEST_SUPPLEMENT').items.filter(({ code }) => !materialOf(current, code));
    return unknown.length > 0 ? ['guard.material-unknown', { unknown: unknown.map(({ code }) => code) }] : undefined;
  },
  acceptedToRecommend: (current, command) => {
    const open = notAccepted(current);
    const approves = fieldsOf(command, 'RECOMMEND').opinion === 'APPROVE';
    return approves && open.length > 0
      ? ['guard.material-not-accepted', { notAccepted: open.map(({ code }) => code) }]
      : undefined;
  },
} as const satisfies Record<string, Guard>;
