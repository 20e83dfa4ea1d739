import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CaseStore, DocumentStore, InboxStore, ReferenceStore, Vault } from '#database';
import { CaseFinder, SignalIntake, SignalPlacer } from '#intake';
import { CaseClient } from '#temporal';
import { CasesModule } from '../cases/cases.module.js';
import { MaterialsModule } from '../materials/materials.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { AlarmController } from './alarm.controller.js';
import { EndpointController } from './endpoint.controller.js';
import { EndpointService } from './endpoint.service.js';
import { NativeController } from './native.controller.js';
import { NativeService } from './native.service.js';
import { OrderController } from './order.controller.js';
import { OrderService } from './order.service.js';
import { PartnerCaseController } from './partner-case.controller.js';
import { PartnerCaseService } from './partner-case.service.js';
import { PartnerKeys } from './partner.keys.js';
import { PartnersModule } from './partners.module.js';
import { PickupWatcher } from './pickup.watcher.js';
import { SandboxController } from './sandbox.controller.js';
import { SandboxService } from './sandbox.service.js';
import { SignalController } from './signal.controller.js';
import { SignalIntakes } from './signal.intakes.js';
import { SignalKeeper } from './signal.keeper.js';
import { SignalPlacing } from './signal.placing.js';
import { SignalService } from './signal.service.js';
import { SignalWaiter } from './signal.waiter.js';

/** What partners tell and what they see of their cases. */
@Module({
  imports: [PartnersModule, CasesModule, NoticesModule, MaterialsModule],
  controllers: [
    SignalController,
    NativeController,
    PartnerCaseController,
    OrderController,
    EndpointController,
    SandboxController,
    AlarmController,
  ],
  providers: [
    {
      provide: CaseFinder,
      inject: [ReferenceStore, PartnerKeys],
      useFactory: (references: ReferenceStore, partners: PartnerKeys) => new CaseFinder(references, partners),
    },
    {
      provide: SignalIntake,
      inject: [InboxStore, CaseStore, Vault, DocumentStore, CaseClient],
      useFactory: (inbox: InboxStore, cases: CaseStore, vault: Vault, documents: DocumentStore, client: CaseClient) =>
        new SignalIntake({ inbox, cases, vault, documents, client }),
    },
    {
      provide: SignalPlacer,
      inject: [DataSource, InboxStore, CaseStore, CaseFinder, SignalIntake],
      useFactory: (
        database: DataSource,
        inbox: InboxStore,
        cases: CaseStore,
        finder: CaseFinder,
        intake: SignalIntake,
      ) => new SignalPlacer({ database, inbox, cases, finder, intake }),
    },
    SignalKeeper,
    SignalWaiter,
    SignalPlacing,
    SignalService,
    SignalIntakes,
    NativeService,
    PartnerCaseService,
    OrderService,
    SandboxService,
    EndpointService,
    PickupWatcher,
  ],
})
export class SignalsModule {}
