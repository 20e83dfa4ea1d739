import type { Issuer } from '#model';

/** How a cell is read. YUAN becomes fen; dates and times without an offset are Beijing's. */
export type CellKind = 'TEXT' | 'CODES' | 'CODE' | 'DATE' | 'INSTANT' | 'FEN' | 'YUAN' | 'FLAG';

/** Where in a notice a cell goes: a member of it, or of the restriction or the transaction its row lists. */
export interface ListField {
  readonly kind: CellKind;
  readonly path: readonly string[];
  readonly part?: 'RESTRICTION' | 'TRANSACTION';
}

/** Every column a list can have. Two of them may say the same in different units. */
export const LIST_FIELDS = {
  issuer: { kind: 'CODE', path: ['issuer'] },
  noticeNo: { kind: 'TEXT', path: ['noticeNo'] },
  noticeDate: { kind: 'DATE', path: ['noticeDate'] },
  effectiveAt: { kind: 'INSTANT', path: ['effectiveAt'] },
  institutionCode: { kind: 'TEXT', path: ['institutionCode'] },
  merchantNo: { kind: 'TEXT', path: ['merchantNo'] },
  mcc: { kind: 'TEXT', path: ['mcc'] },
  reasonCodes: { kind: 'CODES', path: ['reasonCodes'] },
  reasonText: { kind: 'TEXT', path: ['reasonText'] },
  issuerReasonCode: { kind: 'TEXT', path: ['issuerReasonCode'] },
  documentNo: { kind: 'TEXT', path: ['documentNo'] },
  feedbackDueAt: { kind: 'INSTANT', path: ['feedbackDueAt'] },
  windowStart: { kind: 'INSTANT', path: ['window', 'start'] },
  windowEnd: { kind: 'INSTANT', path: ['window', 'end'] },
  sandbox: { kind: 'FLAG', path: ['sandbox'] },
  merchantKind: { kind: 'CODE', path: ['merchant', 'kind'] },
  merchantName: { kind: 'TEXT', path: ['merchant', 'name'] },
  agentCode: { kind: 'TEXT', path: ['merchant', 'agentCode'] },
  branchCode: { kind: 'TEXT', path: ['merchant', 'branchCode'] },
  tier: { kind: 'TEXT', path: ['merchant', 'tier'] },
  creditCode: { kind: 'TEXT', path: ['merchant', 'creditCode'] },
  legalRepName: { kind: 'TEXT', path: ['merchant', 'legalRep', 'name'] },
  legalRepIdNo: { kind: 'TEXT', path: ['merchant', 'legalRep', 'idNo'] },
  settlementAccountNo: { kind: 'TEXT', path: ['merchant', 'settlementAccount', 'no'] },
  settlementBankCode: { kind: 'TEXT', path: ['merchant', 'settlementAccount', 'bankCode'] },
  phone: { kind: 'TEXT', path: ['merchant', 'phone'] },
  address: { kind: 'TEXT', path: ['merchant', 'address'] },
  terminalNo: { kind: 'CODES', path: ['terminalNo'], part: 'RESTRICTION' },
  storeNo: { kind: 'CODES', path: ['storeNo'], part: 'RESTRICTION' },
  capability: { kind: 'CODES', path: ['capability'], part: 'RESTRICTION' },
  execution: { kind: 'CODE', path: ['execution'], part: 'RESTRICTION' },
  limitFen: { kind: 'FEN', path: ['limit'], part: 'RESTRICTION' },
  limitYuan: { kind: 'YUAN', path: ['limit'], part: 'RESTRICTION' },
  rrn: { kind: 'TEXT', path: ['rrn'], part: 'TRANSACTION' },
  transactionAt: { kind: 'INSTANT', path: ['at'], part: 'TRANSACTION' },
  amountFen: { kind: 'FEN', path: ['amountFen'], part: 'TRANSACTION' },
  amountYuan: { kind: 'YUAN', path: ['amountFen'], part: 'TRANSACTION' },
  maskedPan: { kind: 'TEXT', path: ['maskedPan'], part: 'TRANSACTION' },
} as const satisfies Readonly<Record<string, ListField>>;
export type ListFieldName = keyof typeof LIST_FIELDS;

/** The field itself, without the narrowness of the table. */
export const fieldOf = (name: ListFieldName): ListField => LIST_FIELDS[name];

/** Words that stand for our codes, by the field they stand in; whatever is not listed is taken as it stands. */
export type CodeWords = Readonly<Partial<Record<ListFieldName, Readonly<Record<string, string>>>>>;

/** How one sender writes its lists, as data: which header means what, which word which code. */
export interface ColumnMapping {
  /** What `?sender=` says. */
  readonly sender: string;
  /** Who issues a notice whose row does not say. */
  readonly issuer?: Issuer;
  /** Header → field. Our own field names are headers everywhere. */
  readonly columns: readonly (readonly [header: string, field: ListFieldName])[];
  readonly words: CodeWords;
  /** How the first cell of a closing row begins that gives control totals: lines, then the sum of all amounts. */
  readonly trailers: readonly string[];
  /** What a terminal or store loses whose row does not say. */
  readonly usualCapabilities: readonly string[];
}

/** Headers and words as they are compared: without case, width, blanks and marks. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.:*]/g, '');
