import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { MATERIAL_CODES, STATES } from '#model';
import { Describe } from '../docs/describe.js';
import { DocumentUploads } from '../materials/document.upload.js';
import { readSignedUpload, uploadFields } from '../materials/upload.reader.js';
import { checked } from '../problem/checked.js';
import type { Answer } from '../requests/answer.js';
import { onceOf } from '../requests/once.js';
import { outwardPage, outwardQuery, partnerCase, partnerCases, partnerCasesQuery } from './partner-case.schema.js';
import { PartnerCaseService } from './partner-case.service.js';
import { BySignature, Partner } from './partner.guard.js';

const itemAddress = z.object({ code: z.enum(MATERIAL_CODES) });
const uploaded = z.object({ documentId: z.string(), sha256: z.string(), seq: z.int(), state: z.enum(STATES) });

/** Cases of a partner's merchants. */
@Controller('partner/v1/cases')
@BySignature()
export class PartnerCaseController {
  constructor(
    private readonly cases: PartnerCaseService,
    private readonly uploads: DocumentUploads,
  ) {}

  @Get()
  @Describe({ summary: 'Cases by notice or merchant', query: partnerCasesQuery, answer: partnerCases })
  find(@Partner() partner: Partner, @Query() query: unknown) {
    return this.cases.find(partner, query);
  }

  @Get(':id')
  @Describe({
    summary: 'A case: its state, what the merchant owes, what is restricted, whom it waits for',
    answer: partnerCase,
    codes: ['case.not-found'],
  })
  view(@Partner() partner: Partner, @Param('id') caseId: string) {
    return this.cases.view(partner, caseId);
  }

  @Get(':id/events')
  @Describe({
    summary: 'What partners were told of a case, without a gap, each with the hash of the one before',
    query: outwardQuery,
    answer: outwardPage,
    codes: ['case.not-found'],
  })
  events(@Partner() partner: Partner, @Param('id') caseId: string, @Query() query: unknown) {
    return this.cases.events(partner, caseId, query);
  }

  @Post(':id/materials/:code/documents')
  @Describe({
    summary: 'Uploads a paper of the merchant',
    detail: 'As staff do; a resend under the same Idempotency-Key is answered as the first.',
    consumes: 'multipart/form-data',
    body: uploadFields,
    answer: uploaded,
    status: 201,
    codes: [
      'case.not-found',
      'case.closed',
      'case.frozen',
      'transition.not-allowed',
      'body.too-large',
      'media.unsupported',
      'guard.infected',
    ],
  })
  async upload(
    @Partner() partner: Partner,
    @Param('id') caseId: string,
    @Param('code') itemCode: string,
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    await this.cases.owned(partner, caseId);
    const { code } = checked(itemAddress, { code: itemCode });
    const upload = await readSignedUpload(request);
    return this.uploads.take(onceOf(request, `signed:${request.id}`), { caseId, code, upload });
  }
}
