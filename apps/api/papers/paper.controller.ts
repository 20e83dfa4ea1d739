import { Controller, Get, Query } from '@nestjs/common';
import { Access, Caller } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import { expiringPage, expiringQuery } from './paper.schema.js';
import { PaperService } from './paper.service.js';

/** Papers merchants have handed in, over all their cases. */
@Controller('api/v1/papers')
@Access('ANY_STAFF', 'AUDITOR')
export class PaperController {
  constructor(private readonly papers: PaperService) {}

  @Get('expiring')
  @Describe({
    summary: 'Papers on file that expire, the first to expire first',
    detail:
      'Accepted papers of real cases which no newer one of the same merchant replaces, and what the merchant was told: 90, 30 and 7 days before.',
    query: expiringQuery,
    answer: expiringPage,
  })
  expiring(@Query() query: unknown, @Caller() caller: Caller) {
    return this.papers.expiring(query, caller);
  }
}
