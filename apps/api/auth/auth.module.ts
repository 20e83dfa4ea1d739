import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { MeController } from './me.controller.js';
import { TokenVerifier } from './token.verifier.js';

/** Who is calling, on every route. */
@Module({
  controllers: [MeController],
  providers: [TokenVerifier, { provide: APP_GUARD, useClass: AccessGuard }],
})
export class AuthModule {}
