import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import type { Config } from '#config';
import { AppModule } from './app.module.js';
import { httpAdapter } from './http.adapter.js';
import { NestLog } from './nest.log.js';

/** No request waits for its line in the log: lines are written together, after a second at the latest, and at the end. */
const LOG_LINES = { sync: false, minLength: 4_096, periodicFlush: 1_000 };

/** The service, ready to listen. Neither database nor Temporal has to be there yet. */
export async function createApi(config: Config): Promise<NestFastifyApplication> {
  const lines = pino.destination(LOG_LINES);
  const logger = pino({ level: config.LOG_LEVEL, base: { process: 'api' } }, lines);
  return NestFactory.create<NestFastifyApplication>(AppModule.with(config), httpAdapter(logger), {
    bodyParser: false,
    logger: new NestLog(logger),
    abortOnError: false,
  });
}
