import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';
import { ConformanceController } from './conformance.controller.js';
import { ConformanceService } from './conformance.service.js';
import { FourEyesService } from './four-eyes.service.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerService } from './ledger.service.js';
import { CaseHistories } from './case-histories.js';
import { RecordedChains } from './recorded-chain.js';

/** `/audit/v1`. */
@Module({
  imports: [CasesModule],
  controllers: [AuditController, LedgerController, ConformanceController],
  providers: [AuditService, LedgerService, ConformanceService, FourEyesService, CaseHistories, RecordedChains],
})
export class AuditModule {}
