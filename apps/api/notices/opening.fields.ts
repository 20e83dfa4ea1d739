import { canonical, hashOf, type FieldsOf, type ReasonCode, type Rules, type TextRef } from '#model';
import type { Notice } from './notice.schema.js';

/** The frozen copy of a notice: what the vault keeps, and what a repeat is compared with. */
export const contentOf = (notice: Notice): { readonly text: string; readonly hash: string } => ({
  text: canonical(notice),
  hash: hashOf(notice),
});

type Restrictions = FieldsOf<'NOTICE_INGESTED'>['restrictions'];

/** What the notice names, or what such a reason usually takes away, from the whole merchant. */
function restrictionsOf(notice: Notice, { policy }: Rules): Restrictions {
  if (notice.restrictions && notice.restrictions.length > 0) {
    return notice.restrictions.map(({ capability, level, terminalNo, storeNo, execution, limit }) => {
      const place = terminalNo ?? storeNo;
      return {
        capability,
        level,
        execution,
        ...(place !== undefined && { place }),
        ...(typeof limit === 'number' && { limitFen: limit }),
      };
    });
  }
  const usual = new Set(notice.reasonCodes.flatMap((code: ReasonCode) => policy.reasons[code].capabilities));
  return [...usual].map((capability) => ({ capability, level: 'MERCHANT', execution: 'DONE' }));
}

/** What an amended notice changes, for a person to accept. */
export const amendmentFields = (notice: Notice, content: TextRef, rules: Rules): FieldsOf<'NOTICE_AMENDED'> => ({
  content,
  contentHash: contentOf(notice).hash,
  reasonCodes: notice.reasonCodes,
  restrictions: restrictionsOf(notice, rules),
});

/** What of a notice the case is decided on: codes, numbers and instants, the words by reference only. */
export function openingFields(
  caseId: string,
  notice: Notice,
  content: TextRef,
  rules: Rules,
): FieldsOf<'NOTICE_INGESTED'> {
  const { issuer, noticeNo, noticeDate, effectiveAt, institutionCode, merchantNo, mcc, reasonCodes, sandbox } = notice;
  const { window, feedbackDueAt, documentNo, issuerReasonCode, merchant } = notice;
  return {
    caseId,
    issuer,
    noticeNo,
    noticeDate,
    effectiveAt,
    institutionCode,
    merchantNo,
    reasonCodes,
    sandbox,
    ...(mcc !== undefined && { mcc }),
    ...(merchant?.kind && { merchantKind: merchant.kind }),
    restrictions: restrictionsOf(notice, rules),
    transactions: (notice.transactions ?? []).map(({ rrn, at, amountFen }) => ({ transactionId: rrn, at, amountFen })),
    ...(window && { window }),
    ...(feedbackDueAt !== undefined && { feedbackDueAt }),
    ...(documentNo !== undefined && { documentNo }),
    ...(issuerReasonCode !== undefined && { issuerReasonCode }),
    content,
    contentHash: contentOf(notice).hash,
    policyVersion: rules.policy.version,
    policyHash: rules.policyHash,
    calendarVersion: rules.calendar.version,
    calendarHash: rules.calendarHash,
  };
}
