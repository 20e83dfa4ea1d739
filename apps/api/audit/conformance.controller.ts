import { Controller, Get, Param, Query } from '@nestjs/common';
import { Access, Caller } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import { checked } from '../problem/checked.js';
import * as schema from './conformance.schema.js';
import { ConformanceService } from './conformance.service.js';
import { FourEyesService } from './four-eyes.service.js';

/** What was done held against what the rules allow, case by case and over all. */
@Controller('audit/v1')
@Access('AUDITOR')
export class ConformanceController {
  constructor(
    private readonly conformance: ConformanceService,
    private readonly decisions: FourEyesService,
  ) {}

  @Get('cases/:id/conformance')
  @Describe({
    summary: 'The path of a case against the graph of its policy: skipped, late, repeated and impossible steps',
    answer: schema.conformanceAnswer,
    codes: ['case.not-found'],
  })
  path(@Param('id') caseId: string, @Caller() caller: Caller) {
    return this.conformance.pathOf(caseId, caller);
  }

  @Get('process-map')
  @Describe({
    summary: 'Which ways cases have gone, how many and how fast',
    query: schema.mapQuery,
    answer: schema.mapAnswer,
  })
  map(@Query() query: unknown, @Caller() caller: Caller) {
    return this.conformance.mapOf(checked(schema.mapQuery, query, Object.keys(schema.mapQuery.shape)), caller);
  }

  @Get('four-eyes')
  @Describe({
    summary: 'Every decision with its two persons: who made, who checked, on which evidence',
    query: schema.fourEyesQuery,
    answer: schema.fourEyesAnswer,
    codes: ['case.not-found'],
  })
  fourEyes(@Query() query: unknown, @Caller() caller: Caller) {
    return this.decisions.pageOf(checked(schema.fourEyesQuery, query, Object.keys(schema.fourEyesQuery.shape)), caller);
  }
}
