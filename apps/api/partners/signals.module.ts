import { Module } from '@nestjs/common';
import { CaseStore, DocumentStore, InboxStore, PartnerStore, ReferenceStore, Vault } from '#database';
import { CaseFinder, SignalIntake } from '#intake';
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
import { PartnersModule } from './partners.module.js';
import { PickupWatcher } from './pickup.watcher.js';
import { SandboxController } from './sandbox.controller.js';
import { SandboxService } from './sandbox.service.js';
import { SignalController } from './signal.controller.js';
import { SignalIntakes } from './signal.intakes.js';
import { SignalKeeper } from './signal.keeper.js';
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
      inject: [ReferenceStore, PartnerStore],
      useFactory: (references: ReferenceStore, partners: PartnerStore) => new CaseFinder(references, partners),
    },
    {
      provide: SignalIntake,
      inject: [InboxStore, CaseStore, Vault, DocumentStore, CaseClient],
      useFactory: (inbox: InboxStore, cases: CaseStore, vault: Vault, documents: DocumentStore, client: CaseClient) =>
        new SignalIntake({ inbox, cases, vault, documents, client }),
    },
    SignalKeeper,
    SignalWaiter,
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
