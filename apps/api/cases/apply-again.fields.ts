import { restrictionsLeft } from '#contract';
import { restricted, type Case, type FieldsOf, type Rules } from '#model';

type Opening = FieldsOf<'NOTICE_INGESTED'>;

const NUMBER_LENGTH = 128;

/** The number of the `n`-th application under a notice, from 2; the first one is the notice's own. */
export function againNumber({ noticeNo, linkedTo }: Pick<Case, 'noticeNo' | 'linkedTo'>, n: number): string {
  const [, first = noticeNo, counted = '1'] = (linkedTo !== null && /^(.+)\+(\d+)$/.exec(noticeNo)) || [];
  const suffix = `+${Number(counted) + n - 1}`;
  return first.slice(0, NUMBER_LENGTH - suffix.length) + suffix;
}

/** Reasons that hold what is left; all of the case where its items name none. */
function reasonsLeft(old: Case): Opening['reasonCodes'] {
  const holding = new Set(restricted(old).flatMap(({ reasons }) => reasons));
  const all = old.reasons.map(({ code }) => code);
  const left = all.filter((code) => holding.has(code));
  return left.length > 0 ? left : all;
}

/**
 * What a linked case opens with: the notice of the old one with what is left of its restrictions, under the rules now in
 * force. The issuer's date for an answer is over and does not come along.
 * @param opening fields of the old case's first event.
 */
export function againFields(
  old: Case,
  opening: Opening,
  { caseId, noticeNo }: Pick<Opening, 'caseId' | 'noticeNo'>,
  rules: Rules,
): Opening {
  const { mcc, documentNo, issuerReasonCode, window } = opening;
  return {
    caseId,
    issuer: old.issuer,
    noticeNo,
    noticeDate: old.noticeDate,
    effectiveAt: old.effectiveAt,
    institutionCode: old.institutionCode,
    merchantNo: old.merchantNo,
    sandbox: old.sandbox,
    ...(mcc !== undefined && { mcc }),
    ...(documentNo !== undefined && { documentNo }),
    ...(issuerReasonCode !== undefined && { issuerReasonCode }),
    reasonCodes: reasonsLeft(old),
    restrictions: restrictionsLeft(old),
    transactions: old.transactions.map(({ transactionId, at, amountFen }) => ({ transactionId, at, amountFen })),
    merchantKind: old.merchantKind,
    ...(window && { window: { start: window.start, end: old.windowEnd ?? window.end } }),
    content: old.content,
    contentHash: old.contentHash,
    linkedTo: old.caseId,
    policyVersion: rules.policy.version,
    policyHash: rules.policyHash,
    calendarVersion: rules.calendar.version,
    calendarHash: rules.calendarHash,
  };
}
