export { openDatabase, databaseOptions, type DatabaseConfig } from './data-source.js';
export { migrate } from './migrate.js';
export { APP_ROLE, AUDITOR_ROLE, type RolePasswords } from './roles.js';
export { ENTITIES } from './entities.js';
export { databaseNow, type Asks } from './clock.js';
export { STORES } from './stores.js';
export { RecordConflict, type RecordedEvent } from './record.js';
export { CaseStore, type Also, type RecordedCase, type SearchedRow } from './case.store.js';
export { NOTHING_HELD, type Held, type WriteResult } from './case-write.js';
export {
  CASE_SORTS,
  InvalidCursor,
  type CaseFilters,
  type CaseItem,
  type CasePage,
  type CaseSort,
} from './case-list.types.js';
export { CaseRefStore, type Claim, type NoticeLine, type UnstartedCase } from './case-ref.store.js';
export { RequestStore } from './request.store.js';
export type {
  Accepted,
  AskedRequest,
  Ending,
  Outcome,
  Planning,
  RequestPlan,
  Reservation,
  StoredRequest,
  StuckRequest,
} from './request.types.js';
export { RefusalStore, type AnsweredRefusal, type RecordedRefusal, type RefusalFilters } from './refusal.store.js';
export { ArchiveAltered, RunStore, type ArchivedRun, type ArchiveState, type RecordedRun } from './run.store.js';
export { ReplayRunStore } from './replay-run.store.js';
export type {
  CaseVerdict,
  FoundProblem,
  LeasedCase,
  NewReplayRun,
  PlacedVerdict,
  ReplayFigures,
  ReplayOutcome,
  ReplayRun,
  ReplayRunState,
  ReplayScope,
} from './replay-run.types.js';
export { NeighbourStore, type MergeTarget, type UntoldMerge } from './neighbour.store.js';
export { WatchStore } from './watch.store.js';
export type { Freeze, FreezeCause, ResumeProposal, SeenRun, WatchedCase } from './watch.types.js';
export { CheckpointStore } from './checkpoint.store.js';
export { openCheckpointSigner, type CheckpointSigner } from './checkpoint.signer.js';
export { openCheckpointCopy, type CheckpointCopy } from './checkpoint.copy.js';
export {
  ACCESS_ACTIONS,
  AccessStore,
  type Access,
  type AccessAction,
  type AccessFilters,
  type RecordedAccess,
} from './access.store.js';
export { RevealStore, type RecordedReveal, type Reveal, type RevealFilters } from './reveal.store.js';
export { ProcessMapStore, type ProcessMap, type ProcessMapFilters } from './process-map.store.js';
export type { LedgerFilters, LedgerPage } from './ledger.js';
export { movesOf, type Move } from './case-moves.js';
export { DocumentStore, type RecordedDocument, type StoredDocument } from './document.store.js';
export { ExpiringPaperStore } from './expiring-paper.store.js';
export { Vault, VaultError, subjectKey, type Subject } from './vault.js';
export { openDocumentStorage, type DocumentStorage } from './document.storage.js';
export { DocumentAltered, DocumentMissing } from './content-key.js';
export { CommunicationStore, type OpenMessage } from './communication.store.js';
export { inTransaction, type Lastly } from './transaction.js';
export { TurnoverStore } from './turnover.store.js';
export { PartnerStore, type StoredKey, type StoredOwnership } from './partner.store.js';
export { InboxStore } from './inbox.store.js';
export {
  NonceUsed,
  type ReceivedSignal,
  type Settlement,
  type SignalFinding,
  type SignalState,
  type StoredSignal,
} from './inbox.types.js';
export { AlarmStore, type GivenUpDelivery, type OverdueSignal } from './alarm.store.js';
export { ReferenceStore, type CaseReference, type ReferredCase } from './reference.store.js';
export { OutboxStore, type OrderCursor, type OrderRow } from './outbox.store.js';
export { EndpointStore, type Endpoint, type EndpointScheme, type EndpointState } from './endpoint.store.js';
export {
  DeliveryStore,
  type ClaimedDelivery,
  type DeliveryEnd,
  type DeliveryLine,
  type DeliveryState,
} from './delivery.store.js';
export {
  BATCH_COPIES,
  BATCH_FORMATS,
  LINE_STATES,
  type BatchCopy,
  type BatchFormat,
  type LineState,
} from './batch.entities.js';
export {
  BatchStore,
  type BatchLine,
  type EndedLine,
  type NewBatch,
  type NewLine,
  type SettledLine,
  type StoredBatch,
} from './batch.store.js';
export {
  ControlTotalStore,
  type NoticeDays,
  type ReceivedNotice,
  type RefusedNotice,
  type StoredTotal,
} from './control-total.store.js';
export { HeldPlaceStore, type HeldAt, type HeldItem } from './held-place.store.js';
export { StatusFileStore, type FoundDifference, type ReceivedFile, type StatusOutcome } from './status-file.store.js';
export {
  DifferenceStore,
  DIFFERENCE_STATES,
  type DifferenceFilters,
  type DifferenceState,
  type RecordedDifference,
} from './difference.store.js';
