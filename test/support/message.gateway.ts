import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands where the institution's gateway for SMS, app and mail would be. */
export class MessageGateway {
  /** What it was handed, by id. */
  readonly taken = new Map<
    string,
    { readonly template: string; readonly text: { readonly zh: string; readonly en: string } }
  >();
  /** What it says of every message; null while nothing proves a delivery. */
  deliveredAt: string | null = null;
  private readonly server: Server = createServer((request, response) => {
    const id = decodeURIComponent(request.url?.split('/').at(-1) ?? '');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.method === 'PUT') this.taken.set(id, JSON.parse(Buffer.concat(chunks).toString()) as never);
      response.writeHead(this.taken.has(id) ? 200 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ deliveredAt: this.deliveredAt }));
    });
  });

  static async listen(): Promise<MessageGateway> {
    const gateway = new MessageGateway();
    await new Promise<void>((resolve) => gateway.server.listen(0, '127.0.0.1', resolve));
    return gateway;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
