import { total } from './process-meter.js';
import type { Results, Reading } from './results.js';
import { percentile, spreadOf, type Spread } from './statistics.js';
import { MESSAGES_A_CASE, type TargetName } from './target.js';

/** A ratio or a figure the product is held to, as it was measured. */
export interface Goal {
  /** Its name in the JSON answer. */
  readonly key: string;
  readonly words: string;
  readonly must: number;
  readonly aim: number;
  /** Which way is better. */
  readonly wanted: 'MORE' | 'LESS';
  readonly unit: string;
  /** Undefined where this machine does not tell. */
  readonly measured: Spread | undefined;
}

/** What was measured beside the rounds. */
export interface Aside {
  readonly eventsPerMessage: Spread | undefined;
  readonly memoryMbPerCase: number;
}

export const casesPerSecond = ({ cases, seconds }: Reading): number => cases / seconds;
export const p50 = ({ messageMs }: Reading): number => percentile(messageMs, 0.5);
export const p99 = ({ messageMs }: Reading): number => percentile(messageMs, 0.99);
export const cpuPerMessage = ({ cpuMs, cases }: Reading): number => total(cpuMs) / (cases * MESSAGES_A_CASE);

/** CPU time a message of each part, medians of the rounds, in milliseconds. */
export function cpuByPart(readings: readonly Reading[]): Readonly<Record<string, number>> {
  const names = Object.keys(readings[0]?.cpuMs ?? {});
  const of = (name: string) =>
    spreadOf(readings.map(({ cpuMs, cases }) => (cpuMs[name] ?? 0) / (cases * MESSAGES_A_CASE)));
  return Object.fromEntries(names.map((name) => [name, of(name)?.median ?? Number.NaN]));
}

/** Whether a measured median is as good as a figure asks. */
export const reaches = ({ wanted, measured }: Goal, figure: number): boolean =>
  measured !== undefined && (wanted === 'MORE' ? measured.median >= figure : measured.median <= figure);

/** Goals of the product: speed beside a reference of the same run, and what it costs. */
export function goalsOf(results: Results, { eventsPerMessage, memoryMbPerCase }: Aside): readonly Goal[] {
  const product = (atOnce: number) => results.of('product', atOnce);
  const beside = (of: (reading: Reading) => number, atOnce: number, reference: TargetName) =>
    perRound(product(atOnce), results.of(reference, atOnce), (a, b) => of(a) / of(b));
  const more = { wanted: 'MORE', unit: '' } as const;
  const less = { wanted: 'LESS', unit: '' } as const;
  return [
    {
      key: 'n16.product:bare',
      words: 'cases/s at 16 : bare Temporal',
      must: 0.65,
      aim: 1,
      ...more,
      measured: beside(casesPerSecond, 16, 'bare'),
    },
    {
      key: 'n16.product:bareActivity',
      words: 'cases/s at 16 : bare with an activity a message',
      must: 0.8,
      aim: 1.25,
      ...more,
      measured: beside(casesPerSecond, 16, 'bareActivity'),
    },
    {
      key: 'n1.p50.product:bare',
      words: 'message p50 at 1 : bare Temporal',
      must: 1.5,
      aim: 1.1,
      ...less,
      measured: beside(p50, 1, 'bare'),
    },
    {
      key: 'n16.product.p99:p50',
      words: 'message p99 : p50 at 16',
      must: 3.5,
      aim: 2.5,
      ...less,
      measured: spreadOf(product(16).map((reading) => p99(reading) / p50(reading))),
    },
    ...[1, 16].map((atOnce) => ({
      key: `n${atOnce}.p50.accept:insert`,
      words: `signal kept p50 at ${atOnce} : one insert over HTTP`,
      must: 2,
      aim: 1.3,
      ...less,
      measured: perRound(results.of('accept', atOnce), results.of('insert', atOnce), (a, b) => p50(a) / p50(b)),
    })),
    {
      key: 'n64:n16.product',
      words: 'cases/s at 64 : at 16',
      must: 0.95,
      aim: 1.05,
      ...more,
      measured: perRound(product(64), product(16), (a, b) => casesPerSecond(a) / casesPerSecond(b)),
    },
    {
      key: 'history.events:message',
      words: 'history events a message',
      must: 9,
      aim: 6.5,
      ...less,
      measured: eventsPerMessage,
    },
    {
      key: 'worker.mb:case',
      words: 'worker memory a cached open case',
      must: 1,
      aim: 0.5,
      wanted: 'LESS',
      unit: ' MB',
      measured: spreadOf([memoryMbPerCase]),
    },
    {
      key: 'n16.cpuMs.product-bare',
      words: 'server CPU a message − bare Temporal',
      must: 6,
      aim: 0,
      wanted: 'LESS',
      unit: ' ms',
      measured: perRound(product(16), results.of('bare', 16), (a, b) => cpuPerMessage(a) - cpuPerMessage(b)),
    },
  ];
}

/**
 * Ratios nobody is held to, which tell where a goal was won or lost; among them the CPU of the product beside bare Temporal
 * without whoever calls it.
 */
export const asideRatios = (results: Results): Readonly<Record<string, Spread | undefined>> => ({
  'n16.product:bareLean': perRound(
    results.of('product', 16),
    results.of('bareLean', 16),
    (a, b) => casesPerSecond(a) / casesPerSecond(b),
  ),
  'n16.bareLean:bare': perRound(
    results.of('bareLean', 16),
    results.of('bare', 16),
    (a, b) => casesPerSecond(a) / casesPerSecond(b),
  ),
  'n16.cpuMs.product-bareUncalled': perRound(
    results.of('product', 16),
    results.of('bare', 16),
    (a, b) => cpuPerMessage(a) - cpuPerMessage(b) + (cpuByPart([b])['caller'] ?? 0),
  ),
  'n16.cpu.product:bare': perRound(
    results.of('product', 16),
    results.of('bare', 16),
    (a, b) => cpuPerMessage(a) / cpuPerMessage(b),
  ),
});

/** One figure a round, from what two targets gave in the same round. */
const perRound = (some: readonly Reading[], others: readonly Reading[], of: (a: Reading, b: Reading) => number) =>
  spreadOf(some.flatMap((reading, round) => (others[round] ? [of(reading, others[round])] : [])));
