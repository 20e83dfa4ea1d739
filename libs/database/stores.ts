import { AccessStore } from './access.store.js';
import { AlarmStore } from './alarm.store.js';
import { BatchStore } from './batch.store.js';
import { CaseRefStore } from './case-ref.store.js';
import { CaseStore } from './case.store.js';
import { CheckpointStore } from './checkpoint.store.js';
import { ControlTotalStore } from './control-total.store.js';
import { DeliveryStore } from './delivery.store.js';
import { DifferenceStore } from './difference.store.js';
import { DocumentStore } from './document.store.js';
import { ExpiringPaperStore } from './expiring-paper.store.js';
import { HeldPlaceStore } from './held-place.store.js';
import { InboxStore } from './inbox.store.js';
import { NeighbourStore } from './neighbour.store.js';
import { OutboxStore } from './outbox.store.js';
import { ReferenceStore } from './reference.store.js';
import { RefusalStore } from './refusal.store.js';
import { ReplayRunStore } from './replay-run.store.js';
import { RequestStore } from './request.store.js';
import { RevealStore } from './reveal.store.js';
import { RunStore } from './run.store.js';
import { StatusFileStore } from './status-file.store.js';
import { TurnoverStore } from './turnover.store.js';
import { WatchStore } from './watch.store.js';

/** Every store that needs a `DataSource` and nothing else: what a process provides from one connection. */
export const STORES = [
  CaseStore,
  CaseRefStore,
  RequestStore,
  RefusalStore,
  RunStore,
  ReplayRunStore,
  DocumentStore,
  ExpiringPaperStore,
  WatchStore,
  NeighbourStore,
  CheckpointStore,
  AccessStore,
  RevealStore,
  TurnoverStore,
  InboxStore,
  OutboxStore,
  DeliveryStore,
  ReferenceStore,
  AlarmStore,
  BatchStore,
  ControlTotalStore,
  HeldPlaceStore,
  StatusFileStore,
  DifferenceStore,
] as const;
