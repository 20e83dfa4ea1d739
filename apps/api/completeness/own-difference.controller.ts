import { Controller, Get, Query } from '@nestjs/common';
import { Describe } from '../docs/describe.js';
import { BySignature, Partner } from '../partners/partner.guard.js';
import { ownDifferencePage, ownDifferencesQuery } from './difference.schema.js';
import { DifferenceService } from './difference.service.js';

/** What a partner's own lists differ in from the record. */
@Controller('partner/v1/differences')
@BySignature()
export class OwnDifferenceController {
  constructor(private readonly differences: DifferenceService) {}

  @Get()
  @Describe({
    summary: 'Differences between the caller’s lists and what we hold, the oldest first',
    detail: '`owner` PARTNER: the caller has to lift, or to send the notice it has not sent.',
    query: ownDifferencesQuery,
    answer: ownDifferencePage,
  })
  list(@Partner() partner: Partner, @Query() query: unknown) {
    return this.differences.listOwn(partner, query);
  }
}
