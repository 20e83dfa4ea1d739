import { fieldMisfits, hash, HASH_PATTERN, id, instant, int, type Fields } from '#model';
import type { BundleFiles } from './bundle-files.js';
import type { ProvenLeaf } from './bundle.js';
import { checkpointText, keyIdOf, type Checkpoint } from './checkpoint.js';
import type { Findings } from './findings.js';
import {
  type ArchivedLeaf,
  caseOfLeaf,
  headConflicts,
  historyLeaves,
  isLogLeaf,
  leafText,
  leafTextHash,
  type RefusedLeaf,
} from './leaf.js';
import { provesInclusion } from './merkle-proofs.js';

/** Whether an Ed25519 signature (64 bytes, hex) over a text is by a public key (32 bytes, hex). Never throws. */
export type VerifySignature = (publicKey: string, text: string, signature: string) => boolean | Promise<boolean>;

/** What the signed log says of a case. */
export interface LogWitness {
  /** False where log or checkpoint cannot be read: then it says nothing, not that there was nothing. */
  readonly speaks: boolean;
  /** Hash of each event the log was shown, by its number. */
  readonly hashes: ReadonlyMap<number, string>;
  readonly lastSeq: number;
  readonly refused: readonly RefusedLeaf[];
  /** What counts of each run, by {@link historyLeaves}. */
  readonly archived: readonly ArchivedLeaf[];
}

const CHECKPOINT: Fields = { size: int(1, Number.MAX_SAFE_INTEGER), root: hash, at: instant, keyId: id };
const SIGNATURE = /^[0-9a-f]{128}$/;

/** The checkpoint, if it has its form. */
export function readCheckpoint(files: BundleFiles, findings: Findings): Checkpoint | undefined {
  const value = files.json('checkpoint.json', 'checkpoint');
  if (value === undefined) return undefined;
  const { signature, ...signed } = Object(value) as Record<string, unknown>;
  if (fieldMisfits(CHECKPOINT, signed).length === 0 && typeof signature === 'string' && SIGNATURE.test(signature)) {
    return value as Checkpoint;
  }
  findings.add('checkpoint', 'it is not as the format has it', { file: 'checkpoint.json' });
  return undefined;
}

/** The leaves, if they have their form. */
export function readLeaves(files: BundleFiles, findings: Findings): readonly ProvenLeaf[] | undefined {
  const value = files.json('log.json', 'log');
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every(isProvenLeaf)) return value;
  findings.add('log', 'it is not as the format has it', { file: 'log.json' });
  return undefined;
}

function isProvenLeaf(value: unknown): value is ProvenLeaf {
  const { index, leaf, proof, ...more } = Object(value) as Record<string, unknown>;
  const isProof = Array.isArray(proof) && proof.every((step) => typeof step === 'string' && HASH_PATTERN.test(step));
  return Number.isSafeInteger(index) && isProof && isLogLeaf(leaf) && Object.keys(more).length === 0;
}

/** The checkpoint is signed by the key whose KEY leaf is in the log, and by the trusted one where one is named. */
export async function checkSignature(
  checkpoint: Checkpoint,
  leaves: readonly ProvenLeaf[],
  {
    verifySignature,
    trustedKey,
  }: { readonly verifySignature: VerifySignature; readonly trustedKey?: string | undefined },
  findings: Findings,
): Promise<void> {
  const wrong = (what: string): void => findings.add('checkpoint', what, { file: 'checkpoint.json' });
  const keys = leaves.flatMap(({ leaf }) => (leaf.kind === 'KEY' ? [leaf] : []));
  const [key] = keys;
  if (!key || keys.length > 1) return wrong('the log holds not exactly one key for it');
  if (key.keyId !== checkpoint.keyId || keyIdOf(key.publicKey) !== key.keyId)
    return wrong('it names another key than the log holds');
  if (trustedKey !== undefined && trustedKey !== key.publicKey) wrong('it is not signed by the key you trust');
  const text = checkpointText(checkpoint);
  if (!(await verifySignature(key.publicKey, text, checkpoint.signature))) wrong('its signature does not hold');
  findings.looked('checkpoint');
}

/** Every leaf is in the tree, none about the case is left out, and the last one is the last of the tree. */
export function checkLog(
  checkpoint: Checkpoint,
  leaves: readonly ProvenLeaf[],
  caseId: string,
  findings: Findings,
): LogWitness {
  const wrong = (what: string, seq?: number): void =>
    findings.add('log', what, { file: 'log.json', ...(seq !== undefined && { seq }) });
  const proven = leaves.filter(({ index, leaf, proof }) => {
    findings.looked('log');
    const { size, root } = checkpoint;
    if (provesInclusion({ leafHash: leafTextHash(leafText(leaf)), index, size, root, proof })) return true;
    wrong(`leaf ${index} is not in the log`, leaf.kind === 'HEAD' ? leaf.seq - leaf.passed.length : undefined);
    return false;
  });
  if (leaves.some(({ index }, place) => place > 0 && index <= (leaves[place - 1]?.index ?? 0)))
    wrong('the leaves are not in order');
  checkLinks(leaves, caseId, checkpoint, wrong);
  for (const { seq } of headConflicts(proven.map(({ leaf }) => leaf)))
    wrong(`the log was shown two different events ${seq}`, seq);
  return witnessOf(proven, caseId, wrong);
}

/** Each leaf about the case names the one before it, so that none can be left out; after the last there is none. */
function checkLinks(
  leaves: readonly ProvenLeaf[],
  caseId: string,
  { size }: Checkpoint,
  wrong: (what: string, seq?: number) => void,
): void {
  let before: number | undefined;
  let lastSeq = 0;
  for (const { index, leaf } of leaves) {
    if (leaf.kind === 'KEY') continue;
    if (leaf.kind === 'HEAD') lastSeq = leaf.seq;
    if (caseOfLeaf(leaf) !== caseId) wrong(`leaf ${index} is about another case`);
    if (leaf.previous !== before)
      wrong(`between leaf ${before ?? 'none'} and leaf ${index} another one about the case is left out`);
    before = index;
  }
  const last = leaves.at(-1);
  if (before === size - 1 && last?.leaf.kind === 'HEAD') return;
  wrong('the log does not end with the head of this case: what came after it may be left out', lastSeq + 1);
}

function witnessOf(
  proven: readonly ProvenLeaf[],
  caseId: string,
  wrong: (what: string, seq?: number) => void,
): LogWitness {
  const hashes = new Map<number, string>();
  const refused: RefusedLeaf[] = [];
  let lastSeq = 0;
  const own = proven.map(({ leaf }) => leaf).filter((leaf) => caseOfLeaf(leaf) === caseId);
  for (const leaf of own) {
    if (leaf.kind === 'REFUSED') refused.push(leaf);
    if (leaf.kind !== 'HEAD') continue;
    if (leaf.seq < lastSeq)
      wrong(`the log was shown event ${lastSeq}, and later a case that ends at ${leaf.seq}`, leaf.seq + 1);
    for (const [place, one] of [...leaf.passed, leaf.hash].entries()) {
      const seq = leaf.seq - leaf.passed.length + place;
      if (!hashes.has(seq)) hashes.set(seq, one);
    }
    lastSeq = Math.max(lastSeq, leaf.seq);
  }
  return { speaks: true, hashes, lastSeq, refused, archived: historyLeaves(own) };
}
