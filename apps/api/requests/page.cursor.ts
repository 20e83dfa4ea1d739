import type { z } from 'zod';
import { invalidRequest } from '../problem/problem.js';

/** One page of a list; the cursor is an opaque word for the next, null where there is none. */
export interface Page<R> {
  readonly page: readonly R[];
  readonly nextCursor: string | null;
}

/**
 * Cuts a page out of what was found for it.
 * @param found one more than the page holds, where there are so many.
 * @param placeOf where in the list a row stands: what a cursor holds.
 */
export function pageOf<R>(found: readonly R[], limit: number, placeOf: (row: R) => readonly unknown[]): Page<R> {
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return { page, nextCursor: last ? Buffer.from(JSON.stringify(placeOf(last))).toString('base64url') : null };
}

/**
 * Reads the place a cursor holds; undefined where there is no cursor.
 * @throws Problem `request.invalid` for what is no place of such a list.
 */
export function placeIn<P>(cursor: string | undefined, place: z.ZodType<P>): P | undefined {
  if (cursor === undefined) return undefined;
  const read = place.safeParse(parsed(Buffer.from(cursor, 'base64url').toString()));
  if (read.success) return read.data;
  throw invalidRequest([{ pointer: '/cursor', message: 'is none of this list; ask for the first page again' }]);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
