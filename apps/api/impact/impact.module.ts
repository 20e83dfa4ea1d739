import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { ImpactController } from './impact.controller.js';
import { ImpactService } from './impact.service.js';

/** What a suspension does to its merchant, and the turnover it is reckoned from. */
@Module({ imports: [CasesModule], controllers: [ImpactController], providers: [ImpactService] })
export class ImpactModule {}
