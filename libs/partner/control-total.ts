import { noticeNoAt, sequenceOf, type DaySeries } from './notice-numbering.js';

/** What an issuer says it sent on one day. */
export interface ControlTotal {
  /** Different notice numbers. */
  readonly notices: number;
  /** The running number of its last notice of the day. */
  readonly lastSequence?: number | undefined;
  /** Every number of the day. */
  readonly noticeNos?: readonly string[] | undefined;
}

/** By what missing notices are found: the numbers told, the running number told, or the gaps between those that came. */
export type TotalBasis = 'NUMBERS' | 'SEQUENCE' | 'GAPS';

/** A day of an issuer: what was told, what came, and what lies between. */
export interface DayComparison {
  readonly basis: TotalBasis;
  /** Null as long as nothing was told. */
  readonly told: number | null;
  readonly received: number;
  /** Told minus received: below zero where more came than was told; null as long as nothing was told. */
  readonly difference: number | null;
  /** Numbers that should be here and are not, in order. */
  readonly missing: readonly string[];
  /** Numbers that are here and that the issuer does not know, in order. */
  readonly extra: readonly string[];
  /** Something was told, and it is exactly what came. */
  readonly complete: boolean;
}

/** No day has more; more numbers than this are not made up either, however far apart two running numbers are. */
export const MOST_NOTICES = 10_000;

const inOrder = (numbers: Iterable<string>): readonly string[] =>
  [...new Set(numbers)].sort((a, b) => (a < b ? -1 : Number(a > b)));

/** The running numbers from one to another, as notice numbers; the first of them where there are too many. */
function numbersBetween(series: DaySeries, first: number, last: number): readonly string[] {
  const length = Math.max(0, Math.min(last - first + 1, MOST_NOTICES));
  return Array.from({ length }, (_, index) => noticeNoAt(series, first + index));
}

/** What the day should hold by its running numbers; a series that does not start at 1 ends with as many as were told. */
function numbersTold(series: DaySeries, { notices, lastSequence = 0 }: ControlTotal): readonly string[] {
  const first = series.startsAtOne ? 1 : Math.max(1, lastSequence - notices + 1);
  return numbersBetween(series, first, lastSequence);
}

/** From the first that must or did come to the last that came. */
function numbersSeen(series: DaySeries, received: readonly string[]): readonly string[] {
  const seen = received.flatMap((noticeNo) => sequenceOf(series, noticeNo) ?? []);
  if (seen.length === 0) return [];
  const lowest = seen.reduce((least, one) => Math.min(least, one));
  const highest = seen.reduce((most, one) => Math.max(most, one));
  return numbersBetween(series, series.startsAtOne ? 1 : lowest, highest);
}

/**
 * Compares what an issuer told of a day with the notices of that day that came.
 * @param series of the day; undefined where the issuer's numbering is not known.
 */
export function compareDay(
  total: ControlTotal | undefined,
  receivedNos: readonly string[],
  series: DaySeries | undefined,
): DayComparison {
  const received = inOrder(receivedNos);
  const { basis, expected } = expectedOf(total, received, series);
  const [isExpected, hasCome] = [new Set(expected), new Set(received)];
  const missing = inOrder(expected.filter((noticeNo) => !hasCome.has(noticeNo)));
  const extra = basis === 'GAPS' ? [] : received.filter((noticeNo) => !isExpected.has(noticeNo));
  const told = total?.notices ?? null;
  const difference = told === null ? null : told - received.length;
  const complete = difference === 0 && missing.length === 0 && extra.length === 0;
  return { basis, told, received: received.length, difference, missing, extra, complete };
}

function expectedOf(
  total: ControlTotal | undefined,
  received: readonly string[],
  series: DaySeries | undefined,
): { readonly basis: TotalBasis; readonly expected: readonly string[] } {
  if (total?.noticeNos) return { basis: 'NUMBERS', expected: total.noticeNos };
  if (!series) return { basis: 'GAPS', expected: [] };
  if (total?.lastSequence !== undefined) return { basis: 'SEQUENCE', expected: numbersTold(series, total) };
  return { basis: 'GAPS', expected: numbersSeen(series, received) };
}
