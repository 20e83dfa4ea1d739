import multipart from '@fastify/multipart';
import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { Config } from '#config';
import { openDocumentStorage, type DocumentStorage } from '#database';
import { CasesModule } from '../cases/cases.module.js';
import { CONFIG } from '../settings.js';
import { DocumentDownloads } from './document.download.js';
import { DOCUMENT_STORAGE } from './document.storage-token.js';
import { DocumentUploads } from './document.upload.js';
import { MaterialController } from './material.controller.js';
import { Scanner, StandaloneScanner } from './scanner.js';

/** Papers up and down. */
@Module({
  imports: [CasesModule],
  controllers: [MaterialController],
  providers: [
    DocumentUploads,
    DocumentDownloads,
    { provide: Scanner, useClass: StandaloneScanner },
    {
      provide: DOCUMENT_STORAGE,
      inject: [CONFIG],
      useFactory: ({ DOCUMENT_STORE, S3_ENDPOINT }: Config): Promise<DocumentStorage> =>
        openDocumentStorage(DOCUMENT_STORE, S3_ENDPOINT),
    },
  ],
  exports: [DocumentUploads, Scanner, DOCUMENT_STORAGE],
})
export class MaterialsModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost<FastifyAdapter>) {}

  async onModuleInit(): Promise<void> {
    const fastify = this.host.httpAdapter.getInstance();
    if (!fastify.hasContentTypeParser('multipart/form-data')) await fastify.register(multipart);
  }
}
