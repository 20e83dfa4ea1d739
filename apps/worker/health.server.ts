import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, register } from 'prom-client';

/** By itself the library wakes the process a hundred times a second. */
const EVENT_LOOP_LOOK_MS = 100;

/** Answers /health/live, /health/ready and /metrics for whatever runs the worker. */
export function healthServer(host: string, port: number, isReady: () => boolean): Promise<Server> {
  collectDefaultMetrics({ eventLoopMonitoringPrecision: EVENT_LOOP_LOOK_MS });
  const server = createServer((request, response) => {
    const answer = (status: number, body: string, type = 'application/json') =>
      response.writeHead(status, { 'content-type': type }).end(body);
    if (request.url === '/health/live') return answer(200, '{"status":"live"}');
    if (request.url === '/health/ready')
      return answer(isReady() ? 200 : 503, JSON.stringify({ status: isReady() ? 'ready' : 'starting' }));
    if (request.url !== '/metrics') return answer(404, '{}');
    return void register.metrics().then(
      (metrics) => answer(200, metrics, register.contentType),
      () => answer(500, '{}'),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}
