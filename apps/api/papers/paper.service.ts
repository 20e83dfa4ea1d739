import { Injectable } from '@nestjs/common';
import { ExpiringPaperStore, type ExpiringPlace } from '#database';
import { MATERIAL_WORDS } from '#model';
import { institutionsOf, type CallerIdentity } from '../auth/caller.js';
import { isDay } from '../completeness/beijing-day.js';
import { checked } from '../problem/checked.js';
import { invalidRequest } from '../problem/problem.js';
import { expiringQuery } from './paper.schema.js';

/** Papers on file as staff see them. */
@Injectable()
export class PaperService {
  constructor(private readonly papers: ExpiringPaperStore) {}

  /** One page of the papers that expire, of the institutions the caller sees. */
  async expiring(query: unknown, caller: CallerIdentity) {
    const { within, limit, cursor } = checked(expiringQuery, query, Object.keys(expiringQuery.shape));
    const filters = { institutions: institutionsOf(caller), within };
    const found = await this.papers.list(filters, placeOf(cursor), limit + 1);
    const items = found.slice(0, limit).map((paper) => ({ ...paper, materialText: MATERIAL_WORDS[paper.material] }));
    const last = found.length > limit ? items.at(-1) : undefined;
    return { items, nextCursor: last ? cursorOf(last) : null };
  }
}

const cursorOf = ({ validUntil, documentId }: ExpiringPlace): string =>
  Buffer.from(JSON.stringify([validUntil, documentId])).toString('base64url');

/** @throws Problem `request.invalid` for what is no place of such a list. */
function placeOf(cursor: string | undefined): ExpiringPlace | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [validUntil, documentId] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (isDay(validUntil) && typeof documentId === 'string' && !documentId.includes('\0'))
      return { validUntil, documentId };
  } catch {
    // Said below, as for every other text that is no cursor.
  }
  throw invalidRequest([{ pointer: '/cursor', message: 'is none of this list; ask for the first page again' }]);
}
