import type { Case } from './case.js';
import { oldestHeld } from './held-funds.js';
import { BEIJING_MS, DAY_MS, HOUR_MS, toMs, type Instant } from './instant.js';
import { restricted } from './reading.js';

/**
 * A merchant's usual business, as the acquirer hands it in: the mean turnover of each hour of the week (168 figures,
 * Monday 00:00 in Beijing first, fen) over the window, with the spread as percent of it.
 */
export interface Turnover {
  readonly window: { readonly from: Instant; readonly to: Instant };
  readonly weekFen: readonly number[];
  readonly spreadPercent: number;
  /** Share of the business that has moved to the alternative meanwhile, percent. */
  readonly migratedPercent: number;
}
export type Severity = 'NONE' | 'LOW' | 'MEDIUM' | 'HIGH';
export interface Range {
  readonly lowFen: number;
  readonly highFen: number;
}

/** The four effects of domain §6.2. Always an estimate; null where the data for it was not handed in. */
export interface Impact {
  readonly estimate: true;
  readonly window: Turnover['window'] | null;
  readonly settlementDelay: {
    readonly heldFen: number;
    readonly days: number;
    readonly fenDays: number;
    readonly limitAt: Instant | null;
    readonly severity: Severity;
  };
  readonly lostTurnover: { readonly range: Range; readonly percentOfMonth: number; readonly severity: Severity } | null;
  readonly creditRecord: { readonly daysUnresolved: number; readonly severity: Severity };
  readonly legalRisk: { readonly confirmedFen: number; readonly severity: Severity };
}

const HOURS_A_WEEK = 168;
const DAYS_A_MONTH = 30;
/** Monday 5 January 1970, 00:00 in Beijing. */
const FIRST_MONDAY_MS = 4 * DAY_MS - BEIJING_MS;

const hourOfWeek = (ms: number): number => Math.floor((ms - FIRST_MONDAY_MS) / HOUR_MS) % HOURS_A_WEEK;

/** Usual turnover of a stretch, whole hours of it counted in proportion. */
function usualFen({ weekFen }: Turnover, from: Instant, to: Instant): number {
  const hours = Math.max(0, (toMs(to) - toMs(from)) / HOUR_MS);
  const weeks = Math.floor(hours / HOURS_A_WEEK);
  const first = hourOfWeek(toMs(from));
  let sum = weeks * weekFen.reduce((total, fen) => total + fen, 0);
  for (let hour = 0; hour < hours - weeks * HOURS_A_WEEK; hour += 1) {
    sum += (weekFen[(first + hour) % HOURS_A_WEEK] ?? 0) * Math.min(1, hours - weeks * HOURS_A_WEEK - hour);
  }
  return Math.round(sum);
}

const grade = (value: number, medium: number, high: number): Severity =>
  value > high ? 'HIGH' : value >= medium ? 'MEDIUM' : value > 0 ? 'LOW' : 'NONE';

const acceptance = (capability: string): boolean => capability.startsWith('ACCEPT_');

/** Usual turnover of the places while each of them was stopped: until it worked again, for good or for a time, or until now. */
function stoppedFen(current: Case, turnover: Turnover, now: Instant): number {
  const places = current.scope.filter(({ capability, status }) => acceptance(capability) && status !== 'REPLACED');
  const stopped = new Set(restricted(current).map(({ itemId }) => itemId));
  const letGoAt = current.deadlines.find(({ name }) => name === 'T_TEMPORARY')?.segments[0]?.from;
  const lost = places.map(({ itemId, restoredAt, until }) => {
    const end = restoredAt ?? (until ? letGoAt : stopped.has(itemId) ? now : undefined);
    return usualFen(turnover, current.effectiveAt, end ?? current.effectiveAt);
  });
  return places.length === 0 ? 0 : lost.reduce((sum, fen) => sum + fen, 0) / places.length;
}

function lostTurnover(current: Case, turnover: Turnover, now: Instant): NonNullable<Impact['lostTurnover']> {
  const mean = stoppedFen(current, turnover, now) * (1 - turnover.migratedPercent / 100);
  const month = weekOf(turnover) * (DAYS_A_MONTH / 7);
  const percentOfMonth = month === 0 ? 0 : Math.round((mean / month) * 100);
  const spread = turnover.spreadPercent / 100;
  const range = { lowFen: Math.round(mean * Math.max(0, 1 - spread)), highFen: Math.round(mean * (1 + spread)) };
  return { range, percentOfMonth, severity: grade(percentOfMonth, 5, 20) };
}

/** By what is held against a day's turnover, where that is known, and by how long it is held (domain §6.2). */
function delaySeverity(heldFen: number, days: number, dayFen: number): Severity {
  if (heldFen === 0) return 'NONE';
  const worth = dayFen === 0 ? 0 : heldFen / dayFen;
  if (days > 7 || worth > 3) return 'HIGH';
  return worth >= 1 || (dayFen === 0 && days >= 1) ? 'MEDIUM' : 'LOW';
}

const weekOf = ({ weekFen }: Turnover): number => weekFen.reduce((total, fen) => total + fen, 0);

function settlementDelay(current: Case, now: Instant, turnover: Turnover | null): Impact['settlementDelay'] {
  const oldest = oldestHeld(current);
  const days = oldest ? Math.max(0, Math.floor((toMs(now) - toMs(oldest)) / DAY_MS)) : 0;
  const limitAt = current.deadlines.find(({ name }) => name === 'T_HOLD_LIMIT')?.dueAt ?? null;
  const severity = delaySeverity(current.heldFen, days, turnover ? weekOf(turnover) / 7 : 0);
  return { heldFen: current.heldFen, days, fenDays: current.heldFen * days, limitAt, severity };
}

/** Judicial thresholds of POS cash-out, about one and five million yuan (domain §1.1, general knowledge). */
const SERIOUS_FEN = 100_000_000;

function legalRisk(current: Case): Impact['legalRisk'] {
  const upheld = current.transactions
    .filter(({ verdict }) => verdict === 'UPHELD')
    .reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (!current.reasons.some(({ track }) => track !== 'SERVICE')) return { confirmedFen: upheld, severity: 'NONE' };
  const illegal = current.reasons.some(({ code }) => code === 'ILLEGAL_OPERATION');
  const confirmed = upheld > 0 || current.tasks.some(({ kind }) => kind === 'REPORT_TO_AUTHORITY');
  const severity: Severity =
    upheld >= SERIOUS_FEN || (illegal && confirmed) ? 'HIGH' : illegal || confirmed ? 'MEDIUM' : 'LOW';
  return { confirmedFen: upheld, severity };
}

/** What a suspension does to its merchant until now, or did until it closed. Pure. */
export function impact(current: Case, now: Instant, turnover: Turnover | null): Impact {
  const until = current.closedAt ?? now;
  const daysUnresolved = Math.max(0, Math.floor((toMs(until) - toMs(current.effectiveAt)) / DAY_MS));
  const listed = current.tasks.some(({ kind }) => kind === 'PROPOSE_BLACKLIST');
  return {
    estimate: true,
    window: turnover?.window ?? null,
    settlementDelay: settlementDelay(current, until, turnover),
    lostTurnover: turnover && lostTurnover(current, turnover, until),
    creditRecord: {
      daysUnresolved,
      severity: listed || daysUnresolved > 30 ? 'HIGH' : daysUnresolved > 7 ? 'MEDIUM' : 'LOW',
    },
    legalRisk: legalRisk(current),
  };
}
