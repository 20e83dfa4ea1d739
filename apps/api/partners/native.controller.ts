import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import { NativeService } from './native.service.js';
import { rawRequestOf } from './partner.guard.js';

/** Partners' own envelopes; each is verified by its profile and answered as that partner expects. */
@Controller('partner/v1/native')
export class NativeController {
  constructor(private readonly natives: NativeService) {}

  @Post(':profile')
  @HttpCode(200)
  @Access('PARTNER')
  @Describe({
    summary: 'Takes a message in the partner’s own format',
    detail:
      'Profiles: `unionpay`, `wechat`, `lakala`, `allinpay`, `ums`, `shengpay`. The answer has that partner’s form.',
    produces: '*/*',
    failsInKind: true,
    codes: ['route.not-found'],
  })
  async take(
    @Param('profile') profile: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { status, headers, contentType, body } = await this.natives.take(profile, rawRequestOf(request), request);
    await reply.status(status).headers(headers).type(contentType).send(body);
  }
}
