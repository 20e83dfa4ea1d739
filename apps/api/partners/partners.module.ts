import { Module } from '@nestjs/common';
import { PartnerGuard } from './partner.guard.js';
import { PartnerKeys } from './partner.keys.js';

/** By which signature a partner is known; every module with routes for partners imports it. */
@Module({ providers: [PartnerKeys, PartnerGuard], exports: [PartnerKeys, PartnerGuard] })
export class PartnersModule {}
