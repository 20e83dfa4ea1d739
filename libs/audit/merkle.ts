import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';

/* The tree of RFC 6962 section 2.1 (the same in RFC 9162), with SHA-256. Every hash is lower-case hex. */

/** A stretch of leaves, `to` not included. */
export type Stretch = readonly [from: number, to: number];

/** A full subtree: 2^level leaves from `index`·2^level on. What it hashes to never changes. */
export interface LogNode {
  readonly level: number;
  readonly index: number;
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The root of a tree without leaves. */
export const EMPTY_ROOT = bytesToHex(sha256(new Uint8Array()));

/** SHA-256(0x00 ‖ leaf). */
export const leafHash = (leaf: Uint8Array): string => bytesToHex(sha256(concatBytes(LEAF, leaf)));

/** SHA-256(0x01 ‖ left ‖ right). */
export const nodeHash = (left: string, right: string): string =>
  bytesToHex(sha256(concatBytes(NODE, hexToBytes(left), hexToBytes(right))));

/** The largest power of two below n, for n > 1: where the RFC splits a tree. */
function splitOf(n: number): number {
  let split = 1;
  while (split * 2 < n) split *= 2;
  return split;
}

/** The full subtrees that make up a stretch which the RFC's splits give, left to right: the largest first. */
export function nodesOf([from, to]: Stretch): readonly LogNode[] {
  const nodes: LogNode[] = [];
  for (let start = from; start < to;) {
    let [level, width] = [0, 1];
    while (start + width * 2 <= to) [level, width] = [level + 1, width * 2];
    nodes.push({ level, index: start / width });
    start += width;
  }
  return nodes;
}

/** The hash of such a stretch from those of its full subtrees; of no leaves it is {@link EMPTY_ROOT}. */
export const hashOfStretch = (stretch: Stretch, hashOf: (node: LogNode) => string): string =>
  peaksHash(nodesOf(stretch).map(hashOf));

/** The hash over full subtrees of falling size, left to right. */
export const peaksHash = (peaks: readonly string[]): string =>
  peaks.length === 0 ? EMPTY_ROOT : peaks.reduceRight((right, left) => nodeHash(left, right));

/** A tree as far as growing it needs: how many leaves it has, and the hashes of the full subtrees it is made of. */
export interface Peaks {
  readonly size: number;
  readonly peaks: readonly string[];
}

/** A tree with one leaf more; `completed` are the subtrees the leaf completes, itself (level 0) first. */
export function grown({ size, peaks }: Peaks, leaf: string): Peaks & { readonly completed: readonly string[] } {
  const completed = [leaf];
  const left = [...peaks];
  for (let pairs = size; pairs % 2 === 1; pairs = (pairs - 1) / 2) {
    completed.push(nodeHash(left.pop() ?? '', completed.at(-1) ?? ''));
  }
  return { size: size + 1, peaks: [...left, completed.at(-1) ?? leaf], completed };
}

/** The leaf that completes a full subtree. */
export const completedBy = ({ level, index }: LogNode): number => (index + 1) * 2 ** level - 1;

/** The stretches whose hashes prove that a leaf is in a tree: PATH(index, D[size]), from the leaf up. */
export function inclusionStretches(index: number, size: number): readonly Stretch[] {
  if (index < 0 || index >= size) throw new RangeError(`there is no leaf ${index} among ${size}`);
  const path = (from: number, to: number): readonly Stretch[] => {
    if (to - from === 1) return [];
    const middle = from + splitOf(to - from);
    return index < middle ? [...path(from, middle), [middle, to]] : [...path(middle, to), [from, middle]];
  };
  return path(0, size);
}

/** The stretches whose hashes prove that a tree began as a smaller one: PROOF(first, D[second]). */
export function consistencyStretches(first: number, second: number): readonly Stretch[] {
  if (first < 0 || first > second) throw new RangeError(`a tree of ${second} leaves never had ${first}`);
  const proof = (from: number, to: number, whole: boolean): readonly Stretch[] => {
    if (first === to) return whole ? [] : [[from, to]];
    const middle = from + splitOf(to - from);
    return first <= middle
      ? [...proof(from, middle, whole), [middle, to]]
      : [...proof(middle, to, false), [from, middle]];
  };
  return first === 0 ? [] : proof(0, second, true);
}
