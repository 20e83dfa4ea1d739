import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Access, Caller } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import { Once } from '../requests/once.js';
import type { OnceRequest } from '../requests/once.js';
import { advanceBody } from './clock.advance.js';
import { eventsQuery, listQuery, timelineQuery, viewQuery } from './case.queries.js';
import { caseAnswer, casePage } from './case.schema.js';
import { CaseService } from './case.service.js';
import { COMMAND_BODIES } from './command.schema.js';
import { clockAnswer, clockMoved, commandAnswered, eventPage, timelinePage } from './event.schema.js';

const anyCommand = z.discriminatedUnion('command', Object.values(COMMAND_BODIES) as never).meta({ id: 'Command' });

/** Cases as people see and move them. */
@Controller('api/v1/cases')
@Access('ANY_STAFF', 'AUDITOR', 'ADMIN')
export class CaseController {
  constructor(private readonly cases: CaseService) {}

  @Get()
  @Describe({ summary: 'The cases the caller sees, page by page', query: listQuery, answer: casePage })
  list(@Query() query: unknown, @Caller() caller: Caller) {
    return this.cases.list(query, caller);
  }

  @Get(':id')
  @Describe({
    summary: 'One case, with what the caller may do',
    query: viewQuery,
    answer: caseAnswer,
    codes: ['case.not-found'],
  })
  view(@Param('id') caseId: string, @Query() query: unknown, @Caller() caller: Caller) {
    return this.cases.view(caseId, query, caller);
  }

  @Get(':id/events')
  @Describe({
    summary: 'Events of a case, oldest first',
    query: eventsQuery,
    answer: eventPage,
    codes: ['case.not-found'],
  })
  events(@Param('id') caseId: string, @Query() query: unknown, @Caller() caller: Caller) {
    return this.cases.events(caseId, query, caller);
  }

  @Get(':id/timeline')
  @Describe({
    summary: 'What happened and what will happen by itself, in words',
    query: timelineQuery,
    answer: timelinePage,
    codes: ['case.not-found'],
  })
  timeline(@Param('id') caseId: string, @Query() query: unknown, @Caller() caller: Caller) {
    return this.cases.timeline(caseId, query, caller);
  }

  @Get(':id/clock')
  @Describe({ summary: 'The arithmetic of each deadline', answer: clockAnswer, codes: ['case.not-found'] })
  clock(@Param('id') caseId: string, @Caller() caller: Caller) {
    return this.cases.clock(caseId, caller);
  }

  @Post(':id/commands')
  @HttpCode(200)
  @Access('ANY_STAFF')
  @Describe({
    summary: 'One command on a case',
    body: anyCommand,
    answer: commandAnswered,
    codes: [
      'case.not-found',
      'transition.not-allowed',
      'case.stale',
      'case.closed',
      'case.frozen',
      'case.already-open',
      'sandbox.only',
      'guard.four-eyes',
      'guard.evidence-changed',
      'guard.card-data',
    ],
  })
  command(@Param('id') caseId: string, @Once() once: OnceRequest, @Body() body: unknown) {
    return this.cases.command(caseId, once, body);
  }

  @Post(':id/clock/advance')
  @HttpCode(200)
  @Access('ANY_STAFF')
  @Describe({
    summary: 'Moves the clock of a sandbox case',
    body: advanceBody,
    answer: clockMoved,
    codes: ['case.not-found', 'sandbox.only', 'case.frozen', 'case.closed', 'transition.not-allowed', 'guard.*'],
  })
  advance(@Param('id') caseId: string, @Once() once: OnceRequest, @Body() body: unknown) {
    return this.cases.advance(caseId, once, body);
  }
}
