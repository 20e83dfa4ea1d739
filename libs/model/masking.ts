const hidden = (length: number): string => '*'.repeat(length);

/** So many last characters, the rest hidden; of a short text a third at most is shown. */
function tail(text: string, shown: number): string {
  const characters = [...text];
  const kept = Math.min(shown, Math.floor(characters.length / 3));
  return hidden(characters.length - kept) + characters.slice(characters.length - kept).join('');
}

/** The first and last characters; all hidden where that would leave nothing to hide. */
function ends(text: string, first: number, last: number): string {
  const characters = [...text];
  const between = characters.length - first - last;
  if (between < 1) return hidden(characters.length);
  return characters.slice(0, first).join('') + hidden(between) + characters.slice(first + between).join('');
}

/** A part of a Chinese address that says where without saying which door: no road, lane or number. */
const PART = String.raw`[^\d\s路街巷弄道号村镇乡]{1,10}?`;
const TO_DISTRICT = new RegExp(
  `^(?:${PART}(?:省|自治区|特别行政区))?(?:${PART}(?:市|自治州|地区|盟))?(?:${PART}[区县旗市])?`,
  'u',
);

/**
 * How personal data is shown to those who need not know it (domain §5, after JR/T 0171): an identity number by its ends,
 * an account by its last four digits, a mobile number 3 + 4, a name by its last character, an address to its district.
 */
export const MASKS = {
  identityNumber: (text: string): string => ends(text, 1, 1),
  account: (text: string): string => tail(text, 4),
  phone: (text: string): string => (/^1\d{10}$/.test(text) ? ends(text, 3, 4) : tail(text, 4)),
  personName: (text: string): string => ends(text, 0, 1),
  /** A small merchant's sign often begins with its owner's name: of that the family name is left. */
  firmName: (text: string): string => ends(text, 1, 2),
  /** Of 18 characters the middle eight are hidden. */
  creditCode: (text: string): string => ends(text, 5, 5),
  address: (text: string): string => `${TO_DISTRICT.exec(text)?.[0] ?? ''}***`,
} as const satisfies Record<string, (text: string) => string>;
export type Mask = keyof typeof MASKS;
