import { auditorOfStack } from './auditor.client.js';

/** A bundle as the running stack gives it out now. */
export interface TakenBundle {
  readonly caseId: string;
  readonly archive: Buffer;
}

const PAGE = 200;

/**
 * The bundles of every case of the running stack, one after the other; words stay in the vault.
 * @throws Error when it does not run, or does not answer as it should.
 */
export async function* everyBundle(): AsyncGenerator<TakenBundle> {
  const ask = await auditorOfStack();
  let cursor = '';
  do {
    const query = `sandbox=both&sort=openedAt&limit=${PAGE}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
    const page = (await (await ask(`/api/v1/cases?${query}`)).json()) as CasePage;
    for (const { caseId } of page.items) {
      const bundle = await ask(`/audit/v1/cases/${caseId}/bundle?texts=withheld`);
      yield { caseId, archive: Buffer.from(await bundle.arrayBuffer()) };
    }
    cursor = page.nextCursor ?? '';
  } while (cursor);
}

interface CasePage {
  readonly items: readonly { readonly caseId: string }[];
  readonly nextCursor: string | null;
}
