import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { ReplayVerdict } from '#temporal';
import { Access, Caller } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import { archiveAnswer, historyAnswer, replayAnswer } from './audit.schema.js';
import { AuditService } from './audit.service.js';

/** The auditor's API: what happened, and whether it did. */
@Controller('audit/v1')
@Access('AUDITOR')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get('cases/:id/history')
  @Describe({
    summary: 'The Temporal history of every run of a case',
    answer: historyAnswer,
    codes: ['case.not-found'],
  })
  history(@Param('id') caseId: string, @Caller() caller: Caller) {
    return this.audit.historyOf(caseId, caller);
  }

  @Post('cases/:id/replay')
  @HttpCode(200)
  @Describe({
    summary: 'Replays a case on the present workflow code and compares it with the record',
    detail: 'It computes and changes nothing. One replay at a time in a process; further ones wait their turn.',
    answer: replayAnswer,
    readOnly: true,
    codes: ['case.not-found'],
  })
  replay(@Param('id') caseId: string, @Caller() caller: Caller): Promise<ReplayVerdict> {
    return this.audit.replay(caseId, caller);
  }

  @Get('archive')
  @Describe({
    summary: 'How far the archive of histories is behind the runs that have ended',
    detail: 'Anything overdue is an alarm: Temporal does not keep ended runs for ever.',
    answer: archiveAnswer,
  })
  archive() {
    return this.audit.archiveState();
  }
}
