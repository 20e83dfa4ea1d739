import { Controller, Get, Headers, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Describe } from '../docs/describe.js';
import type { Answer } from '../requests/answer.js';
import { BySignature, KeepsNonce, Partner, rawRequestOf } from './partner.guard.js';
import { signalPath } from './signal.answer.js';
import { SignalIntakes } from './signal.intakes.js';
import { signalBody } from './signal.payloads.js';
import { signalAnswer, type SignalAnswer } from './signal.schema.js';

const atOnce = (prefer: string | undefined): boolean => /(^|,)\s*respond-async\s*(,|;|$)/i.test(prefer ?? '');

/** Where a signal can be asked after, as long as nothing has become of it. */
export function withLocation(reply: FastifyReply, answer: Answer, signalId: string): Answer {
  if (answer.status === 202) void reply.header('location', signalPath(signalId));
  return answer;
}

/** What partners tell (domain §3.3). */
@Controller('partner/v1/signals')
@BySignature()
export class SignalController {
  constructor(private readonly signals: SignalIntakes) {}

  @Post()
  @HttpCode(200)
  @KeepsNonce()
  @Describe({
    summary: 'Tells what has happened',
    detail:
      '200 with what became of it within 2 s, else 202 with its status address; `Prefer: respond-async` asks for 202 at once, and its case is looked for afterwards. The same id and body again gets the present outcome.',
    body: signalBody,
    answer: signalAnswer,
    codes: ['case.not-found', 'auth.role', 'signal.body-changed', 'body.too-large', 'media.unsupported'],
    also: { 202: signalAnswer },
  })
  async signal(
    @Partner() partner: Partner,
    @Req() request: FastifyRequest,
    @Headers('prefer') prefer: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    const answer = await this.signals.plain(
      partner,
      { bytes: rawRequestOf(request).body, nonce: request.nonce },
      atOnce(prefer),
    );
    const { signalId } = answer.body as { readonly signalId?: string };
    return withLocation(reply, answer, signalId ?? '');
  }

  @Get(':signalId')
  @Describe({
    summary: 'What became of a signal',
    answer: signalAnswer,
    codes: ['signal.not-found'],
  })
  status(@Partner() partner: Partner, @Param('signalId') signalId: string): Promise<SignalAnswer> {
    return this.signals.statusOf(partner, signalId);
  }
}
