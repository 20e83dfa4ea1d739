import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { readJson } from '#partner';
import { advanceBody } from '../cases/clock.advance.js';
import { Describe } from '../docs/describe.js';
import type { Answer } from '../requests/answer.js';
import { BySignature, Partner, rawRequestOf } from './partner.guard.js';
import { sandboxMoved, sandboxPlayed, sandboxScript } from './sandbox.schema.js';
import { SandboxService } from './sandbox.service.js';

/** What a partner's tests need to live a whole case in seconds. */
@Controller('partner/v1/sandbox/cases')
@BySignature()
export class SandboxController {
  constructor(private readonly sandbox: SandboxService) {}

  @Post(':id/advance')
  @HttpCode(200)
  @Describe({
    summary: 'Moves the clock of a sandbox case',
    body: advanceBody,
    answer: sandboxMoved,
    codes: ['case.not-found', 'sandbox.only', 'case.frozen', 'case.closed', 'transition.not-allowed', 'guard.*'],
  })
  advance(@Partner() partner: Partner, @Param('id') caseId: string, @Req() request: FastifyRequest): Promise<Answer> {
    return this.sandbox.advance(partner, caseId, readJson(rawRequestOf(request).body));
  }

  @Post(':id/play')
  @HttpCode(200)
  @Describe({
    summary: 'Lets institution and network act by a script, until it is the merchant’s or the partner’s turn',
    body: sandboxScript,
    answer: sandboxPlayed,
    codes: ['case.not-found', 'sandbox.only', 'case.frozen', 'case.closed', 'transition.not-allowed', 'guard.*'],
  })
  play(@Partner() partner: Partner, @Param('id') caseId: string, @Req() request: FastifyRequest) {
    return this.sandbox.play(partner, caseId, readJson(rawRequestOf(request).body));
  }
}
