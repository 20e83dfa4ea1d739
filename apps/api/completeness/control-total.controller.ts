import { Controller, Get, Param, Put, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { readJson } from '#partner';
import { Describe } from '../docs/describe.js';
import { BySignature, Partner, rawRequestOf } from '../partners/partner.guard.js';
import { sandboxQuery } from './beijing-day.js';
import { controlTotalBody, issuerDay } from './control-total.schema.js';
import { ControlTotalService } from './control-total.service.js';

/** What issuers say they sent on a day. */
@Controller('partner/v1/days')
@BySignature()
export class ControlTotalController {
  constructor(private readonly totals: ControlTotalService) {}

  @Put(':day/control-total')
  @Describe({
    summary: 'Tells how many notices of the caller’s own are dated this day',
    detail:
      'With `lastSequence`, the running number of the last one, or with all `noticeNos`, the answer names the ones that never came. May be told again: nothing is overwritten, the last counts.',
    body: controlTotalBody,
    answer: issuerDay,
    codes: ['auth.role'],
  })
  tell(@Partner() partner: Partner, @Param('day') day: string, @Req() request: FastifyRequest) {
    return this.totals.tell(partner, day, readJson(rawRequestOf(request).body));
  }

  @Get(':day/control-total')
  @Describe({
    summary: 'What is here of the notices dated this day, and what is missing',
    detail: 'Reckoned anew each time: a notice that comes late closes its gap.',
    query: sandboxQuery,
    answer: issuerDay,
    codes: ['auth.role'],
  })
  ask(@Partner() partner: Partner, @Param('day') day: string, @Query() query: unknown) {
    return this.totals.ask(partner, day, query);
  }
}
