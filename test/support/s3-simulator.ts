import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A tiny S3 in memory that knows PutObject and GetObject in path style and compares the checksum it is given. */
export interface S3Simulator {
  readonly endpoint: string;
  /** Path → bytes, as they lie there. */
  readonly objects: Map<string, Buffer>;
  /** How many of the next requests are answered with 503. */
  failures: number;
  /** Never answers again, but keeps connections open. */
  silent: boolean;
  close(): Promise<void>;
}

type Answer = readonly [status: number, body: Buffer | string];

const error = (status: number, code: string): Answer => [
  status,
  `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`,
];

async function put(objects: Map<string, Buffer>, path: string, request: IncomingMessage): Promise<Answer> {
  const bytes = await buffer(request);
  const told = request.headers['x-amz-checksum-sha256'];
  if (told !== createHash('sha256').update(bytes).digest('base64')) return error(400, 'BadDigest');
  objects.set(path, bytes);
  return [200, ''];
}

export async function startS3Simulator(): Promise<S3Simulator> {
  const objects = new Map<string, Buffer>();
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const path = new URL(request.url ?? '', 'http://s3').pathname;
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=')) return error(403, 'AccessDenied');
    if (simulator.failures-- > 0) return error(503, 'SlowDown');
    if (request.method === 'PUT') return put(objects, path, request);
    return [objects.has(path) ? 200 : 404, objects.get(path) ?? error(404, 'NoSuchKey')[1]];
  };
  const server = createServer((request, response) => {
    if (simulator.silent) return;
    void answer(request).then(([status, body]) => response.writeHead(status).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const simulator: S3Simulator = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    failures: 0,
    silent: false,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return simulator;
}
