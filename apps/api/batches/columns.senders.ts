import { SENDER_NAMINGS, theirName, type Naming } from '#partner';
import { LIST_FIELDS, type ColumnMapping, type ListFieldName } from './columns.js';
import { PLAIN_COLUMNS } from './columns.plain.js';

/** What a partner's messages call a field that our lists call otherwise. */
const MESSAGE_FIELDS: Readonly<Partial<Record<ListFieldName, readonly string[]>>> = {
  terminalNo: ['terminalNos', 'terminalNo'],
  capability: ['capabilities', 'capability'],
};
/** Fields no message of a partner has on its own. */
const LISTED_ONLY: readonly ListFieldName[] = ['issuer', 'amountYuan', 'amountFen', 'limitYuan'];

/** Headers a partner uses in its messages are headers of its lists too, and its codes are known there. */
function mappingOf(sender: string, naming: Naming, own: ColumnMapping['columns']): ColumnMapping {
  const names = (Object.keys(LIST_FIELDS) as ListFieldName[]).filter((name) => !LISTED_ONLY.includes(name));
  const said = names.flatMap((name) =>
    (MESSAGE_FIELDS[name] ?? [name]).map((ours) => [theirName(naming, ours), name] as const),
  );
  const { words } = PLAIN_COLUMNS;
  const { reasonCodes = {}, capabilities = {} } = naming.codes;
  return {
    ...PLAIN_COLUMNS,
    sender,
    issuer: naming.issuer,
    columns: [...PLAIN_COLUMNS.columns, ...said, ...own],
    words: {
      ...words,
      reasonCodes: { ...words.reasonCodes, ...reasonCodes },
      capability: { ...words.capability, ...capabilities },
    },
  };
}

/** Headers of each sender's own lists, besides those of its messages. What they really send is agreed with each: change it here. */
const OWN_COLUMNS: Readonly<Record<string, ColumnMapping['columns']>> = {
  unionpay: [
    ['风险类型', 'reasonCodes'],
    ['风险描述', 'reasonText'],
    ['受理终端号', 'terminalNo'],
    ['银联终端号', 'terminalNo'],
  ],
  lakala: [
    ['拉卡拉商户号', 'merchantNo'],
    ['拉卡拉终端号', 'terminalNo'],
  ],
  ums: [
    ['银商商户号', 'merchantNo'],
    ['银商终端号', 'terminalNo'],
  ],
  allinpay: [
    ['通联商户号', 'merchantNo'],
    ['通联终端号', 'terminalNo'],
  ],
  shengpay: [
    ['盛付通商户号', 'merchantNo'],
    ['盛付通终端号', 'terminalNo'],
  ],
};

/** Every known mapping, our own first. */
export const MAPPINGS: readonly ColumnMapping[] = [
  PLAIN_COLUMNS,
  ...Object.entries(OWN_COLUMNS).map(([sender, own]) => mappingOf(sender, SENDER_NAMINGS[sender]!, own)),
];

/** What `?sender=` may say. */
export const SENDER_NAMES = MAPPINGS.map(({ sender }) => sender) as [string, ...string[]];
