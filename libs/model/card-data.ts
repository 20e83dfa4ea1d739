import { isIdentityNumber, passesLuhn } from './check-digits.js';

/** Numbers of the card schemes met in China: first digits and lengths (ISO/IEC 7812 register, scheme rules). */
const BANK_PREFIXES: readonly { readonly begins: RegExp; readonly lengths: readonly number[] }[] = [
  { begins: /^62|^81[0-7]|^601382|^603|^955/, lengths: [16, 17, 18, 19] },
  { begins: /^4/, lengths: [13, 16, 19] },
  { begins: /^5[1-5]|^222[1-9]|^22[3-9]|^2[3-6]|^27[01]|^2720/, lengths: [16] },
  { begins: /^3[47]/, lengths: [15] },
  { begins: /^35(2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  { begins: /^30[0-5]|^3[689]/, lengths: [14, 15, 16, 17, 18, 19] },
  { begins: /^6011|^64[4-9]|^65/, lengths: [16, 17, 18, 19] },
  { begins: /^50(18|20|38)|^5893|^6304|^6759|^676[1-3]/, lengths: [16, 17, 18, 19] },
];

const CARD_LENGTHS = [...new Set(BANK_PREFIXES.flatMap(({ lengths }) => lengths))];

/** Digits as people group them: single blanks, dots or dashes between. */
const DIGIT_RUN = /\d(?:[ .\u2010-\u2015-]?\d){12,}/g;
/** Digits of a UUID are of chance, and those of one in two thousand would pass for a card's. */
const UUID = /(?<![0-9a-f])[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9a-f])/gi;
/** A security code or PIN written out in words. */
const SECRET_IN_WORDS =
  /\b(?:cvn2?|cvv2?|cvc2?)\b\s*(?:(?:is|为|是)\s*)?(?:[:=]\s*)?\d{3,4}(?!\d)|\bpin\b\s*[:=]\s*\d{4,12}(?!\d)/gi;
/** Members no message to us may have, whatever they hold. */
const SECRET_MEMBER =
  /^(cvn2?|cvv2?|cvc2?|securitycode|track[123]?(data)?|trackdata[123]?|magstripe|pin(block|data)?|pan|fullpan|icdata|cardexpiry)$/;
/** Members whose numbers are no cards: they are told by their own formats. */
const OWN_FORMAT = /\/(settlementAccount\/no|legalRep\/idNo|creditCode|phone|merchantNo|institutionCode)$/;

/** How long a card number may be that begins so. */
const lengthsOf = (digits: string): readonly number[] =>
  BANK_PREFIXES.flatMap(({ begins, lengths }) => (begins.test(digits) ? lengths : []));

/** Whether digits are what a bank card's number looks like: a known bank prefix and length, Luhn, and no identity number. */
export const isCardNumber = (digits: string): boolean =>
  lengthsOf(digits).includes(digits.length) && passesLuhn(digits) && !isIdentityNumber(digits);

/** Whether a member of this name carries what must never be sent to us (api.md §3). */
export const isSecretMember = (name: string): boolean => SECRET_MEMBER.test(name.toLowerCase().replace(/[_-]/g, ''));

/** Whether the number at this JSON pointer has a format of its own and is not looked at as a card's. */
export const hasOwnFormat = (pointer: string): boolean => OWN_FORMAT.test(pointer);

/** A text as it is read, and for each of its characters where that one stands in the text as it was written. */
interface Reading {
  readonly plain: string;
  readonly at: readonly number[];
}

const NO_WIDTH = /[\u200b-\u200d\u2060\ufeff]/g;

/** Whether it is worth a closer look: most texts hold no long number and no word for a secret. */
function mayHold(text: string): boolean {
  const plain = text.normalize('NFKC').replace(NO_WIDTH, '');
  return plain.search(DIGIT_RUN) >= 0 || plain.search(SECRET_IN_WORDS) >= 0;
}

/** Full-width digits are digits, and what has no width is not there. */
function reading(text: string): Reading {
  let plain = '';
  const at: number[] = [];
  let index = 0;
  for (const character of text) {
    const read = character < '\x80' ? character : character.replace(NO_WIDTH, '').normalize('NFKC');
    plain += read;
    for (let i = 0; i < read.length; i += 1) at.push(index);
    index += character.length;
  }
  return { plain, at };
}

/** A stretch of the digits of a run, the end not in it. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What is hidden of a card's digits. */
const within = ({ start, end }: Stretch): Stretch => ({ start: start + 6, end: end - 4 });

/**
 * Where in a run digits of card numbers are to be hidden. A card begins and ends where a group of digits does; what is
 * hidden parts groups, which may bring out further cards beside it: these are looked for there alone, so that a text of
 * any make is read in time to its length.
 */
function hiddenIn(run: string): readonly number[] {
  const places: number[] = [];
  const [starts, ends] = [new Set<number>(), new Set<number>()];
  for (const { index, 0: group } of run.matchAll(/\d+/g)) {
    starts.add(places.length);
    for (let i = 0; i < group.length; i += 1) places.push(index + i);
    ends.add(places.length);
  }
  const digits = run.replace(/\D/g, '');
  const hidden = new Set<number>();
  const isCard = ({ start, end }: Stretch): boolean => {
    for (let digit = start; digit < end; digit += 1) if (hidden.has(digit)) return false;
    return starts.has(start) && ends.has(end) && isCardNumber(digits.slice(start, end));
  };
  const from = (start: number): Stretch[] =>
    lengthsOf(digits.slice(start, start + 6)).map((length) => ({ start, end: start + length }));
  const upTo = (end: number): Stretch[] => CARD_LENGTHS.map((length) => ({ start: end - length, end }));
  for (let found = [...starts].flatMap(from).filter(isCard); found.length > 0;) {
    const parted = found.map(within);
    for (const { start, end } of parted) {
      for (let digit = start; digit < end; digit += 1) hidden.add(digit);
      ends.add(start);
      starts.add(end);
    }
    found = parted.flatMap(({ start, end }) => [...upTo(start), ...from(end)]).filter(isCard);
  }
  return [...hidden].map((digit) => places[digit]!);
}

/** Where in the plain text digits stand that no one may see: a card's but its first six and last four, a secret's all. */
function hidden(text: string): ReadonlySet<number> {
  const plain = text.replace(UUID, (uuid) => '_'.repeat(uuid.length));
  const found = new Set<number>();
  for (const { index, 0: run } of plain.matchAll(DIGIT_RUN))
    for (const place of hiddenIn(run)) found.add(index + place);
  for (const { index, 0: said } of plain.matchAll(SECRET_IN_WORDS)) {
    const digits = /\d+$/.exec(said)!.index;
    for (let place = digits; place < said.length; place += 1) found.add(index + place);
  }
  return found;
}

/** Whether a text holds what looks like a full card number, a security code or a PIN. */
export const holdsCardData = (text: string): boolean => mayHold(text) && hidden(reading(text).plain).size > 0;

/** The text with `*` for every digit of a suspected card number but the first six and last four, and of codes written out. */
export function maskCardText(text: string): string {
  if (!mayHold(text)) return text;
  const { plain, at } = reading(text);
  const masked = new Set([...hidden(plain)].map((place) => at[place]!));
  if (masked.size === 0) return text;
  let [result, index] = ['', 0];
  for (const character of text) {
    result += masked.has(index) ? '*' : character;
    index += character.length;
  }
  // What is masked may bring out a code in words that stood against it without a break.
  return maskCardText(result);
}

const DEEPEST = 16;
const MASK = '***';

/**
 * A message with every suspected card number masked and every member for secrets emptied, and where that was (JSON
 * pointers): a binding notice is never lost to a number (api.md §3). What is nested deeper than 16 is cut off, and said
 * so too. Never throws.
 */
export function maskCardData(value: unknown): { readonly value: unknown; readonly pointers: readonly string[] } {
  const pointers: string[] = [];
  const found = (pointer: string, masked: unknown): unknown => {
    pointers.push(pointer);
    return masked;
  };
  const walk = (part: unknown, pointer: string, depth: number): unknown => {
    if (typeof part === 'number' && isCardNumber(String(part))) return found(pointer, maskCardText(String(part)));
    if (typeof part === 'string' && !hasOwnFormat(pointer)) {
      const masked = maskCardText(part);
      return masked === part ? part : found(pointer, masked);
    }
    if (typeof part !== 'object' || part === null) return part;
    if (depth === DEEPEST) return found(pointer, null);
    if (Array.isArray(part)) return part.map((one, i) => walk(one, `${pointer}/${i}`, depth + 1));
    const members = Object.entries(part).map(([name, member]) => {
      const at = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      return [name, isSecretMember(name) ? found(at, MASK) : walk(member, at, depth + 1)] as const;
    });
    return Object.fromEntries(members);
  };
  return { value: walk(value, '', 0), pointers };
}
