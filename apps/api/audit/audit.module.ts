import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';
import { EvidenceModule } from './evidence.module.js';
import { ReplayRunController } from './replay-run.controller.js';
import { ReplayRunService } from './replay-run.service.js';

/** `/audit/v1`. */
@Module({
  imports: [CasesModule, EvidenceModule],
  controllers: [AuditController, ReplayRunController],
  providers: [AuditService, ReplayRunService],
})
export class AuditModule {}
