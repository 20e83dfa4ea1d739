import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * A TCP way to a server that can be broken: `cut` refuses and drops everything, as when the server's process is gone;
 * `swallow` keeps connections open and passes nothing on, as when the network is; `mend` lets all through again.
 */
export class BreakableProxy {
  private readonly sockets = new Set<Socket>();
  private swallowing = false;
  private port = 0;
  private server: Server;

  private constructor(private readonly target: { host: string; port: number }) {
    this.server = this.listener();
  }

  static async to(host: string, port: number): Promise<BreakableProxy> {
    const proxy = new BreakableProxy({ host, port });
    await proxy.mend();
    return proxy;
  }

  /** The same address through this proxy. */
  url(direct: string): string {
    const url = new URL(direct);
    url.hostname = '127.0.0.1';
    url.port = String(this.port);
    return url.href;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  swallow(): void {
    this.swallowing = true;
  }

  async mend(): Promise<void> {
    this.swallowing = false;
    if (this.server.listening) return;
    this.server = this.listener();
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  private listener(): Server {
    return createServer((from) => {
      const to = createConnection(this.target);
      this.join(from, to);
      this.join(to, from);
    });
  }

  private join(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.on('data', (bytes) => void (this.swallowing || to.write(bytes)));
    from.on('error', () => undefined);
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
  }
}
