import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { MaterialsModule } from '../materials/materials.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { BatchController } from './batch.controller.js';
import { BatchIntake } from './batch.intake.js';
import { BatchRunner } from './batch.runner.js';
import { BatchService } from './batch.service.js';
import { passLists } from './batch.upload.js';
import { LineWorker } from './line.worker.js';

/** `/api/v1/notices/batch` and what came of it. */
@Module({
  imports: [NoticesModule, MaterialsModule],
  controllers: [BatchController],
  providers: [BatchIntake, BatchRunner, BatchService, LineWorker],
})
export class BatchesModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  onModuleInit(): void {
    passLists(this.host.httpAdapter.getInstance());
  }
}
