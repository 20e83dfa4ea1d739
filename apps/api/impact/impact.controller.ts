import { Body, Controller, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { Access, Caller } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import { Once } from '../requests/once.js';
import type { OnceRequest } from '../requests/once.js';
import { impactAnswer, impactQuery, turnoverKept } from './impact.schema.js';
import { ImpactService } from './impact.service.js';
import { turnoverBody } from './turnover.schema.js';

/** The four effects of a suspension (domain §6.2). */
@Controller('api/v1/cases')
@Access('ANY_STAFF', 'AUDITOR')
export class ImpactController {
  constructor(private readonly impacts: ImpactService) {}

  @Get(':id/impact')
  @Describe({
    summary: 'Estimate of what the suspension does to its merchant, with the window of the data',
    detail:
      'With `at`, as it was known at that instant of the case’s own time: from what had happened, and the turnover handed in, by then. `at` = `openedAt` is the estimate at opening.',
    query: impactQuery,
    answer: impactAnswer,
    codes: ['case.not-found'],
  })
  impact(@Param('id') caseId: string, @Query() query: unknown, @Caller() caller: Caller) {
    return this.impacts.of(caseId, query, caller);
  }

  @Put(':id/turnover')
  @HttpCode(200)
  @Access('SETTLEMENT_OPS', 'LEAD')
  @Describe({
    summary: 'Hands in the usual turnover of the merchant',
    body: turnoverBody,
    answer: turnoverKept,
    codes: ['case.not-found'],
  })
  handIn(@Param('id') caseId: string, @Once() once: OnceRequest, @Body() body: unknown) {
    return this.impacts.handIn(caseId, once, body);
  }
}
