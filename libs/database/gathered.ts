import DataLoader from 'dataloader';
import { postgresErrorOf } from './postgres-error.js';

const MOST_AT_ONCE = 16;

/** Of PostgreSQL: what is wrong with a value, with a key, or between two transactions is wrong with one of many. */
const ONE_OF_MANY = /^(22|23|40)/;

const isOfOne = (error: unknown): boolean => ONE_OF_MANY.test(postgresErrorOf(error)?.code ?? '');

/**
 * Asks the database one question for many who ask the same kind of thing: the first goes at once, and those that come
 * while it is on its way go together in the next.
 */
export class Gathered<Asked, Said> {
  private readonly loader: DataLoader<Asked, Said>;
  private underWay: Promise<unknown> = Promise.resolve();

  /** @param ask answers each in its place, with an error where one alone cannot be answered. */
  constructor(private readonly ask: (all: readonly Asked[]) => Promise<readonly (Said | Error)[]>) {
    this.loader = new DataLoader((all) => this.send(all), {
      cache: false,
      maxBatchSize: MOST_AT_ONCE,
      batchScheduleFn: (go) => void this.underWay.then(go),
    });
  }

  /** @throws what went wrong with this one, or with the question as a whole. */
  of(asked: Asked): Promise<Said> {
    return this.loader.load(asked);
  }

  private send(all: readonly Asked[]): Promise<readonly (Said | Error)[]> {
    const said = this.ask(all).catch((error: unknown) => {
      if (all.length === 1 || !isOfOne(error)) throw error;
      return Promise.all(all.map((one) => this.alone(one)));
    });
    this.underWay = said.catch(() => undefined);
    return said;
  }

  private async alone(asked: Asked): Promise<Said | Error> {
    try {
      return (await this.ask([asked]))[0]!;
    } catch (error) {
      return error as Error;
    }
  }
}
