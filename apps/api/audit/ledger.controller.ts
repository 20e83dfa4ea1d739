import { Controller, Get, Headers, Query } from '@nestjs/common';
import { Access, Caller } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import { checked } from '../problem/checked.js';
import { formOf, given } from './ledger.export.js';
import * as schema from './ledger.schema.js';
import { LedgerService } from './ledger.service.js';

const LINES = ['text/csv', 'application/x-ndjson'];

/** What was refused, looked at and shown. Each ledger is added to before the act it tells of is answered. */
@Controller('audit/v1')
@Access('AUDITOR')
export class LedgerController {
  constructor(private readonly ledgers: LedgerService) {}

  @Get('refusals')
  @Describe({
    summary: 'Refused commands, newest first: who, what, which rule',
    query: schema.refusalQuery,
    answer: schema.refusalAnswer,
    alsoProduces: LINES,
    codes: ['case.not-found'],
  })
  async refusals(@Query() query: unknown, @Headers('accept') accept: string | undefined, @Caller() caller: Caller) {
    const asked = checked(schema.refusalQuery, query, Object.keys(schema.refusalQuery.shape));
    return given(await this.ledgers.refusals(asked, caller), formOf(asked.format, accept), asked);
  }

  @Get('access-log')
  @Describe({
    summary: 'Looks at cases and documents, newest first: who, what, when',
    query: schema.accessQuery,
    answer: schema.accessAnswer,
    alsoProduces: LINES,
  })
  looks(@Query() query: unknown, @Headers('accept') accept: string | undefined, @Caller() caller: Caller) {
    const asked = checked(schema.accessQuery, query, Object.keys(schema.accessQuery.shape));
    return given(this.ledgers.looks(asked, caller), formOf(asked.format, accept), asked);
  }

  @Get('reveals')
  @Describe({
    summary: 'Personal data that was shown, newest first: to whom, which fields, why',
    query: schema.revealQuery,
    answer: schema.revealAnswer,
    alsoProduces: LINES,
  })
  reveals(@Query() query: unknown, @Headers('accept') accept: string | undefined, @Caller() caller: Caller) {
    const asked = checked(schema.revealQuery, query, Object.keys(schema.revealQuery.shape));
    return given(this.ledgers.reveals(asked, caller), formOf(asked.format, accept), asked);
  }
}
