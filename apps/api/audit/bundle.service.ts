import { Inject, Injectable } from '@nestjs/common';
import {
  documentsIn,
  packBundle,
  textRefsIn,
  type BundledDocument,
  type Checkpoint,
  type ChainRow,
  type DisclosedText,
} from '#audit';
import {
  CaseStore,
  CheckpointStore,
  DocumentStore,
  RefusalStore,
  Vault,
  VaultError,
  type CheckpointSigner,
} from '#database';
import type { CaseEvent } from '#model';
import type { CallerIdentity } from '../auth/caller.js';
import { CaseReader } from '../cases/case.reader.js';
import { dependencyUnavailable } from '../problem/problem.js';
import { areLogged, BundleHistories, unseenHistories, type BundledHistory } from './bundle.histories.js';
import { CHECKPOINT_SIGNER } from './checkpoint-signer.token.js';

/** A packed bundle and the head it proves. */
export interface PackedBundle {
  readonly zip: Buffer;
  readonly seq: number;
}

/** A run may end and be archived between two looks; then the histories are gathered again. */
const ATTEMPTS = 3;
/** Personal data of the merchant stands in these; they are not for handing on. */
const NOTICES = ['NOTICE_INGESTED', 'NOTICE_AMENDED'];

/** Packs the proof of a case: what the record, the vault and the log hold of it, as it stands. */
@Injectable()
export class BundleService {
  constructor(
    private readonly reader: CaseReader,
    private readonly cases: CaseStore,
    private readonly log: CheckpointStore,
    private readonly refusals: RefusalStore,
    private readonly documents: DocumentStore,
    private readonly vault: Vault,
    private readonly histories: BundleHistories,
    @Inject(CHECKPOINT_SIGNER) private readonly signer: CheckpointSigner | null,
  ) {}

  /**
   * A head is signed for it first, so that nothing about the case can lie behind what the bundle shows.
   * @throws Problem `case.not-found`, `dependency.unavailable`.
   */
  async of(caseId: string, texts: 'disclosed' | 'withheld', caller: CallerIdentity): Promise<PackedBundle> {
    await this.reader.recorded(caseId, caller);
    const { checkpoint, histories } = await this.signed(caseId);
    const leaves = await this.log.provenFor(caseId, checkpoint);
    const last = leaves.at(-1)?.leaf;
    const seq = last?.kind === 'HEAD' ? last.seq : 0;
    const rows: ChainRow[] = [];
    for await (const row of this.cases.chainRows(caseId)) if (row.seq <= seq) rows.push(row);
    const events = readable(rows);
    const recorded = new Map((await this.refusals.ofCase(caseId)).map((refusal) => [refusal.refusalId, refusal]));
    const zip = packBundle({
      rows,
      leaves,
      checkpoint,
      histories: histories.map(({ json }) => json),
      refusals: leaves.flatMap(({ leaf }) => (leaf.kind === 'REFUSED' ? (recorded.get(leaf.refusalId) ?? []) : [])),
      documents: await this.documentsOf(caseId, events),
      texts: texts === 'disclosed' ? await this.disclosed(events) : [],
    });
    return { zip: Buffer.from(zip), seq };
  }

  private async signed(caseId: string): Promise<{ checkpoint: Checkpoint; histories: readonly BundledHistory[] }> {
    if (!this.signer) throw dependencyUnavailable('The key of the audit log');
    for (let attempt = 1; ; attempt++) {
      const histories = await this.histories.of(caseId);
      const before = await this.log.leavesOf(caseId, Number.MAX_SAFE_INTEGER);
      const unseen = unseenHistories(
        caseId,
        histories,
        before.map(({ leaf }) => leaf),
      );
      const checkpoint = await this.log.signFor(this.signer, caseId, unseen);
      const after = await this.log.leavesOf(caseId, checkpoint.size);
      if (
        attempt === ATTEMPTS ||
        areLogged(
          histories,
          after.map(({ leaf }) => leaf),
        )
      )
        return { checkpoint, histories };
    }
  }

  private async documentsOf(caseId: string, events: readonly CaseEvent[]): Promise<readonly BundledDocument[]> {
    const recorded = new Map(
      (await this.documents.documentsOf(caseId)).map((document) => [document.documentId, document]),
    );
    return documentsIn(events).flatMap(({ documentId }) => {
      const document = recorded.get(documentId);
      if (!document) return [];
      const { material, sha256, bytes, mediaType } = document;
      return [{ documentId, material, sha256, bytes, mediaType }];
    });
  }

  private async disclosed(events: readonly CaseEvent[]): Promise<readonly DisclosedText[]> {
    const spoken = events.flatMap(({ type, payload }) => (NOTICES.includes(type) ? [] : textRefsIn(payload.fields)));
    const textIds = [...new Set(spoken.map(({ textId }) => textId))];
    const opened = await this.vault.disclose(textIds).catch(async (error: unknown) => {
      if (!(error instanceof VaultError)) throw error;
      return (await Promise.all(textIds.map((textId) => this.vault.disclose([textId]).catch(withheld)))).flat();
    });
    return opened.sort((a, b) => (a.textId < b.textId ? -1 : 1));
  }
}

/** Words that were altered, or whose key is gone, are left out; the rest is still to be seen. */
function withheld(error: unknown): [] {
  if (!(error instanceof VaultError)) throw error;
  return [];
}

/** The events as far as the rows can be read. */
function readable(rows: readonly ChainRow[]): readonly CaseEvent[] {
  return rows.flatMap(({ bytes }) => {
    try {
      return [JSON.parse(Buffer.from(bytes).toString('utf8')) as CaseEvent];
    } catch {
      return [];
    }
  });
}
