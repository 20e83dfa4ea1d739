import { randomBytes } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LENGTH = 10;
const CHANCE_LENGTH = 16;

/** The form of a case's id: `case_` and a ULID. */
export const CASE_ID_PATTERN = /^case_[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** A new case id. Ids sort by the millisecond they were made in; the rest is 80 bits of chance. */
export function newCaseId(nowMs: number): string {
  let time = '';
  for (let rest = nowMs, i = 0; i < TIME_LENGTH; i += 1, rest = Math.floor(rest / 32))
    time = CROCKFORD[rest % 32] + time;
  const chance = [...randomBytes(CHANCE_LENGTH)].map((byte) => CROCKFORD[byte % 32]).join('');
  return `case_${time}${chance}`;
}
