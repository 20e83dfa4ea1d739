import { Global, Module } from '@nestjs/common';
import { Idempotency } from './idempotency.js';
import { RoleRefusals } from './role.refusals.js';

/** What every mutation needs: once and no more, and who was turned away. */
@Global()
@Module({ providers: [Idempotency, RoleRefusals], exports: [Idempotency, RoleRefusals] })
export class RequestsModule {}
