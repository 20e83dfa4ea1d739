import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Body, Controller, Global, Module, Post } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from '@temporalio/client';
import { DataSource } from 'typeorm';
import { Access } from '../auth/access.js';
import { ProblemFilter } from '../problem/problem.filter.js';
import { Problem } from '../problem/problem.js';
import { Answer, sendAnswers } from '../requests/answer.js';
import { HealthModule } from './health.module.js';

const DAY_SECONDS = 86_400;
const around = { databaseAnswers: true, temporalAnswers: true, retentionDays: 3_650 };

const database = { query: () => (around.databaseAnswers ? Promise.resolve([]) : Promise.reject(new Error('away'))) };
const temporal = {
  options: { namespace: 'default' },
  withDeadline: <T>(_: number, ask: () => T): T => ask(),
  workflowService: {
    describeNamespace: () =>
      around.temporalAnswers
        ? Promise.resolve({
            config: { workflowExecutionRetentionTtl: { seconds: around.retentionDays * DAY_SECONDS } },
          })
        : Promise.reject(new Error('away')),
  },
};

@Controller('cases')
@Access('PUBLIC')
class CommandController {
  @Post(':id/commands')
  command(@Body() body: { outcome: string }): unknown {
    if (body.outcome === 'thrown') throw new Problem('case.not-found');
    return body.outcome === 'kept' ? new Answer(422, { code: 'guard.four-eyes' }) : { seq: 2 };
  }
}

@Global()
@Module({
  imports: [HealthModule],
  controllers: [CommandController],
  providers: [
    { provide: DataSource, useValue: database },
    { provide: Client, useValue: temporal },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [DataSource, Client],
})
class AroundModule {}

let app: NestFastifyApplication;
beforeAll(async () => {
  const adapter = new FastifyAdapter();
  sendAnswers(adapter.getInstance());
  app = await NestFactory.create<NestFastifyApplication>(AroundModule, adapter, { logger: false });
  await app.init();
});
afterAll(() => app.close());

const ready = async (present: Partial<typeof around>) => {
  Object.assign(around, { databaseAnswers: true, temporalAnswers: true, retentionDays: 3_650 }, present);
  const { statusCode, headers, body } = await app.inject('/health/ready');
  return { statusCode, retryAfter: headers['retry-after'], body: JSON.parse(body) as { missing?: { part: string }[] } };
};

describe('readiness', () => {
  test('is told when database and Temporal answer', async () => {
    expect(await ready({})).toEqual({ statusCode: 200, retryAfter: undefined, body: { status: 'ready' } });
  });

  test.each([
    ['database', { databaseAnswers: false }],
    ['temporal', { temporalAnswers: false }],
    ['retention', { retentionDays: 1 }],
  ])('names what is missing: %s', async (part, present) => {
    const { statusCode, retryAfter, body } = await ready(present);
    expect([statusCode, retryAfter, body.missing?.map((missing) => missing.part)]).toEqual([503, '2', [part]]);
  });

  test('is not asked for life', async () => {
    Object.assign(around, { databaseAnswers: false, temporalAnswers: false });
    expect((await app.inject('/health/live')).statusCode).toBe(200);
  });
});

describe('the figures', () => {
  const figures = async () => (await app.inject('/metrics')).body.split('\n');
  const send = (payload: object) => app.inject({ method: 'POST', url: '/cases/case_1/commands', payload });

  test('count commands by what became of them, known names only', async () => {
    await send({ command: 'APPROVE', outcome: 'done' });
    await send({ command: 'APPROVE', outcome: 'kept' });
    await send({ command: 'APPROVE', outcome: 'thrown' });
    await send({ command: 'canary-4f1c', outcome: 'done' });
    const lines = (await figures()).filter((line) => line.startsWith('reinstate_commands_total'));
    expect(lines).toEqual([
      'reinstate_commands_total{command="APPROVE",outcome="done"} 1',
      'reinstate_commands_total{command="APPROVE",outcome="guard.four-eyes"} 1',
      'reinstate_commands_total{command="APPROVE",outcome="case.not-found"} 1',
    ]);
  });

  test('time requests by route and status, without ids', async () => {
    await app.inject('/cases/canary-4f1c');
    const lines = (await figures()).filter((line) => line.startsWith('reinstate_http_request_seconds_count'));
    expect(lines).toContainEqual(expect.stringContaining('method="POST",route="/cases/:id/commands",status="201"'));
    expect(lines).toContainEqual(expect.stringContaining('route="none",status="404"'));
    expect(lines.join()).not.toContain('canary');
  });
});
