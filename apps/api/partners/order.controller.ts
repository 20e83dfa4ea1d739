import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { readJson } from '#partner';
import { Describe } from '../docs/describe.js';
import { orderAnswerBody, orderPage, ordersQuery } from './order.schema.js';
import { OrderService } from './order.service.js';
import { BySignature, Partner, rawRequestOf } from './partner.guard.js';
import { signalAnswer } from './signal.schema.js';

/** What partners are to do at their terminals. */
@Controller('partner/v1/orders')
@BySignature()
export class OrderController {
  constructor(private readonly orders: OrderService) {}

  @Get()
  @Describe({ summary: 'Orders to lift or apply a restriction, oldest first', query: ordersQuery, answer: orderPage })
  list(@Partner() partner: Partner, @Query() query: unknown) {
    return this.orders.list(partner, query);
  }

  @Post(':orderId')
  @HttpCode(200)
  @Describe({
    summary: 'Answers an order',
    body: orderAnswerBody,
    answer: signalAnswer,
    also: { 202: signalAnswer },
    codes: ['case.not-found', 'order.not-found', 'signal.body-changed'],
  })
  answer(@Partner() partner: Partner, @Param('orderId') orderId: string, @Req() request: FastifyRequest) {
    return this.orders.answer(partner, orderId, readJson(rawRequestOf(request).body));
  }
}
