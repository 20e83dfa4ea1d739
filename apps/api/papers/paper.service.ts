import { Injectable } from '@nestjs/common';
import { ExpiringPaperStore } from '#database';
import { MATERIAL_WORDS } from '#model';
import { institutionsOf, type CallerIdentity } from '../auth/caller.js';
import { checked } from '../problem/checked.js';
import { pageOf, placeIn } from '../requests/page.cursor.js';
import { expiringPlace, expiringQuery } from './paper.schema.js';

/** Papers on file as staff see them. */
@Injectable()
export class PaperService {
  constructor(private readonly papers: ExpiringPaperStore) {}

  /** One page of the papers that expire, of the institutions the caller sees. */
  async expiring(query: unknown, caller: CallerIdentity) {
    const { within, limit, cursor } = checked(expiringQuery, query, Object.keys(expiringQuery.shape));
    const filters = { institutions: institutionsOf(caller), within };
    const found = await this.papers.list(filters, placeIn(cursor, expiringPlace), limit + 1);
    const { page, nextCursor } = pageOf(found, limit, ({ validUntil, documentId }) => [validUntil, documentId]);
    return { items: page.map((paper) => ({ ...paper, materialText: MATERIAL_WORDS[paper.material] })), nextCursor };
  }
}
