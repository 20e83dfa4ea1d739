import { Controller, Get, Header, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Access } from '../auth/access.js';
import { Describe } from '../docs/describe.js';
import { Problem } from '../problem/problem.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

const well = z.object({ status: z.enum(['live', 'ready']) });

/** What a supervisor and Prometheus ask. */
@Controller()
@Access('PUBLIC')
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @Header('cache-control', 'no-store')
  @Describe({ summary: 'The process runs', answer: well })
  live(): z.infer<typeof well> {
    return { status: 'live' };
  }

  @Get('health/ready')
  @Header('cache-control', 'no-store')
  @Describe({
    summary: 'The process can serve: database and Temporal answer',
    answer: well,
    codes: ['dependency.unavailable'],
  })
  async ready(): Promise<z.infer<typeof well>> {
    const missing = await this.readiness.missing();
    if (missing.length === 0) return { status: 'ready' };
    throw new Problem('dependency.unavailable', {
      detail: missing.map(({ why }) => why).join('; '),
      extensions: { missing },
      headers: { 'retry-after': '2' },
    });
  }

  @Get('metrics')
  @Describe({ summary: 'Figures for Prometheus', produces: 'text/plain' })
  async figures(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.type(this.metrics.contentType);
    return this.metrics.text();
  }
}
