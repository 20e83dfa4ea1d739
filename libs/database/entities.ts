import { NoticeBatchEntity, NoticeBatchLineEntity } from './batch.entities.js';
import { CaseEventEntity } from './case-event.entity.js';
import { CaseMoveEntity } from './case-move.entity.js';
import { CaseDeadlineEntity, CaseMaterialEntity } from './case-part.entities.js';
import { CaseRefEntity } from './case-ref.entity.js';
import { CaseRunEntity } from './case-run.entity.js';
import { CaseViewEntity } from './case-view.entity.js';
import { CaseWatchEntity } from './case-watch.entity.js';
import { ControlTotalEntity, DifferenceEntity, StatusFileEntity } from './completeness.entities.js';
import { CommunicationEntity } from './communication.entity.js';
import { DocumentEntity } from './document.entity.js';
import { HistoryArchiveEntity } from './history-archive.entity.js';
import {
  DeliveryEntity,
  EndpointEntity,
  InboxEntity,
  OutboxEntity,
  OwnershipEntity,
  PartnerEntity,
  PartnerKeyEntity,
  PartnerNonceEntity,
} from './partner.entities.js';
import { AccessLogEntity, CheckpointEntity, LogLeafEntity } from './log.entities.js';
import { RateLimitEntity } from './rate-limit.entity.js';
import { RefusalEntity } from './refusal.entity.js';
import { ReplayRunEntity, ReplayVerdictEntity } from './replay-run.entities.js';
import { RequestEntity } from './request.entity.js';
import { RevealEntity } from './reveal.entity.js';
import { TurnoverEntity } from './turnover.entity.js';
import { SubjectEntity, TextEntity } from './vault.entities.js';

/** Every table of the record. */
export const ENTITIES = [
  CaseRefEntity,
  CaseEventEntity,
  CaseViewEntity,
  CaseRunEntity,
  CaseWatchEntity,
  CaseMoveEntity,
  CaseDeadlineEntity,
  CaseMaterialEntity,
  CommunicationEntity,
  DocumentEntity,
  TurnoverEntity,
  RequestEntity,
  RefusalEntity,
  HistoryArchiveEntity,
  ReplayRunEntity,
  ReplayVerdictEntity,
  LogLeafEntity,
  CheckpointEntity,
  AccessLogEntity,
  RevealEntity,
  SubjectEntity,
  TextEntity,
  PartnerEntity,
  PartnerKeyEntity,
  PartnerNonceEntity,
  OwnershipEntity,
  InboxEntity,
  OutboxEntity,
  EndpointEntity,
  DeliveryEntity,
  RateLimitEntity,
  NoticeBatchEntity,
  NoticeBatchLineEntity,
  ControlTotalEntity,
  StatusFileEntity,
  DifferenceEntity,
] as const;
