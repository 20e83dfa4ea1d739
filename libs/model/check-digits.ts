const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';

const weighted = (values: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), 0);

/** Whether a text is a 统一社会信用代码: 18 characters, the last one the check by modulus 31 (GB 32100-2015). */
export function isCreditCode(text: string): boolean {
  const values = [...text].map((character) => CREDIT_ALPHABET.indexOf(character));
  if (values.length !== 18 || values.includes(-1)) return false;
  return (31 - (weighted(values, CREDIT_WEIGHTS) % 31)) % 31 === values[17];
}

/** Whether a text is a mainland identity number: a birth date in it, the last character the check by modulus 11-2 (GB 11643-1999). */
export function isIdentityNumber(text: string): boolean {
  const [, year, month, day] = /^\d{6}((?:18|19|20)\d\d)(\d\d)(\d\d)\d{3}[\dX]$/.exec(text) ?? [];
  if (year === undefined || !isDay(`${year}-${month}-${day}`)) return false;
  return ID_CHECKS[weighted([...text].map(Number), ID_WEIGHTS) % 11] === text[17];
}

function isDay(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(text);
}

/** Whether the digits of a card number end in their check (ISO/IEC 7812-1, Luhn). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const doubled = (digits.charCodeAt(digits.length - 1 - i) - 48) * (i % 2 === 1 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
