import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { MeController } from './me.controller.js';
import { RateLimits } from './rate.limits.js';
import { TokenVerifier } from './token.verifier.js';

/** Who is calling, on every route, and whether not too often. */
@Module({
  controllers: [MeController],
  providers: [TokenVerifier, RateLimits, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [RateLimits],
})
export class AuthModule {}
