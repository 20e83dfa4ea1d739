import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.js';
import { MigrationController } from './migration.controller.js';
import { PolicyController } from './policy.controller.js';

/** `/api/v1/policies`, `/api/v1/graph` and the rehearsal of a case's move to another policy. */
@Module({ imports: [CasesModule], controllers: [PolicyController, MigrationController] })
export class PoliciesModule {}
