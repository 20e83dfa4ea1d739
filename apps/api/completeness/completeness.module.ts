import { Module } from '@nestjs/common';
import { MaterialsModule } from '../materials/materials.module.js';
import { PartnersModule } from '../partners/partners.module.js';
import { CompletenessController } from './completeness.controller.js';
import { ControlTotalController } from './control-total.controller.js';
import { ControlTotalService } from './control-total.service.js';
import { DifferenceController } from './difference.controller.js';
import { DifferenceService } from './difference.service.js';
import { OwnDifferenceController } from './own-difference.controller.js';
import { StatusFileController } from './status-file.controller.js';
import { StatusFileService } from './status-file.service.js';

/** Whether everything has arrived: issuers' control totals, partners' status files, and what differs. */
@Module({
  imports: [PartnersModule, MaterialsModule],
  controllers: [
    ControlTotalController,
    StatusFileController,
    OwnDifferenceController,
    CompletenessController,
    DifferenceController,
  ],
  providers: [ControlTotalService, StatusFileService, DifferenceService],
})
export class CompletenessModule {}
