import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';
import { ConformanceController } from './conformance.controller.js';
import { ConformanceService } from './conformance.service.js';
import { EvidenceModule } from './evidence.module.js';
import { FourEyesService } from './four-eyes.service.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerService } from './ledger.service.js';
import { ReplayRunController } from './replay-run.controller.js';
import { ReplayRunService } from './replay-run.service.js';

/** `/audit/v1`. */
@Module({
  imports: [CasesModule, EvidenceModule],
  controllers: [AuditController, LedgerController, ConformanceController, ReplayRunController],
  providers: [AuditService, LedgerService, ConformanceService, FourEyesService, ReplayRunService],
})
export class AuditModule {}
