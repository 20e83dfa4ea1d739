import { AccessStore } from './access.store.js';
import { AlarmStore } from './alarm.store.js';
import { CaseRefStore } from './case-ref.store.js';
import { CaseStore } from './case.store.js';
import { CheckpointStore } from './checkpoint.store.js';
import { DeliveryStore } from './delivery.store.js';
import { DocumentStore } from './document.store.js';
import { InboxStore } from './inbox.store.js';
import { NeighbourStore } from './neighbour.store.js';
import { OutboxStore } from './outbox.store.js';
import { ReferenceStore } from './reference.store.js';
import { RefusalStore } from './refusal.store.js';
import { RequestStore } from './request.store.js';
import { RunStore } from './run.store.js';
import { TurnoverStore } from './turnover.store.js';
import { WatchStore } from './watch.store.js';

/** Every store that needs a `DataSource` and nothing else: what a process provides from one connection. */
export const STORES = [
  CaseStore,
  CaseRefStore,
  RequestStore,
  RefusalStore,
  RunStore,
  DocumentStore,
  WatchStore,
  NeighbourStore,
  CheckpointStore,
  AccessStore,
  TurnoverStore,
  InboxStore,
  OutboxStore,
  DeliveryStore,
  ReferenceStore,
  AlarmStore,
] as const;
