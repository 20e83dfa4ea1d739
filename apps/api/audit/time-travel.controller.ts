import { Controller, Get, Param, Query } from '@nestjs/common';
import { Access, Caller } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import { checked } from '../problem/checked.js';
import { diffAnswer, diffQuery, stateAnswer, stateQuery } from './time-travel.schema.js';
import { TimeTravel } from './time-travel.service.js';

/** A case at any moment of its life. */
@Controller('audit/v1/cases/:id')
@Access('AUDITOR')
export class TimeTravelController {
  constructor(private readonly travel: TimeTravel) {}

  @Get('state')
  @Describe({
    summary: 'The case as it was after an event, or at an instant of its own time',
    detail: 'With what anybody could do then, deadlines and forecast as they stood, and personal data masked as today.',
    query: stateQuery,
    answer: stateAnswer,
    codes: ['case.not-found'],
  })
  state(@Param('id') caseId: string, @Query() query: unknown, @Caller() caller: Caller) {
    return this.travel.stateOf(caseId, checked(stateQuery, query, Object.keys(stateQuery.shape)), caller);
  }

  @Get('diff')
  @Describe({
    summary: 'What changed in a case from one event to another',
    query: diffQuery,
    answer: diffAnswer,
    codes: ['case.not-found'],
  })
  diff(@Param('id') caseId: string, @Query() query: unknown, @Caller() caller: Caller) {
    return this.travel.diffOf(caseId, checked(diffQuery, query, Object.keys(diffQuery.shape)), caller);
  }
}
