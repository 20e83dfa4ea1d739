import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { MATERIAL_CODES, STATES } from '#model';
import { Access, Caller } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import { checked } from '../problem/checked.js';
import type { Answer } from '../requests/answer.js';
import { Once, type OnceRequest } from '../requests/once.js';
import { DocumentDownloads } from './document.download.js';
import { DocumentUploads } from './document.upload.js';
import { readUpload, uploadFields } from './upload.reader.js';

const itemAddress = z.object({ code: z.enum(MATERIAL_CODES) });
const uploaded = z.object({ documentId: z.string(), sha256: z.string(), seq: z.int(), state: z.enum(STATES) });
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** Papers of a case, in and out. */
@Controller('api/v1')
export class MaterialController {
  constructor(
    private readonly uploads: DocumentUploads,
    private readonly downloads: DocumentDownloads,
  ) {}

  @Post('cases/:id/materials/:code/documents')
  @Access('INTAKE')
  @Describe({
    summary: 'Uploads a paper for an item of the checklist',
    detail: 'PDF, JPEG or PNG by content, 10 MiB at most. By INTAKE it counts as on behalf of the merchant.',
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
    @Param('id') caseId: string,
    @Param('code') itemCode: string,
    @Once() once: OnceRequest,
    @Req() request: FastifyRequest,
  ): Promise<Answer> {
    const { code } = checked(itemAddress, { code: itemCode });
    return this.uploads.take(once, { caseId, code, upload: await readUpload(request) });
  }

  @Get('documents/:id')
  @Access('ANY_STAFF', 'AUDITOR')
  @Describe({ summary: 'Downloads a paper', produces: 'application/octet-stream', codes: ['document.not-found'] })
  async download(
    @Param('id') documentId: string,
    @Caller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { document, bytes } = await this.downloads.of(documentId, caller);
    void reply.headers({
      'content-type': document.mediaType,
      'content-disposition': `attachment; filename="${document.documentId}.${EXTENSIONS[document.mediaType] ?? 'bin'}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    return bytes;
  }
}
