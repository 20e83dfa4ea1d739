import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Access, Caller } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import { Once } from '../requests/once.js';
import type { OnceRequest } from '../requests/once.js';
import { differencePage, differencesQuery, explainBody } from './difference.schema.js';
import { DifferenceService } from './difference.service.js';

const explained = z.object({ differenceId: z.string(), status: z.literal('EXPLAINED') });

/** Places at which partners' lists and the record differ. */
@Controller('api/v1/differences')
@Access('ANY_STAFF', 'AUDITOR')
export class DifferenceController {
  constructor(private readonly differences: DifferenceService) {}

  @Get()
  @Describe({
    summary: 'Differences between what partners hold stopped and what we do, the oldest first',
    detail:
      'Each with who has to explain it and its age in days since it was first seen. One of which nobody knows the institution is shown to those who work for all.',
    query: differencesQuery,
    answer: differencePage,
  })
  list(@Query() query: unknown, @Caller() caller: Caller) {
    return this.differences.list(query, caller);
  }

  @Post(':id/explain')
  @HttpCode(200)
  @Access('OPS', 'INTAKE', 'LEAD')
  @Describe({
    summary: 'Says why a difference is right as it is',
    body: explainBody,
    answer: explained,
    codes: ['difference.not-found', 'difference.not-open', 'guard.card-data'],
  })
  explain(@Param('id') differenceId: string, @Once() once: OnceRequest, @Body() body: unknown) {
    return this.differences.explain(differenceId, once, body);
  }
}
