import { Body, Controller, Post } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import { Once } from '../requests/once.js';
import type { OnceRequest } from '../requests/once.js';
import { noticeKnown, noticeOpened } from './notice.answer.js';
import { noticeSchema } from './notice.schema.js';
import { NoticeService } from './notice.service.js';

/** Notices of suspension as intake receives them. */
@Controller('api/v1/notices')
export class NoticeController {
  constructor(private readonly notices: NoticeService) {}

  @Post()
  @Access('INTAKE')
  @Describe({
    summary: 'Opens a case from a notice',
    detail:
      '201 for a new case; 200 with `repeat` for the same notice again, with `amendment` for other content under the same number.',
    body: noticeSchema,
    answer: noticeOpened,
    also: { 200: noticeKnown },
    codes: ['guard.card-data', 'case.not-found', 'case.closed', 'case.frozen', 'transition.not-allowed'],
  })
  ingest(@Once() once: OnceRequest, @Body() body: unknown) {
    return this.notices.ingest(once, body);
  }
}
