import { Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { readJson } from '#partner';
import { Describe } from '../docs/describe.js';
import * as schema from './endpoint.schema.js';
import { EndpointService } from './endpoint.service.js';
import { ordersQuery } from './order.schema.js';
import { BySignature, Partner, rawRequestOf } from './partner.guard.js';

const bodyOf = (request: FastifyRequest): unknown => readJson(rawRequestOf(request).body);

/** Where partners want to be told what happens. */
@Controller('partner/v1/endpoints')
@BySignature()
export class EndpointController {
  constructor(private readonly endpoints: EndpointService) {}

  @Post()
  @Describe({
    summary: 'Adds an endpoint; its secret is shown this once',
    body: schema.endpointBody,
    answer: schema.endpointMade,
    codes: ['endpoint.address-refused'],
  })
  add(@Partner() partner: Partner, @Req() request: FastifyRequest) {
    return this.endpoints.add(partner, bodyOf(request));
  }

  @Get()
  @Describe({ summary: 'The caller’s endpoints', answer: schema.endpointList })
  list(@Partner() partner: Partner) {
    return this.endpoints.list(partner);
  }

  @Patch(':id')
  @Describe({
    summary: 'Changes an endpoint, or enables it again',
    body: schema.endpointChange,
    answer: schema.endpointView,
    codes: ['endpoint.not-found', 'endpoint.address-refused'],
  })
  change(@Partner() partner: Partner, @Param('id') id: string, @Req() request: FastifyRequest) {
    return this.endpoints.change(partner, id, bodyOf(request));
  }

  @Delete(':id')
  @HttpCode(204)
  @Describe({ summary: 'Removes an endpoint', codes: ['endpoint.not-found'] })
  remove(@Partner() partner: Partner, @Param('id') id: string): Promise<void> {
    return this.endpoints.remove(partner, id);
  }

  @Post(':id/rotate')
  @HttpCode(200)
  @Describe({
    summary: 'Gives an endpoint a new secret; for 24 h the old one signs too',
    answer: schema.endpointRotated,
    codes: ['endpoint.not-found'],
  })
  rotate(@Partner() partner: Partner, @Param('id') id: string) {
    return this.endpoints.rotate(partner, id);
  }

  @Post(':id/redeliver')
  @HttpCode(200)
  @Describe({
    summary: 'Has everything told in a range of time told once more',
    body: schema.redeliverBody,
    answer: schema.redelivered,
    codes: ['endpoint.not-found'],
  })
  redeliver(@Partner() partner: Partner, @Param('id') id: string, @Req() request: FastifyRequest) {
    return this.endpoints.redeliver(partner, id, bodyOf(request));
  }

  @Get(':id/deliveries')
  @Describe({
    summary: 'What was sent to an endpoint and how it went, youngest first',
    query: ordersQuery,
    answer: schema.deliveryPage,
    codes: ['endpoint.not-found'],
  })
  log(@Partner() partner: Partner, @Param('id') id: string, @Query() query: unknown) {
    return this.endpoints.log(partner, id, query);
  }
}
