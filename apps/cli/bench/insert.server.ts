import { randomUUID } from 'node:crypto';
import fastify from 'fastify';
import { Pool } from 'pg';
import { WRITE_ROW } from './rows.js';

/** As many as the product's api has. */
const CONNECTIONS = 10;

const pool = new Pool({ connectionString: process.env['BENCH_INSERT'] ?? '', max: CONNECTIONS });
const server = fastify();
server.post('/', async ({ body }, reply) => {
  const id = randomUUID();
  await pool.query(WRITE_ROW, [id, 1, JSON.stringify(body)]);
  return reply.status(202).send({ id, status: 'ACCEPTED' });
});
process.stdout.write(`${await server.listen({ host: '127.0.0.1', port: 0 })}/\n`);
