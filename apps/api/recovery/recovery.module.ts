import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { RecordProof } from './record.proof.js';
import { ResumeController } from './resume.controller.js';
import { ResumeService } from './resume.service.js';
import { ResumeStarter } from './resume.starter.js';

/** `POST /api/v1/cases/{id}/resume`. */
@Module({
  imports: [CasesModule],
  controllers: [ResumeController],
  providers: [ResumeService, ResumeStarter, RecordProof],
})
export class RecoveryModule {}
