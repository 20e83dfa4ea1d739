import pg from 'pg';
import { preparedName } from './prepared.js';

/**
 * A connection to the record. Its statements of one turn of the event loop leave in one write, where the library writes
 * each by itself and a write costs more than what is in it; and those that are `prepared` go by their names.
 */
export class RecordClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    // The stream may be another one before: encryption puts its own in place.
    this.once('connect', () => cork((this as unknown as { connection: { stream: Stream } }).connection.stream));
    const query = this.query.bind(this) as (...asked: unknown[]) => unknown;
    const byName = (text: unknown, ...rest: unknown[]): unknown => {
      const name = typeof text === 'string' ? preparedName(text) : undefined;
      return query(name === undefined ? text : { name, text }, ...rest);
    };
    Object.assign(this, { query: byName });
  }
}

type Stream = NodeJS.WritableStream & { cork(): void; uncork(): void };

function cork(stream: Stream): void {
  const write = stream.write.bind(stream) as (...message: unknown[]) => boolean;
  let corked = false;
  const corkedWrite = (...message: unknown[]): boolean => {
    if (!corked) {
      corked = true;
      stream.cork();
      process.nextTick(() => {
        corked = false;
        stream.uncork();
      });
    }
    return write(...message);
  };
  Object.assign(stream, { write: corkedWrite });
}
