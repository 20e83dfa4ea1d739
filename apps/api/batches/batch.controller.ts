import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Access, Caller } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import { checked } from '../problem/checked.js';
import { Answer } from '../requests/answer.js';
import { Once, type OnceRequest } from '../requests/once.js';
import { BatchIntake } from './batch.intake.js';
import { BatchRunner } from './batch.runner.js';
import { batchAnswer, batchQuery, batchView, linesAnswer, linesQuery } from './batch.schema.js';
import { BatchService } from './batch.service.js';
import { readSentList } from './batch.upload.js';

const NDJSON = 'application/x-ndjson';

/** Lists of notices: many at once, each line on the way a single notice goes. */
@Controller('api/v1/notices')
export class BatchController {
  constructor(
    private readonly intake: BatchIntake,
    private readonly runner: BatchRunner,
    private readonly batches: BatchService,
  ) {}

  @Post('batch')
  @HttpCode(200)
  @Access('INTAKE')
  @Describe({
    summary: 'Opens cases from a list of notices, with a line of result for each of its lines',
    detail:
      'NDJSON, CSV (UTF-8 or GB18030) or XLSX; 10,000 notice lines and 32 MiB at most. The list is kept, then worked off while you read: one JSON object on each line, `type` batch, line, progress or summary. Rows of a table with the same issuer, notice number and merchant are one notice. Cut off half way, the same list sent again goes on: what is done answers REPEAT.',
    query: batchQuery,
    body: z.string(),
    consumes: NDJSON,
    alsoConsumes: [
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'multipart/form-data',
    ],
    answer: batchAnswer,
    produces: NDJSON,
    codes: ['guard.control-total', 'guard.infected', 'body.too-large', 'media.unsupported'],
  })
  async take(
    @Once() once: OnceRequest,
    @Query() query: object,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile | Answer> {
    const sent = await readSentList(request);
    const said = checked(batchQuery, { ...sent.fields, ...query }, Object.keys(batchQuery.shape));
    const batch = await this.intake.take(once, sent, said);
    if (batch instanceof Answer) return batch;
    const lines = this.runner.answer({ batch, caller: once.caller, key: once.key });
    return new StreamableFile(Readable.from(lines, { objectMode: false }), { type: NDJSON });
  }

  @Get('batches/:id')
  @Access('ANY_STAFF', 'AUDITOR')
  @Describe({
    summary: 'A list and how far it is, with its control totals and its file',
    answer: batchView,
    codes: ['batch.not-found'],
  })
  view(@Param('id') batchId: string, @Caller() caller: Caller) {
    return this.batches.view(batchId, caller);
  }

  @Get('batches/:id/lines')
  @Access('ANY_STAFF', 'AUDITOR')
  @Describe({
    summary: 'What became of the lines of a list, in its order',
    query: linesQuery,
    answer: linesAnswer,
    codes: ['batch.not-found'],
  })
  lines(@Param('id') batchId: string, @Query() query: unknown, @Caller() caller: Caller) {
    return this.batches.lines(batchId, caller, checked(linesQuery, query, Object.keys(linesQuery.shape)));
  }

  @Get('batches/:id/file')
  @Access('ANY_STAFF', 'AUDITOR')
  @Describe({
    summary: 'The file of a list as it is kept',
    produces: 'application/octet-stream',
    codes: ['batch.not-found'],
  })
  async file(
    @Param('id') batchId: string,
    @Caller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { batch, bytes } = await this.batches.file(batchId, caller);
    void reply.headers({
      'content-type': batch.mediaType,
      'content-disposition': `attachment; filename="${batchId}.${batch.format.toLowerCase()}"`,
    });
    return bytes;
  }
}
