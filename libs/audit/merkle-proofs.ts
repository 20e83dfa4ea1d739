import { EMPTY_ROOT, nodeHash } from './merkle.js';

const HASH = /^[0-9a-f]{64}$/;
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const half = (value: number): number => Math.floor(value / 2);

/** That a leaf of this hash is the one at `index` of a tree of this size and root. */
export interface InclusionClaim {
  readonly leafHash: string;
  readonly index: number;
  readonly size: number;
  readonly root: string;
  readonly proof: readonly string[];
}

/** Whether the proof shows what is claimed (RFC 9162 section 2.1.3.2). Total: whatever is malformed is not shown. */
export function provesInclusion({ leafHash, index, size, root, proof }: InclusionClaim): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || !proof.every((hash) => HASH.test(hash))) return false;
  if (!HASH.test(leafHash)) return false;
  let [place, last, reached] = [index, size - 1, leafHash];
  for (const hash of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      reached = nodeHash(hash, reached);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      reached = nodeHash(reached, hash);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && reached === root;
}

/** That the tree of `first` leaves is the beginning of the tree of `second`. */
export interface ConsistencyClaim {
  readonly first: number;
  readonly firstRoot: string;
  readonly second: number;
  readonly secondRoot: string;
  readonly proof: readonly string[];
}

/** Whether the proof shows what is claimed (RFC 9162 section 2.1.4.2). Total. */
export function provesConsistency({ first, firstRoot, second, secondRoot, proof }: ConsistencyClaim): boolean {
  if (!isCount(first) || !isCount(second) || first > second || !proof.every((hash) => HASH.test(hash))) return false;
  if (first === second) return proof.length === 0 && firstRoot === secondRoot;
  if (first === 0) return proof.length === 0 && firstRoot === EMPTY_ROOT;
  // A tree of a power of two is itself the first hash of the walk.
  const [seed, ...rest] = isPowerOfTwo(first) ? [firstRoot, ...proof] : proof;
  if (seed === undefined) return false;
  let [place, last] = [first - 1, second - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  let [old, reached] = [seed, seed];
  for (const hash of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      [old, reached] = [nodeHash(hash, old), nodeHash(hash, reached)];
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else {
      reached = nodeHash(reached, hash);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && old === firstRoot && reached === secondRoot;
}

function isPowerOfTwo(n: number): boolean {
  let power = 1;
  while (power < n) power *= 2;
  return power === n;
}
