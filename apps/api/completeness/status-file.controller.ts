import { Controller, Get, Headers, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StatusForm } from '#partner';
import { Describe } from '../docs/describe.js';
import { BySignature, Partner, rawRequestOf } from '../partners/partner.guard.js';
import { Problem } from '../problem/problem.js';
import { sandboxQuery } from './beijing-day.js';
import { statusFileBody, statusOutcome } from './status-file.schema.js';
import { StatusFileService } from './status-file.service.js';

const TYPES: Readonly<Record<StatusForm, string>> = { NDJSON: 'application/x-ndjson', CSV: 'text/csv' };

/** Lists of what is stopped at the end of a day, theirs and ours. */
@Controller('partner/v1/status-files')
@BySignature()
export class StatusFileController {
  constructor(private readonly files: StatusFileService) {}

  @Post(':day')
  @Describe({
    summary: 'Hands in what the partner holds stopped at the end of a day',
    detail:
      'Kept as it came and compared with our record at that time; each difference is followed until a later list no longer shows it. The same list again is answered as before, with 200.',
    consumes: TYPES.NDJSON,
    alsoConsumes: [TYPES.CSV],
    query: sandboxQuery,
    body: statusFileBody,
    answer: statusOutcome,
    also: { 200: statusOutcome },
    codes: ['case.not-found', 'auth.role', 'body.too-large', 'media.unsupported'],
  })
  take(
    @Partner() partner: Partner,
    @Param('day') day: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ) {
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
    const form = (Object.keys(TYPES) as StatusForm[]).find((one) => TYPES[one] === type);
    if (!form)
      throw new Problem('media.unsupported', { detail: `Send the list as ${Object.values(TYPES).join(' or ')}.` });
    return this.files.take(partner, day, query, form, rawRequestOf(request).body);
  }

  @Get(':day')
  @Describe({
    summary: 'What we hold stopped of the partner’s merchants at the end of a day (Beijing)',
    detail:
      'In order, each place once; the closing line carries the totals and the SHA-256 of every byte before it. CSV with `Accept: text/csv`. Of merchants that were the partner’s own at that time, and never with a reason.',
    query: sandboxQuery,
    produces: TYPES.NDJSON,
    alsoProduces: [TYPES.CSV],
    codes: ['day.not-over', 'auth.role'],
  })
  async give(
    @Partner() partner: Partner,
    @Param('day') day: string,
    @Query() query: unknown,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const form: StatusForm = /\btext\/csv\b/i.test(accept ?? '') ? 'CSV' : 'NDJSON';
    const file = await this.files.give(partner, day, query, form);
    void reply.type(`${TYPES[form]}; charset=utf-8`);
    return file;
  }
}
