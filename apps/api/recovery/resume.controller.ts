import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Access } from '../auth/access.js';
import { freezeAnswer } from '../cases/case.schema.js';
import { commandAnswered } from '../cases/event.schema.js';
import { Describe } from '../docs/describe.js';
import { checked } from '../problem/checked.js';
import { Once } from '../requests/once.js';
import type { OnceRequest } from '../requests/once.js';
import { ResumeService } from './resume.service.js';

const resumeBody = z.strictObject({});
const resumed = commandAnswered.extend({ frozen: freezeAnswer.optional() });

/** Recovery of cases whose workflow is lost. */
@Controller('api/v1/cases')
export class ResumeController {
  constructor(private readonly resumes: ResumeService) {}

  @Post(':id/resume')
  @HttpCode(200)
  @Access('LEAD', 'COMPLIANCE')
  @Describe({
    summary: 'Starts a frozen case again from its record; two persons',
    detail:
      'The first person’s call is the proposal, shown as `frozen.proposal` of the case; that of another person of the other role starts it.',
    body: resumeBody,
    answer: resumed,
    codes: [
      'case.not-found',
      'case.not-frozen',
      'case.closed',
      'guard.four-eyes',
      'guard.second-role',
      'guard.record-broken',
    ],
  })
  resume(@Param('id') caseId: string, @Once() once: OnceRequest, @Body() body: unknown) {
    checked(resumeBody, body ?? {}, []);
    return this.resumes.resume(caseId, once);
  }
}
