import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import type { Answer } from '../requests/answer.js';
import { Once, type OnceRequest } from '../requests/once.js';
import { revealAnswer, revealBody } from './reveal.schema.js';
import { RevealService } from './reveal.service.js';

/** Personal data of a merchant, shown for a while. */
@Controller('api/v1/cases/:id/reveal')
@Access('ANY_STAFF')
export class RevealController {
  constructor(private readonly reveals: RevealService) {}

  @Post()
  @HttpCode(200)
  @Describe({
    summary: 'Shows personal data of the merchant for five minutes; written down with fields and reason',
    detail:
      'For staff who can act in the case now. Everywhere else the same data is masked. The same request with the same Idempotency-Key shows it again until `expiresAt`.',
    body: revealBody,
    answer: revealAnswer,
    codes: ['case.not-found', 'guard.field-unknown', 'guard.card-data'],
  })
  show(
    @Param('id') caseId: string,
    @Once() once: OnceRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    void reply.header('cache-control', 'no-store');
    return this.reveals.show(caseId, once, body);
  }
}
