import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { RevealController } from './reveal.controller.js';
import { RevealService } from './reveal.service.js';

/** `/api/v1/cases/{id}/reveal`. */
@Module({ imports: [CasesModule], controllers: [RevealController], providers: [RevealService] })
export class RevealsModule {}
