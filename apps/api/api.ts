import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import type { Config } from '#config';
import { AppModule } from './app.module.js';
import { httpAdapter } from './http.adapter.js';
import { NestLog } from './nest.log.js';

/** The service, ready to listen. Neither database nor Temporal has to be there yet. */
export async function createApi(config: Config): Promise<NestFastifyApplication> {
  // No request waits for its line in the log; what is not written yet is when the process ends.
  const lines = pino.destination({ sync: false });
  const logger = pino({ level: config.LOG_LEVEL, base: { process: 'api' } }, lines);
  return NestFactory.create<NestFastifyApplication>(AppModule.with(config), httpAdapter(logger), {
    bodyParser: false,
    logger: new NestLog(logger),
    abortOnError: false,
  });
}
