import {
  CAPABILITIES,
  code,
  date,
  fen,
  flag,
  id,
  instant,
  isInstant,
  list,
  MERCHANT_KINDS,
  optional,
  REASONS,
  record,
  text,
  type Fields,
} from '#model';
import { beijingDateOf } from './freshness.js';
import type { Naming } from './naming.js';
import type { Values } from './payload.js';
import type { Finding } from './signal.schema.js';

/** A notice of api.md §3 with its members side by side, as partners' messages have them. */
export const NOTICE_FIELDS = {
  noticeNo: id,
  noticeDate: optional(date),
  effectiveAt: optional(instant),
  institutionCode: id,
  merchantNo: id,
  mcc: optional(id),
  reasonCodes: list(code(REASONS), 13),
  reasonText: optional(text()),
  /** Each terminal loses each capability; without a terminal the whole merchant does. */
  terminalNos: optional(list(id, 1500)),
  capabilities: optional(list(code(CAPABILITIES), 12)),
  execution: optional(code(['DONE', 'ORDERED'])),
  limitFen: optional(fen),
  transactions: optional(list(record({ rrn: id, at: instant, amountFen: fen, maskedPan: optional(id) }), 1000)),
  merchantKind: optional(code(MERCHANT_KINDS)),
  merchantName: optional(text(200)),
  windowStart: optional(instant),
  windowEnd: optional(instant),
  feedbackDueAt: optional(instant),
  documentNo: optional(id),
  sandbox: optional(flag),
} as const satisfies Fields;

const given = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const without = (values: Values, names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

function restrictionsOf({ terminalNos, capabilities, execution, limitFen }: Values): readonly Values[] {
  const known: readonly string[] = CAPABILITIES;
  const taken = textsOf(capabilities).filter((capability) => known.includes(capability));
  const places = textsOf(terminalNos);
  const more = given({ execution, limit: limitFen });
  return taken.flatMap((capability) =>
    places.length === 0
      ? [{ capability, level: 'MERCHANT', ...more }]
      : places.map((terminalNo) => ({ capability, level: 'TERMINAL', terminalNo, ...more })),
  );
}

/** Reasons we know; any other is OTHER, for triage to tell, with the sender's code beside it. */
function reasonsOf(reasonCodes: unknown): { readonly known: readonly string[]; readonly foreign: readonly string[] } {
  const all: readonly string[] = REASONS;
  const [said, foreign] = [textsOf(reasonCodes), textsOf(reasonCodes).filter((one) => !all.includes(one))];
  const known = said.map((one) => (all.includes(one) ? one : 'OTHER'));
  return { known: known.length > 0 ? [...new Set(known)] : ['OTHER'], foreign };
}

/**
 * The notice of api.md §3 that flat values say. A reason or restriction code we do not know never costs the notice: the
 * first becomes OTHER, the second is left out, and the sender is told.
 */
export function noticeOf(
  naming: Naming,
  values: Values,
  occurredAt: unknown,
): { readonly notice: Values; readonly findings: readonly Finding[] } {
  const { merchantKind, merchantName, windowStart, windowEnd, reasonCodes, ...rest } = values;
  const { known, foreign } = reasonsOf(reasonCodes);
  const restrictions = restrictionsOf(values);
  const lost = textsOf(values['capabilities']).filter(
    (one) => !restrictions.some(({ capability }) => capability === one),
  );
  const merchant = given({ kind: merchantKind, name: merchantName });
  const notice = given({
    issuer: naming.issuer,
    ...without(rest, ['terminalNos', 'capabilities', 'execution', 'limitFen']),
    noticeDate: rest['noticeDate'] ?? (isInstant(occurredAt) ? beijingDateOf(occurredAt) : undefined),
    effectiveAt: rest['effectiveAt'] ?? occurredAt,
    reasonCodes: known,
    issuerReasonCode: foreign.length > 0 ? foreign.join(',').replace(/\s/g, '').slice(0, 64) || undefined : undefined,
    restrictions: restrictions.length > 0 ? restrictions : undefined,
    merchant: Object.keys(merchant).length > 0 ? merchant : undefined,
    window: windowStart && windowEnd ? { start: windowStart, end: windowEnd } : undefined,
  });
  const findings = [
    ...foreign.map(() => ({
      pointer: '/payload/reasonCodes',
      message: 'has a code that is not known; taken as OTHER',
    })),
    ...lost.map(() => ({ pointer: '/payload/capabilities', message: 'has a code that is not known; left out' })),
  ];
  return { notice, findings };
}

/** The flat values of a notice: the inverse of {@link noticeOf}, for simulators. */
export function flatNotice(notice: Values): Values {
  const { restrictions, merchant, window } = notice;
  const stops = Array.isArray(restrictions) ? (restrictions as readonly Values[]) : [];
  const distinct = (name: string) => {
    const values = [...new Set(stops.flatMap((stop) => (stop[name] === undefined ? [] : [stop[name]])))];
    return values.length > 0 ? values : undefined;
  };
  const [person, span] = [(merchant ?? {}) as Values, (window ?? {}) as Values];
  return given({
    ...without(notice, ['restrictions', 'merchant', 'window', 'issuer']),
    terminalNos: distinct('terminalNo'),
    capabilities: distinct('capability'),
    execution: stops[0]?.['execution'],
    limitFen: stops[0]?.['limit'] ?? undefined,
    merchantKind: person['kind'],
    merchantName: person['name'],
    windowStart: span['start'],
    windowEnd: span['end'],
  });
}
