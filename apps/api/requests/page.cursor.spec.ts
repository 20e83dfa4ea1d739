import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { word } from '../audit/query.parts.js';
import { pageOf, placeIn } from './page.cursor.js';

const ROWS = [1, 2, 3, 4, 5].map((number) => ({ id: `row_${number}`, number }));
const place = z.tuple([word, z.int()]).transform(([id, number]) => ({ id, number }));
const placeOf = ({ id, number }: (typeof ROWS)[number]) => [id, number];
const cursorOf = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a page', () => {
  test('ends with a cursor that gives its last place back', () => {
    const { page, nextCursor } = pageOf(ROWS.slice(0, 3), 2, placeOf);
    expect(page).toEqual(ROWS.slice(0, 2));
    expect(placeIn(nextCursor!, place)).toEqual(ROWS[1]);
  });

  test.each([5, 6])('that holds all there is, of %i at most, has no next one', (limit) => {
    expect(pageOf(ROWS, limit, placeOf)).toEqual({ page: ROWS, nextCursor: null });
    expect(placeIn(undefined, place)).toBeUndefined();
  });

  test.each([
    ['', 'no base64 of JSON'],
    ['%%%', 'no base64'],
    [cursorOf(null), 'nothing'],
    [cursorOf(['row_1']), 'half a place'],
    [cursorOf(['row_1', 1.5]), 'a fraction'],
    [cursorOf(['row_1\0', 1]), 'a character no text may have'],
    [cursorOf(['row_1', 1, 2]), 'more than a place'],
  ])('after the cursor %j, which is %s, is refused', (cursor) => {
    expect(() => placeIn(cursor, place)).toThrow(expect.objectContaining({ code: 'request.invalid' }));
  });
});
