import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** So long a server may still work on what it was sent by a process that is dead by then. */
const CARRIED_OUT_WITHIN_MS = 1_000;

/** A moment on the way to a server: these words have come over one connection, in this order. */
export interface Moment {
  readonly words: readonly string[];
  /** Whether the message with the last of them still gets through. */
  readonly passes: boolean;
}

interface Tripwire extends Moment {
  readonly trip: () => void;
  /** How many of the words each connection has sent. */
  readonly reached: Map<Socket, number>;
}

/** A TCP way to a server that calls somebody the very moment something is sent, before or after the server has it. */
export class TripwireProxy {
  private readonly server: Server;
  private tripwire: Tripwire | undefined;

  private constructor(target: { readonly host: string; readonly port: number }) {
    this.server = createServer((from) => this.join(from, createConnection(target)));
  }

  static async to(host: string, port: number): Promise<TripwireProxy> {
    const proxy = new TripwireProxy({ host, port });
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Calls `act` at the next such moment, once, before anything else happens. Resolves then. */
  at(moment: Moment, act: () => void): Promise<void> {
    return new Promise((resolve) => {
      const trip = (): void => {
        act();
        resolve();
      };
      this.tripwire = { ...moment, trip, reached: new Map() };
    });
  }

  close(): void {
    this.server.close();
  }

  private join(from: Socket, to: Socket): void {
    let [lingers, unread] = [false, ''];
    from.on('data', (bytes) => {
      const text = unread + bytes.toString('latin1');
      const tripwire = this.tripwire;
      if (!tripwire || !this.isComplete(tripwire, from, text)) {
        unread = text.slice(-64);
        return void to.write(bytes);
      }
      this.tripwire = undefined;
      lingers = tripwire.passes;
      if (tripwire.passes) to.write(bytes);
      tripwire.trip();
      setTimeout(() => to.destroy(), lingers ? CARRIED_OUT_WITHIN_MS : 0);
    });
    to.on('data', (bytes) => void from.write(bytes));
    for (const socket of [from, to]) socket.on('error', () => undefined);
    from.on('close', () => void (lingers || to.destroy()));
    to.on('close', () => from.destroy());
  }

  private isComplete({ words, reached }: Tripwire, from: Socket, text: string): boolean {
    let [at, place] = [reached.get(from) ?? 0, 0];
    for (let word = words[at]; word !== undefined; word = words[at]) {
      const found = text.indexOf(word, place);
      if (found < 0) break;
      [at, place] = [at + 1, found + word.length];
    }
    reached.set(from, at);
    return at === words.length;
  }
}
