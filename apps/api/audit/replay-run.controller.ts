import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access, Caller } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import { checked } from '../problem/checked.js';
import { Once, type OnceRequest } from '../requests/once.js';
import { replayReportPage } from './replay-run.page.js';
import * as schema from './replay-run.schema.js';
import { ReplayRunService } from './replay-run.service.js';

/** Many cases replayed at once, ending in a signed report. */
@Controller('audit/v1/replay-runs')
@Access('AUDITOR')
export class ReplayRunController {
  constructor(private readonly runs: ReplayRunService) {}

  @Post()
  @HttpCode(202)
  @Describe({
    summary: 'Begins a replay of a sample of cases, or of all',
    detail:
      'The workers’ replay processes carry it out; `GET /audit/v1/replay-runs/{id}` tells how far they are. It goes on after whatever stops them.',
    body: schema.replayRunBody,
    answer: schema.replayRunAnswer,
    status: 202,
  })
  begin(@Body() body: unknown, @Once() once: OnceRequest) {
    return this.runs.begin(checked(schema.replayRunBody, body, Object.keys(schema.replayRunBody.shape)), once);
  }

  @Get(':id')
  @Describe({
    summary: 'How far a replay of many cases is, and what it has found',
    answer: schema.replayRunAnswer,
    codes: ['replay-run.not-found'],
  })
  one(@Param('id') id: string, @Caller() caller: Caller) {
    return this.runs.of(id, caller);
  }

  @Get(':id/report')
  @Describe({
    summary: 'The signed report of a finished replay',
    detail: 'A page for people with `format=html`, or where `Accept` asks for `text/html`.',
    query: schema.reportQuery,
    answer: schema.reportAnswer,
    codes: ['replay-run.not-found', 'replay-run.not-done'],
  })
  async report(
    @Param('id') id: string,
    @Query() query: unknown,
    @Headers('accept') accept: string | undefined,
    @Caller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { format } = checked(schema.reportQuery, query, Object.keys(schema.reportQuery.shape));
    const report = await this.runs.reportOf(id, caller);
    void reply.header('vary', 'accept');
    if ((format ?? (accept?.startsWith('text/html') ? 'html' : 'json')) === 'json') return report;
    void reply.type('text/html; charset=utf-8');
    return replayReportPage(report);
  }

  @Get(':id/verdicts')
  @Describe({
    summary: 'The verdict on each case of a replay, in the order they were taken',
    query: schema.verdictsQuery,
    answer: schema.verdictsAnswer,
    codes: ['replay-run.not-found'],
  })
  verdicts(@Param('id') id: string, @Query() query: unknown, @Caller() caller: Caller) {
    return this.runs.verdictsOf(
      id,
      checked(schema.verdictsQuery, query, Object.keys(schema.verdictsQuery.shape)),
      caller,
    );
  }
}
