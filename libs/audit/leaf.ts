import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical, code, fieldMisfits, flag, hash, id, int, list, optional, type Fields } from '#model';
import { leafHash } from './merkle.js';

/** `previous` is the index of the last leaf before it about the same case, or about no case; the first one has none. */
interface Linked {
  readonly previous?: number;
}

/** Where a case's chain stood when the log was written: number and hash of its last event. */
export interface HeadLeaf extends Linked {
  readonly kind: 'HEAD';
  readonly caseId: string;
  readonly seq: number;
  readonly hash: string;
  /** Hashes of the events after the case's HEAD leaf before this one, up to `seq` and without it: which event was altered can be told by them. */
  readonly passed: readonly string[];
}

/** A partner's signal as it was received; `sha256` is of its raw body. */
export interface ReceivedLeaf extends Linked {
  readonly kind: 'RECEIVED';
  readonly caseId?: string;
  readonly partner: string;
  readonly inboxId: string;
  readonly sha256: string;
}

/** A refusal that was answered; `sha256` is of its canonical text. */
export interface RefusedLeaf extends Linked {
  readonly kind: 'REFUSED';
  readonly caseId?: string;
  readonly refusalId: string;
  /** Last event of the case it was decided on, where that is known. */
  readonly seq?: number;
  readonly sha256: string;
}

/** The Temporal history of a run; `sha256` is of its JSON text. Not `complete`: the run went on when it was taken for a bundle. */
export interface ArchivedLeaf extends Linked {
  readonly kind: 'ARCHIVED';
  readonly caseId: string;
  readonly runId: string;
  readonly buildId: string;
  readonly complete: boolean;
  readonly sha256: string;
}

/** A key that signs checkpoints from here on: 32 bytes of Ed25519, hex. */
export interface KeyLeaf extends Linked {
  readonly kind: 'KEY';
  readonly keyId: string;
  readonly publicKey: string;
}

/** One entry of the log. */
export type LogLeaf = HeadLeaf | ReceivedLeaf | RefusedLeaf | ArchivedLeaf | KeyLeaf;
export type LeafKind = LogLeaf['kind'];

const caseId = id;
const count = int(0, Number.MAX_SAFE_INTEGER);
const linked = { previous: optional(count) };
const SHAPES: { readonly [K in LeafKind]: Fields } = {
  HEAD: { kind: code(['HEAD']), caseId, seq: int(1, 2_147_483_647), hash, passed: list(hash, 1_000_000), ...linked },
  RECEIVED: { kind: code(['RECEIVED']), caseId: optional(id), partner: id, inboxId: id, sha256: hash, ...linked },
  REFUSED: {
    kind: code(['REFUSED']),
    caseId: optional(id),
    refusalId: id,
    seq: optional(count),
    sha256: hash,
    ...linked,
  },
  ARCHIVED: { kind: code(['ARCHIVED']), caseId, runId: id, buildId: id, complete: flag, sha256: hash, ...linked },
  KEY: { kind: code(['KEY']), keyId: id, publicKey: hash, ...linked },
};

/** Whether a value has the shape of a leaf. */
export function isLogLeaf(value: unknown): value is LogLeaf {
  const kind: unknown = Reflect.get(Object(value), 'kind');
  return (
    typeof kind === 'string' &&
    Object.hasOwn(SHAPES, kind) &&
    fieldMisfits(SHAPES[kind as LeafKind], value).length === 0
  );
}

/** A leaf before it has its place. */
export type UnlinkedLeaf = LogLeaf extends infer L ? (L extends LogLeaf ? Omit<L, 'previous'> : never) : never;

/** The text of a leaf as the log keeps and hashes it: canonical JSON. */
export const leafText = (leaf: LogLeaf): string => canonical(leaf);

/** SHA-256(0x00 ‖ text), hex. */
export const leafTextHash = (text: string): string => leafHash(utf8ToBytes(text));

/** The case a leaf is about; undefined for one about no case. */
export const caseOfLeaf = (leaf: LogLeaf): string | undefined => (leaf.kind === 'KEY' ? undefined : leaf.caseId);

/** What a leaf is about within its kind: unique, but for heads and for histories of runs that went on. */
export function subjectOfLeaf(leaf: LogLeaf): string {
  switch (leaf.kind) {
    case 'HEAD':
      return String(leaf.seq);
    case 'RECEIVED':
      return leaf.inboxId;
    case 'REFUSED':
      return leaf.refusalId;
    case 'ARCHIVED':
      return leaf.complete ? leaf.runId : `${leaf.runId}/open`;
    case 'KEY':
      return leaf.keyId;
  }
}

/** Of each run the leaf that counts: the one of its complete history, or while there is none the last one. */
export function historyLeaves(leaves: Iterable<LogLeaf>): readonly ArchivedLeaf[] {
  const counting = new Map<string, ArchivedLeaf>();
  for (const leaf of leaves) {
    if (leaf.kind === 'ARCHIVED' && !counting.get(leaf.runId)?.complete) counting.set(leaf.runId, leaf);
  }
  return [...counting.values()];
}

/** One case with two histories: whoever signed the log was shown both. */
export interface HeadConflict {
  readonly caseId: string;
  readonly seq: number;
  readonly hashes: readonly string[];
}

/** Events of which the log holds more than one hash, by what HEAD leaves say of heads and of the events they passed. Each is an alarm. */
export function headConflicts(leaves: Iterable<LogLeaf>): readonly HeadConflict[] {
  const seen = new Map<string, { readonly caseId: string; readonly seq: number; readonly hashes: Set<string> }>();
  for (const leaf of leaves) {
    if (leaf.kind !== 'HEAD') continue;
    for (const [index, hash] of [...leaf.passed, leaf.hash].entries()) {
      const seq = leaf.seq - leaf.passed.length + index;
      const known = seen.get(`${leaf.caseId}/${seq}`) ?? { caseId: leaf.caseId, seq, hashes: new Set<string>() };
      known.hashes.add(hash);
      seen.set(`${leaf.caseId}/${seq}`, known);
    }
  }
  return [...seen.values()]
    .filter(({ hashes }) => hashes.size > 1)
    .map(({ caseId, seq, hashes }) => ({ caseId, seq, hashes: [...hashes] }));
}
