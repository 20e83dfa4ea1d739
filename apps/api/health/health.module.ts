import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { commandIn } from './command.counted.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

const MS_PER_SECOND = 1_000;

/** `/health/live`, `/health/ready` and `/metrics`. */
@Module({
  controllers: [HealthController],
  providers: [Readiness, Metrics],
  exports: [Metrics],
})
export class HealthModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly metrics: Metrics,
  ) {}

  /** A hook and not an interceptor: what the guard or the body parser refuses counts too. */
  onModuleInit(): void {
    this.host.httpAdapter.getInstance().addHook('onResponse', (request, reply, done) => {
      const route = request.routeOptions.url ?? 'none';
      this.metrics.requestAnswered(request.method, route, reply.statusCode, reply.elapsedTime / MS_PER_SECOND);
      const command = commandIn(request);
      if (command !== undefined) this.metrics.commandAnswered(command, reply.problemCode ?? 'done');
      done();
    });
  }
}
