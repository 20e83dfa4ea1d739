import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { PartnerGuard } from './partner.guard.js';
import { PartnerKeys } from './partner.keys.js';

/** By which signature a partner is known; every module with routes for partners imports it. */
@Module({
  imports: [AuthModule],
  providers: [PartnerKeys, PartnerGuard],
  exports: [PartnerKeys, PartnerGuard, AuthModule],
})
export class PartnersModule {}
