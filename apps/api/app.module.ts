import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { Config } from '#config';
import { AuditModule } from './audit/audit.module.js';
import { ProofModule } from './audit/proof.module.js';
import { AuthModule } from './auth/auth.module.js';
import { BatchesModule } from './batches/batches.module.js';
import { CasesModule } from './cases/cases.module.js';
import { CompletenessModule } from './completeness/completeness.module.js';
import { DocsModule } from './docs/docs.module.js';
import { HealthModule } from './health/health.module.js';
import { ImpactModule } from './impact/impact.module.js';
import { MaterialsModule } from './materials/materials.module.js';
import { NoticesModule } from './notices/notices.module.js';
import { RevealsModule } from './reveals/reveals.module.js';
import { SignalsModule } from './partners/signals.module.js';
import { PapersModule } from './papers/papers.module.js';
import { PoliciesModule } from './policies/policies.module.js';
import { ProblemFilter } from './problem/problem.filter.js';
import { RecoveryModule } from './recovery/recovery.module.js';
import { RequestsModule } from './requests/requests.module.js';
import { ResourcesModule } from './resources.module.js';

/** The HTTP service: one module for each subject, and what holds for all of them. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ResourcesModule.with(config),
        RequestsModule,
        AuthModule,
        CasesModule,
        NoticesModule,
        BatchesModule,
        MaterialsModule,
        PapersModule,
        ImpactModule,
        RevealsModule,
        SignalsModule,
        CompletenessModule,
        PoliciesModule,
        RecoveryModule,
        AuditModule,
        ProofModule,
        HealthModule,
        DocsModule,
      ],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}
