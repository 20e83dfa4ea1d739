/** Condition facts that make a conditional paper required; set at triage or review (domain §4.6). */
export const CONDITION_FACTS = [
  'hitUpheld',
  'disputes',
  'accountChanges',
  'accountFrozen',
  'nameDiffers',
  'addressChanges',
  'oldLicence',
  'industryPermit',
  'ownerChanges',
  'licenceExpired',
  'legalIdExpired',
  'permitExpired',
] as const;
export type ConditionFact = (typeof CONDITION_FACTS)[number];

/** What is told of a reason outside the house: everything, a fixed neutral wording, or nothing until COMPLIANCE releases it. */
export const DISCLOSURES = ['FULL', 'NEUTRAL', 'NONE'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

/** Particular causes within a reason, set at triage (domain §4.6). */
export const SUB_REASONS = [
  'LICENCE_EXPIRED',
  'LICENCE_REVOKED',
  'NOT_MEETING_REQUIREMENTS',
  'LEGAL_ID_EXPIRED',
  'PERMIT_EXPIRED',
  'ACCOUNT_WRONG',
  'ACCOUNT_FROZEN',
  'ACCOUNT_CLOSED',
  'DEBIT_FAILED',
  'CASH_OUT',
  'TERMINAL_MOVED',
  'MCC_FALSIFIED',
  'ROUTE_SWITCHED',
  'ONE_TERMINAL_MANY_CODES',
  'SKIMMING',
  'SECOND_CLEARING',
  'FREQUENT_LARGE',
  'FICTITIOUS_TRADE',
  'SOFTWARE',
  'NETWORK',
  'TAMPER_ALARM',
  'STOLEN',
  'BROKEN',
  'CLASS_INELIGIBLE',
  'TERMINAL_UPGRADE',
  'PERMIT_NEEDED',
  'OWNER_DISCLOSURE',
  'RELOCATED',
  'NO_TRADE_3_MONTHS',
  'NO_TRADE_12_MONTHS',
  'LOCATION_DEVIATES',
  'ELEMENTS_DIFFER',
  'ISSUER_SIDE_LIMIT',
] as const;
export type SubReason = (typeof SUB_REASONS)[number];
