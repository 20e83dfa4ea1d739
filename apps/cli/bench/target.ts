/** What is measured, in the order of time and of the printed table: what is most compared stands side by side. */
export const TARGETS = ['floor', 'bareActivity', 'bareLean', 'bare', 'product', 'insert', 'accept'] as const;
export type TargetName = (typeof TARGETS)[number];

/** What each target is, in words. */
export const TARGET_WORDS: Readonly<Record<TargetName, string>> = {
  floor: 'one SQL transaction a message',
  bareActivity: 'bare Temporal, activity a message',
  bareLean: 'bare Temporal, workflow code run as lean as ours',
  bare: 'bare Temporal, update a message',
  product: 'Reinstate over HTTP',
  insert: 'one insert over HTTP',
  accept: 'Reinstate, signal kept',
};

/** Messages of one case. Every target takes the same ones, of the same size, and answers each. */
export const MESSAGES_A_CASE = 8;

/** One message as it is sent, and how long its answer is. */
export interface Exchange {
  readonly body: string;
  readonly answerBytes: number;
}

/** A message was not answered as it should be. */
export class BenchFailed extends Error {}

/** Processes that serve a target, by name: their CPU time is its own. */
export type Parts = Readonly<Record<string, number>>;

/** Something that takes cases. */
export interface Target {
  readonly name: TargetName;
  readonly parts: Parts;
  /** How long after an answer work may begin that was put off. */
  readonly putsOffMs: number;
  /** Makes what so many cases send, before time is taken. */
  prepare?(cases: number): void;
  /** One case from its first message to its last. Answers how long each message waited for its answer, in milliseconds. */
  runCase(): Promise<readonly number[]>;
}

/** Runs one message and answers how long it took, in milliseconds, and what came of it. */
export async function timed<T>(message: () => Promise<T>): Promise<readonly [ms: number, outcome: T]> {
  const startedAt = performance.now();
  const outcome = await message();
  return [performance.now() - startedAt, outcome];
}
