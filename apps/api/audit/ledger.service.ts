import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AccessStore, RefusalStore, RevealStore, Vault, VaultError, type LedgerPage } from '#database';
import { institutionsOf, type CallerIdentity } from '../auth/caller.js';
import { CaseReader } from '../cases/case.reader.js';
import type { accessQuery, refusalQuery, revealQuery } from './ledger.schema.js';

/** A ledger as somebody asks for it, narrowed already: its pages, and how its rows are told apart and laid out. */
export interface AskedLedger<Item extends object = object> {
  readonly name: string;
  readonly keyOf: (item: Item) => string;
  /** Columns of its CSV; names of members, `a.b` for a member of one. */
  readonly columns: readonly string[];
  readonly page: (page: LedgerPage) => Promise<readonly Item[]>;
}

const REFUSAL_COLUMNS = [
  'refusalId', 'at', 'code', 'row', 'actorId', 'actorRoles', 'caseId', 'requestId', 'seq', 'stateHash', 'chainHead', 'now',
  'command', 'policyVersion', 'calendarVersion', 'rulesRevision',
]; // prettier-ignore
const ACCESS_COLUMNS = ['accessId', 'at', 'action', 'actorId', 'actorRoles', 'route', 'caseId', 'documentId'];
const REVEAL_COLUMNS = [
  'revealId', 'at', 'expiresAt', 'actorId', 'actorRoles', 'caseId', 'fields', 'reason.textId', 'reason.commitment',
  'reason.words',
]; // prettier-ignore

/** Who was refused what, who looked at what, who was shown what: each in the institutions the asker sees. */
@Injectable()
export class LedgerService {
  constructor(
    private readonly cases: CaseReader,
    private readonly refusalStore: RefusalStore,
    private readonly accesses: AccessStore,
    private readonly revealStore: RevealStore,
    private readonly vault: Vault,
  ) {}

  /** @throws Problem `case.not-found` for a case the caller does not see. */
  async refusals({ caseId, actor, code, from, to }: z.output<typeof refusalQuery>, caller: CallerIdentity) {
    if (caseId !== undefined) await this.cases.recorded(caseId, caller);
    const filters = { institutions: institutionsOf(caller), caseId, actorId: actor, code, from, to };
    return {
      name: 'refusals',
      keyOf: ({ refusalId }: { readonly refusalId: string }) => refusalId,
      columns: REFUSAL_COLUMNS,
      page: (page: LedgerPage) => this.refusalStore.list(filters, page),
    };
  }

  looks({ actor, caseId, documentId, action, from, to }: z.output<typeof accessQuery>, caller: CallerIdentity) {
    const filters = { institutions: institutionsOf(caller), caseId, documentId, actorId: actor, action, from, to };
    return {
      name: 'access-log',
      keyOf: ({ accessId }: { readonly accessId: string }) => accessId,
      columns: ACCESS_COLUMNS,
      page: (page: LedgerPage) => this.accesses.list(filters, page),
    };
  }

  reveals({ caseId, actor, field, from, to }: z.output<typeof revealQuery>, caller: CallerIdentity) {
    const filters = { institutions: institutionsOf(caller), caseId, actorId: actor, field, from, to };
    return {
      name: 'reveals',
      keyOf: ({ revealId }: { readonly revealId: string }) => revealId,
      columns: REVEAL_COLUMNS,
      page: async (page: LedgerPage) => {
        const found = await this.revealStore.list(filters, page);
        const words = await this.wordsOf(found.map(({ reason }) => reason.textId));
        return found.map(({ reason, ...reveal }) => ({
          ...reveal,
          reason: { ...reason, words: words.get(reason.textId) ?? null },
        }));
      },
    };
  }

  /** Words that were altered, or whose key is not at hand, are left out; the commitment tells. */
  private async wordsOf(textIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const opened = textIds.map((textId) =>
      this.vault.open([textId]).catch((error: unknown) => {
        if (error instanceof VaultError) return new Map<string, string>();
        throw error;
      }),
    );
    return new Map((await Promise.all(opened)).flatMap((words) => [...words]));
  }
}
