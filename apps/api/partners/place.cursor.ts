import { invalidRequest } from '../problem/problem.js';

/** A place in a list that is ordered by time, case and number. */
export interface Place {
  readonly createdAt: string;
  readonly caseId: string;
  readonly number: number;
}

/** A place as an opaque word for the next page. */
export const cursorOf = ({ createdAt, caseId, number }: Place): string =>
  Buffer.from(JSON.stringify([createdAt, caseId, number])).toString('base64url');

/** @throws Problem `request.invalid` for what is no place of such a list. */
export function placeOf(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const read = readPlace(cursor);
  if (read) return read;
  throw invalidRequest([{ pointer: '/cursor', message: 'is none of this list; ask for the first page again' }]);
}

function readPlace(cursor: string): Place | undefined {
  try {
    const [createdAt, caseId, number] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const isPlace = typeof createdAt === 'string' && !Number.isNaN(Date.parse(createdAt)) && typeof caseId === 'string';
    return isPlace && Number.isSafeInteger(number) ? { createdAt, caseId, number: Number(number) } : undefined;
  } catch {
    return undefined;
  }
}
