import { Module } from '@nestjs/common';
import { PaperController } from './paper.controller.js';
import { PaperService } from './paper.service.js';

/** Papers on file over all cases. */
@Module({ controllers: [PaperController], providers: [PaperService] })
export class PapersModule {}
