import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';
import { CaseHistories } from './case-histories.js';
import { RecordedChains } from './recorded-chain.js';

/** `/audit/v1`. */
@Module({
  imports: [CasesModule],
  controllers: [AuditController],
  providers: [AuditService, CaseHistories, RecordedChains],
})
export class AuditModule {}
