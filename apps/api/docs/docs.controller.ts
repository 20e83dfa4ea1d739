import { Controller, Get, Header, Inject, Param, Res } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import type { Config } from '#config';
import { Access } from '../auth/access.js';
import { Problem } from '../problem/problem.js';
import { CONFIG } from '../settings.js';
import { asyncApiOf, type AsyncApi } from './asyncapi.document.js';
import { Describe } from './describe.js';
import { docsAsset, DOCS_PAGE, DOCS_START } from './docs.page.js';
import { messagesPage } from './messages.page.js';
import { openApiOf, type OpenApi } from './openapi.document.js';
import { routesOf } from './route-list.js';

const VERSION = '1';
const HTML = 'text/html; charset=utf-8';
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** The contract as a document for machines and as a page for people. */
@Controller()
@Access('PUBLIC')
export class DocsController {
  private document: OpenApi | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('openapi.json')
  @Describe({ summary: 'This document' })
  openApi(): OpenApi {
    this.document ??= openApiOf(routesOf(this.discovery, this.reflector), this.config.PUBLIC_URL ?? '/', VERSION);
    return this.document;
  }

  @Get('asyncapi.json')
  @Describe({ summary: 'Signals and webhooks as an AsyncAPI 3 document' })
  asyncApi(): AsyncApi {
    return asyncApiOf(this.config.PUBLIC_URL, VERSION);
  }

  @Get('docs')
  @Header('content-type', HTML)
  @Header('content-security-policy', POLICY)
  @Describe({ summary: 'The contract as a page', produces: 'text/html' })
  page(): string {
    return DOCS_PAGE;
  }

  @Get('docs/messages')
  @Header('content-type', HTML)
  @Header('content-security-policy', POLICY)
  @Describe({ summary: 'Signals and webhooks as a page', produces: 'text/html' })
  messages(): string {
    return messagesPage(asyncApiOf(this.config.PUBLIC_URL, VERSION));
  }

  @Get('docs/start.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Describe({ summary: 'Starts the page', produces: 'text/javascript' })
  start(): string {
    return DOCS_START;
  }

  @Get('docs/:asset')
  @Describe({
    summary: 'Script, style or picture of the page',
    produces: 'application/octet-stream',
    codes: ['route.not-found'],
  })
  async asset(@Param('asset') name: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const asset = await docsAsset(name);
    if (!asset) throw new Problem('route.not-found');
    reply.header('content-type', asset.type).header('cache-control', 'public, max-age=86400');
    return asset.bytes;
  }
}
