import { createPublicKey } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { leafText, leafTextHash, type Checkpoint, type HeadLeaf } from '#audit';
import { CheckpointStore } from '#database';
import type { CallerIdentity } from '../auth/caller.js';
import { CaseReader } from '../cases/case.reader.js';
import { dependencyUnavailable, invalidRequest } from '../problem/problem.js';
import type { checkpointsQuery, proofQuery } from './proof.schema.js';

/** What an auditor may hold the record against: the signed heads of the log, and where a case stands in it. */
@Injectable()
export class ProofService {
  constructor(
    private readonly cases: CaseReader,
    private readonly log: CheckpointStore,
  ) {}

  /** One page, newest first. */
  async checkpoints({ limit, cursor }: z.output<typeof checkpointsQuery>) {
    const items = await this.log.list(cursor, limit);
    return { items, nextCursor: items.length === limit ? (items.at(-1)?.at ?? null) : null };
  }

  /** @throws Problem `dependency.unavailable` while nothing was signed yet. */
  async latest(): Promise<Checkpoint> {
    const latest = await this.log.latest();
    if (!latest) throw dependencyUnavailable('The audit log');
    return latest;
  }

  async keys() {
    const keys = await this.log.keys();
    return { items: keys.map(({ keyId, publicKey }) => ({ keyId, publicKey, pem: pemOf(publicKey) })) };
  }

  /** Where a case's last head known to the latest checkpoint lies in its tree, and how that tree grew. */
  async proofOf(caseId: string, { from, to }: z.output<typeof proofQuery>, caller: CallerIdentity) {
    const { head } = await this.cases.recorded(caseId, caller);
    const checkpoint = await this.latest();
    const second = to ?? checkpoint.size;
    if (second > checkpoint.size)
      throw invalidRequest([{ pointer: '/to', message: `must be ${checkpoint.size} or less` }]);
    if (from !== undefined && from > second)
      throw invalidRequest([{ pointer: '/from', message: `must be ${second} or less` }]);
    const proven = await this.log.provenFor(caseId, checkpoint);
    const last = proven.findLast(({ leaf }) => leaf.kind === 'HEAD');
    const text = last && leafText(last.leaf);
    const shown = last?.leaf as HeadLeaf | undefined;
    return {
      caseId,
      seq: head.seq,
      head: head.hash,
      covered: shown?.hash === head.hash,
      checkpoint,
      inclusion:
        last && text !== undefined
          ? { index: last.index, leaf: text, leafHash: leafTextHash(text), proof: last.proof }
          : null,
      consistency: from === undefined ? null : { from, to: second, proof: await this.log.consistency(from, second) },
    };
  }
}

/** The key as other programs take it: SPKI, PEM. */
function pemOf(publicKey: string): string {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return String(key.export({ type: 'spki', format: 'pem' }));
}
