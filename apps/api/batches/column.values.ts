import { dateOfCompact, instantOfCompact } from '#partner';
import { parseInstant } from '#model';
import { comparable, fieldOf, type ColumnMapping, type ListFieldName } from './columns.js';

/** 2026-11-23, 2026/11/23, 2026.11.23 and 2026年11月23日, with a time of day or without. */
const WRITTEN =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]*(\d{1,2})[:时点](\d{2})(?:[:分](\d{2})(?:\.\d{1,3})?)?[分秒]?)?$/;
const BETWEEN_CODES = /[|;、,\n]+/;
const MONEY = /^¥?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2})0*)?元?$/;
const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  '1': true,
  yes: true,
  y: true,
  是: true,
  false: false,
  '0': false,
  no: false,
  n: false,
  否: false,
};

const two = (part: string): string => part.padStart(2, '0');

/** What cannot be read stays as it is, for the schema to say what is wrong with it. */
function instantText(text: string): string {
  const read = parseInstant(text) ?? instantOfCompact(text);
  if (read) return read;
  const day = dateOfCompact(text);
  if (day) return `${day}T00:00:00+08:00`;
  const [, year, month, date, hours = '0', minutes = '0', seconds = '0'] = WRITTEN.exec(text) ?? [];
  if (!year || !month || !date) return text;
  return `${year}-${two(month)}-${two(date)}T${two(hours)}:${two(minutes)}:${two(seconds)}+08:00`;
}

/** A time of day behind the day is dropped. */
function dateText(text: string): string {
  const day = dateOfCompact(text);
  const [, year, month, date] = WRITTEN.exec(text) ?? [];
  return day ?? (year && month && date ? `${year}-${two(month)}-${two(date)}` : text);
}

function fenOfYuan(text: string): number | string {
  const [, yuan, fraction = ''] = MONEY.exec(text) ?? [];
  return yuan === undefined ? text : Number(yuan.replaceAll(',', '') + fraction.padEnd(2, '0'));
}

const plainFen = (text: string): number | string => (/^\d{1,15}$/.test(text) ? Number(text) : text);

function codesOf({ words }: ColumnMapping, field: ListFieldName, text: string): readonly string[] {
  const known = Object.entries(words[field] ?? {}).map(([word, code]) => [comparable(word), code] as const);
  const meaning = new Map(known);
  return text
    .normalize('NFKC')
    .split(BETWEEN_CODES)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .flatMap((one) => (meaning.get(comparable(one)) ?? one).split('|'));
}

/** What a cell says, in the words of a notice; list fields give lists. Never throws. */
export function valueOf(mapping: ColumnMapping, field: ListFieldName, cell: string): unknown {
  const text = cell.normalize('NFKC').trim();
  switch (fieldOf(field).kind) {
    case 'TEXT':
      return cell;
    case 'CODES':
      return codesOf(mapping, field, cell);
    case 'CODE':
      return codesOf(mapping, field, cell).join('|');
    case 'DATE':
      return dateText(text);
    case 'INSTANT':
      return instantText(text);
    case 'FEN':
      return plainFen(text);
    case 'YUAN':
      return fenOfYuan(text);
    case 'FLAG':
      return FLAGS[text.toLowerCase()] ?? cell;
  }
}
