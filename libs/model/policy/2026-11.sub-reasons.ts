import type { ConditionFact, MaterialCode, ReasonCode } from '../vocabulary.js';
import type { MaterialRule, Policy, SubReasonPolicy } from './policy.js';

const papers = (...codes: MaterialCode[]): { readonly materials: readonly MaterialRule[] } => ({
  materials: codes.map((code) => ({ code, need: 'REQUIRED' })),
});
const means = (...facts: ConditionFact[]): { readonly facts: readonly ConditionFact[] } => ({ facts });
const of = (reason: ReasonCode, more: Omit<SubReasonPolicy, 'of'> = {}): SubReasonPolicy => ({ of: [reason], ...more });

/** A terminal that was tampered with, or that stands elsewhere, is looked at by people, whatever stopped it (domain §2). */
const looked = { besides: ['ILLEGAL_OPERATION', 'TERMINAL_MISMATCH'] } as const;

/**
 * Particular causes within the reasons of domain §2, §4.6: what they ask for beside the reason's own papers, what they
 * mean, and how far they are told where that differs from the reason.
 */
export const SUB_REASON_POLICIES: Policy['subReasons'] = {
  FREQUENT_LARGE: of('TRADING_VIOLATION'),
  FICTITIOUS_TRADE: { of: ['TRADING_VIOLATION', 'ILLEGAL_OPERATION'], ...papers('M09'), disclosure: 'NONE' },

  CASH_OUT: of('ILLEGAL_OPERATION', papers('M27')),
  TERMINAL_MOVED: of('ILLEGAL_OPERATION', { ...papers('M09'), disclosure: 'NEUTRAL' }),
  MCC_FALSIFIED: of('ILLEGAL_OPERATION', { ...papers('M16'), disclosure: 'NEUTRAL' }),
  ROUTE_SWITCHED: of('ILLEGAL_OPERATION', papers('M27')),
  ONE_TERMINAL_MANY_CODES: of('ILLEGAL_OPERATION', papers('M27')),
  // The forensic report on leaked card data comes as the report of the replaced terminal, with the interview.
  SKIMMING: of('ILLEGAL_OPERATION', papers('M19', 'M27')),
  SECOND_CLEARING: of('ILLEGAL_OPERATION', papers('M17', 'M27')),

  ACCOUNT_WRONG: of('SETTLEMENT_ACCOUNT_ABNORMAL', means('accountChanges')),
  ACCOUNT_FROZEN: of('SETTLEMENT_ACCOUNT_ABNORMAL', means('accountFrozen')),
  ACCOUNT_CLOSED: of('SETTLEMENT_ACCOUNT_ABNORMAL', means('accountChanges')),
  // Fees, refunds, chargebacks or margin could not be debited: nothing of the account changes (domain §0).
  DEBIT_FAILED: of('SETTLEMENT_ACCOUNT_ABNORMAL', papers('M12')),

  LICENCE_EXPIRED: of('QUALIFICATION_EXPIRED', means('licenceExpired')),
  LICENCE_REVOKED: of('QUALIFICATION_EXPIRED', { ...means('licenceExpired'), ...papers('M12') }),
  NOT_MEETING_REQUIREMENTS: of('QUALIFICATION_EXPIRED', papers('M12', 'M13')),
  LEGAL_ID_EXPIRED: of('QUALIFICATION_EXPIRED', means('legalIdExpired')),
  PERMIT_EXPIRED: of('QUALIFICATION_EXPIRED', means('permitExpired')),

  SOFTWARE: of('SYSTEM_FAILURE'),
  NETWORK: of('SYSTEM_FAILURE'),
  TAMPER_ALARM: { of: ['SYSTEM_FAILURE', 'HARDWARE_DAMAGE', ...looked.besides], ...looked, disclosure: 'NONE' },
  BROKEN: of('HARDWARE_DAMAGE'),
  // The report of the loss to the police; a terminal that is gone cannot be photographed.
  STOLEN: of('HARDWARE_DAMAGE', { ...papers('M20'), without: ['M18'] }),

  CLASS_INELIGIBLE: of('POLICY_CHANGE', { task: 'TERMINATION_PROPOSAL' }),
  TERMINAL_UPGRADE: of('POLICY_CHANGE', papers('M18', 'M19')),
  PERMIT_NEEDED: of('POLICY_CHANGE', means('industryPermit')),
  OWNER_DISCLOSURE: of('POLICY_CHANGE', means('ownerChanges')),

  RELOCATED: { of: ['NATURAL_DISASTER', 'TERMINAL_MISMATCH'], besides: ['TERMINAL_MISMATCH'], ...papers('M08') },
  NO_TRADE_3_MONTHS: of('INACTIVITY'),
  NO_TRADE_12_MONTHS: of('INACTIVITY', papers('M18')),
  LOCATION_DEVIATES: of('TERMINAL_MISMATCH'),
  ELEMENTS_DIFFER: of('TERMINAL_MISMATCH', papers('M03')),

  // The shopper's bank said no: nothing is suspended at all, whatever was written down at first.
  ISSUER_SIDE_LIMIT: { of: [] },
};
