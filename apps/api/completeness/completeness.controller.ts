import { Controller, Get, Query } from '@nestjs/common';
import { Access, Caller } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import { completenessQuery, issuerDays } from './control-total.schema.js';
import { ControlTotalService } from './control-total.service.js';

/** Whether every notice has arrived. */
@Controller('api/v1/completeness')
@Access('ANY_STAFF', 'AUDITOR')
export class CompletenessController {
  constructor(private readonly totals: ControlTotalService) {}

  @Get()
  @Describe({
    summary: 'Issuers’ days: what was told, what came, which numbers are missing or unknown to the issuer',
    detail:
      'The last seven days unless said, 31 at most. Who works for some institutions only sees the notices of those, and no total: it is over all.',
    query: completenessQuery,
    answer: issuerDays,
  })
  list(@Query() query: unknown, @Caller() caller: Caller) {
    return this.totals.list(query, caller);
  }
}
