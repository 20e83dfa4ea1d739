import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { NoticeController } from './notice.controller.js';
import { NoticePlans } from './notice.plans.js';
import { NoticeService } from './notice.service.js';

/** `/api/v1/notices`. */
@Module({
  imports: [CasesModule],
  controllers: [NoticeController],
  providers: [NoticeService, NoticePlans],
  exports: [NoticePlans, NoticeService],
})
export class NoticesModule {}
