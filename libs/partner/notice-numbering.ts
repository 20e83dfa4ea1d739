/**
 * How a partner numbers its notices. `form` is the number with `{year}`, `{month}` and `{day}` of its day and, last, the
 * running number: `{number:6}` is written with six digits at least. A form with a day starts at 1 each day, one without
 * goes on through the year.
 */
export interface Numbering {
  readonly form: string;
}

/**
 * Forms of notice numbers by partner. None of them is public: an institution puts those of its own contracts in their
 * place. Who has none here tells the numbers themselves.
 */
export const NUMBERINGS: Readonly<Record<string, Numbering>> = {
  unionpay: { form: 'UPR-{year}-{month}{day}-{number:6}' },
  ums: { form: 'UMS-{year}{month}{day}-{number:5}' },
  lakala: { form: 'LKL-{year}{month}{day}-{number:4}' },
  allinpay: { form: 'ALP-{year}{month}{day}-{number:4}' },
  shengpay: { form: 'SFT-{year}-{number:6}' },
};

/** The numbering of a partner's own notices; undefined where it is not known. */
export const numberingOf = (partner: string): Numbering | undefined =>
  Object.hasOwn(NUMBERINGS, partner) ? NUMBERINGS[partner] : undefined;

/** The running numbers of one day: how the notice numbers begin, how many digits follow, and whether they start at 1. */
export interface DaySeries {
  readonly prefix: string;
  readonly digits: number;
  readonly startsAtOne: boolean;
}

const NUMBER = /\{number:(\d+)\}$/;

/** What the notices of a day (`YYYY-MM-DD`) are numbered with. */
export function seriesOf({ form }: Numbering, day: string): DaySeries {
  const [year = '', month = '', date = ''] = day.split('-');
  const prefix = form.replace(NUMBER, '').replace('{year}', year).replace('{month}', month).replace('{day}', date);
  return { prefix, digits: Number(NUMBER.exec(form)?.[1]), startsAtOne: form.includes('{day}') };
}

/** The notice number with this running number. */
export const noticeNoAt = ({ prefix, digits }: DaySeries, sequence: number): string =>
  prefix + String(sequence).padStart(digits, '0');

/** The running number of a notice; undefined where its number is not one of the series. */
export function sequenceOf(series: DaySeries, noticeNo: string): number | undefined {
  if (!noticeNo.startsWith(series.prefix)) return undefined;
  const digits = noticeNo.slice(series.prefix.length);
  const sequence = /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
  // Written in any other way it is another notice number.
  return sequence > 0 && noticeNoAt(series, sequence) === noticeNo ? sequence : undefined;
}
