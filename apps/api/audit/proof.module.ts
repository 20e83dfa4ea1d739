import { Module } from '@nestjs/common';
import type { Config } from '#config';
import { openCheckpointSigner, type CheckpointSigner } from '#database';
import { CasesModule } from '../cases/cases.module.js';
import { CONFIG } from '../settings.js';
import { AccessLog } from './access-log.js';
import { BundleHistories } from './bundle.histories.js';
import { BundleService } from './bundle.service.js';
import { CHECKPOINT_SIGNER } from './checkpoint-signer.token.js';
import { EvidenceModule } from './evidence.module.js';
import { ProofController } from './proof.controller.js';
import { ProofService } from './proof.service.js';
import { TimeTravelController } from './time-travel.controller.js';
import { TimeTravel } from './time-travel.service.js';

/** The audit log, time travel, and who looked at what. */
@Module({
  imports: [CasesModule, EvidenceModule],
  controllers: [ProofController, TimeTravelController],
  providers: [
    ProofService,
    BundleService,
    BundleHistories,
    TimeTravel,
    AccessLog,
    {
      provide: CHECKPOINT_SIGNER,
      inject: [CONFIG],
      useFactory: ({ CHECKPOINT_KEY }: Config): CheckpointSigner | null =>
        CHECKPOINT_KEY === undefined ? null : openCheckpointSigner(CHECKPOINT_KEY),
    },
  ],
})
export class ProofModule {}
