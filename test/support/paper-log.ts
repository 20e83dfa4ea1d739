import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import {
  caseOfLeaf,
  checkpointText,
  completedBy,
  consistencyStretches,
  documentsIn,
  eventBytes,
  grown,
  hashOfStretch,
  inclusionStretches,
  keyIdOf,
  leafText,
  leafTextHash,
  packBundle,
  refusalText,
  textSha256,
  type BundleParts,
  type Checkpoint,
  type ChainedEvent,
  type LogLeaf,
  type LogNode,
  type Peaks,
  type RefusalProof,
  type UnlinkedLeaf,
} from '#audit';

/** A key pair of Ed25519; the public half as the log writes it, 32 bytes in hex. */
export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: string;
}

export function newKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey, publicKey: rawOf(publicKey) };
}

/** The pair of a private key in PKCS #8, PEM. */
export function keyOfPem(pem: string): SigningKey {
  const privateKey = createPrivateKey(pem);
  return { privateKey, publicKey: rawOf(createPublicKey(privateKey)) };
}

const rawOf = (key: KeyObject): string =>
  Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');

/** What verifying is given in tests: Node's own Ed25519. */
export const verifySignature = (publicKey: string, text: string, signature: string): boolean => {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'hex'));
};

/** A log on paper: what the database keeps, kept in memory, signed by a key at hand. */
export class PaperLog {
  private readonly leaves: LogLeaf[] = [];
  private readonly rows: (readonly string[])[] = [];
  private tree: Peaks = { size: 0, peaks: [] };

  constructor(readonly key: SigningKey = newKey()) {
    this.add({ kind: 'KEY', keyId: keyIdOf(key.publicKey), publicKey: key.publicKey });
  }

  /** Adds a leaf, linked to the one before it about the same case. */
  add(unlinked: UnlinkedLeaf): number {
    const about = caseOfLeaf(unlinked);
    const previous = this.leaves.findLastIndex((leaf) => caseOfLeaf(leaf) === about);
    const leaf = { ...unlinked, ...(previous >= 0 && { previous }) } as LogLeaf;
    const { completed, ...tree } = grown(this.tree, leafTextHash(leafText(leaf)));
    this.leaves.push(leaf);
    this.rows.push(completed);
    this.tree = tree;
    return this.leaves.length - 1;
  }

  /** Shows the log the head of a case at an event; the events since the last time go with it. */
  addHead(chain: readonly ChainedEvent[], seq = chain.length): number {
    const last = chain[seq - 1]!;
    const { caseId } = last.event;
    const shown = this.leaves.findLast((leaf) => leaf.kind === 'HEAD' && leaf.caseId === caseId);
    const from = shown?.kind === 'HEAD' ? shown.seq : 0;
    const passed = chain.slice(from, Math.max(from, seq - 1)).map(({ hash }) => hash);
    return this.add({ kind: 'HEAD', caseId, seq, hash: last.hash, passed });
  }

  addRefusal(refusal: RefusalProof): number {
    const { refusalId, caseId, seq } = refusal;
    const sha256 = textSha256(refusalText(refusal));
    return this.add({
      kind: 'REFUSED',
      refusalId,
      sha256,
      ...(caseId !== undefined && { caseId }),
      ...(seq !== undefined && { seq }),
    });
  }

  checkpoint(at = '2026-11-23T03:00:00.000Z'): Checkpoint {
    const { size } = this.tree;
    const unsigned = { size, root: hashOfStretch([0, size], this.nodeAt), at, keyId: keyIdOf(this.key.publicKey) };
    return {
      ...unsigned,
      signature: sign(null, Buffer.from(checkpointText(unsigned)), this.key.privateKey).toString('hex'),
    };
  }

  /** The leaves a bundle of the case carries. */
  proven(caseId: string): BundleParts['leaves'] {
    return this.leaves.flatMap((leaf, index) =>
      leaf.kind === 'KEY' || caseOfLeaf(leaf) === caseId
        ? [{ index, leaf, proof: inclusionStretches(index, this.tree.size).map((s) => hashOfStretch(s, this.nodeAt)) }]
        : [],
    );
  }

  consistency(first: number): readonly string[] {
    return consistencyStretches(first, this.tree.size).map((stretch) => hashOfStretch(stretch, this.nodeAt));
  }

  /** The bundle of a case the log was shown the head of last. */
  bundle(chain: readonly ChainedEvent[], more: Partial<BundleParts> = {}): Uint8Array {
    return packBundle({
      ...partsOf(chain),
      leaves: this.proven(chain[0]!.event.caseId),
      checkpoint: this.checkpoint(),
      ...more,
    });
  }

  private readonly nodeAt = (node: LogNode): string => this.rows[completedBy(node)]![node.level]!;
}

function partsOf(chain: readonly ChainedEvent[]): Omit<BundleParts, 'leaves' | 'checkpoint'> {
  const rows = chain.map(({ event, hash, previousHash }) => ({
    seq: event.seq,
    bytes: eventBytes(event),
    hash,
    previousHash,
  }));
  const documents = documentsIn(chain.map(({ event }) => event)).map(
    ({ documentId, material, sha256, bytes, mediaType }) => ({
      documentId,
      material,
      sha256,
      bytes,
      mediaType,
    }),
  );
  return { rows, documents, refusals: [], histories: [], texts: [] };
}
