import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  completedBy,
  consistencyStretches,
  EMPTY_ROOT,
  grown,
  hashOfStretch,
  inclusionStretches,
  leafHash,
  nodeHash,
  peaksHash,
  type LogNode,
  type Peaks,
} from './merkle.js';
import { provesConsistency, provesInclusion } from './merkle-proofs.js';

/* Vectors of the Certificate Transparency reference tests (transparency-dev/merkle, testonly): leaves, roots, proofs. */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const A = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const B = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const C = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const D = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const E = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const F = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';

const INCLUSIONS: readonly (readonly [index: number, size: number, proof: readonly string[]])[] = [
  [0, 1, []],
  [0, 8, [A, B, C]],
  [5, 8, [D, E, ROOTS[4]!]],
  [2, 3, [ROOTS[2]!]],
  [1, 5, [ROOTS[1]!, B, D]],
];
const CONSISTENCIES: readonly (readonly [first: number, second: number, proof: readonly string[]])[] = [
  [1, 1, []],
  [1, 8, [A, B, C]],
  [6, 8, [F, E, ROOTS[4]!]],
  [2, 5, [B, D]],
];

const HASHES = LEAVES.map((leaf) => leafHash(Buffer.from(leaf, 'hex')));

/** Grows a tree as the log does and finds its nodes as the log does: with the leaf that completes them. */
function treeOf(hashes: readonly string[]) {
  const rows: (readonly string[])[] = [];
  let tree: Peaks = { size: 0, peaks: [] };
  for (const hash of hashes) {
    const next = grown(tree, hash);
    rows.push(next.completed);
    tree = next;
  }
  const nodeAt = (node: LogNode): string => rows[completedBy(node)]?.[node.level] ?? 'missing';
  return {
    root: peaksHash(tree.peaks),
    rootAt: (size: number) => hashOfStretch([0, size], nodeAt),
    inclusion: (index: number, size: number) => inclusionStretches(index, size).map((s) => hashOfStretch(s, nodeAt)),
    consistency: (a: number, b: number) => consistencyStretches(a, b).map((s) => hashOfStretch(s, nodeAt)),
  };
}

/** As the RFC defines it. */
function rootByDefinition(hashes: readonly string[]): string {
  if (hashes.length === 0) return EMPTY_ROOT;
  if (hashes.length === 1) return hashes[0]!;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHash(rootByDefinition(hashes.slice(0, split)), rootByDefinition(hashes.slice(split)));
}

const flipped = (hash: string): string => (hash.startsWith('0') ? '1' : '0') + hash.slice(1);

describe('the published vectors', () => {
  test('give their roots at every size', () => {
    expect(ROOTS.map((_, size) => treeOf(HASHES).rootAt(size))).toEqual(ROOTS);
    expect(ROOTS.map((_, size) => treeOf(HASHES.slice(0, size)).root)).toEqual(ROOTS);
  });

  test.each(INCLUSIONS)('leaf %d is proven in a tree of %d', (index, size, proof) => {
    expect(treeOf(HASHES).inclusion(index, size)).toEqual(proof);
    const claim = { leafHash: HASHES[index]!, index, size, root: ROOTS[size]!, proof };
    expect(provesInclusion(claim)).toBe(true);
    expect(provesInclusion({ ...claim, leafHash: flipped(claim.leafHash) })).toBe(false);
    expect(provesInclusion({ ...claim, root: flipped(claim.root) })).toBe(false);
    expect(provesInclusion({ ...claim, proof: [...proof, A] })).toBe(false);
  });

  test.each(CONSISTENCIES)('a tree of %d is proven to have become one of %d', (first, second, proof) => {
    expect(treeOf(HASHES).consistency(first, second)).toEqual(proof);
    const claim = { first, firstRoot: ROOTS[first]!, second, secondRoot: ROOTS[second]!, proof };
    expect(provesConsistency(claim)).toBe(true);
    expect(provesConsistency({ ...claim, firstRoot: flipped(claim.firstRoot) })).toBe(false);
    expect(provesConsistency({ ...claim, secondRoot: flipped(claim.secondRoot) })).toBe(false);
    expect(provesConsistency({ ...claim, proof: [...proof, A] })).toBe(false);
  });
});

describe('a tree of any size', () => {
  const sizes = fc.integer({ min: 1, max: 130 });
  const hashesOf = (size: number) => Array.from({ length: size }, (_, n) => leafHash(Uint8Array.of(n)));

  test('grows to the root the RFC defines', () => {
    fc.assert(fc.property(sizes, (size) => treeOf(hashesOf(size)).root === rootByDefinition(hashesOf(size))));
  });

  test('proves each of its leaves at its own place and no other', () => {
    const place = sizes.chain((size) =>
      fc.record({ size: fc.constant(size), index: fc.nat(size - 1), other: fc.nat(size) }),
    );
    fc.assert(
      fc.property(place, ({ size, index, other }) => {
        const hashes = hashesOf(size);
        const tree = treeOf(hashes);
        const claim = { leafHash: hashes[index]!, index, size, root: tree.root, proof: tree.inclusion(index, size) };
        expect(provesInclusion(claim)).toBe(true);
        expect(provesInclusion({ ...claim, index: other })).toBe(other === index);
        for (const [n, hash] of claim.proof.entries()) {
          expect(provesInclusion({ ...claim, proof: claim.proof.with(n, flipped(hash)) })).toBe(false);
        }
      }),
    );
  });

  test('proves each of its beginnings and no other tree', () => {
    const pair = sizes.chain((second) => fc.record({ second: fc.constant(second), first: fc.nat(second) }));
    fc.assert(
      fc.property(pair, ({ first, second }) => {
        const tree = treeOf(hashesOf(second));
        const proof = tree.consistency(first, second);
        const claim = { first, firstRoot: tree.rootAt(first), second, secondRoot: tree.root, proof };
        expect(provesConsistency(claim)).toBe(true);
        expect(provesConsistency({ ...claim, firstRoot: flipped(claim.firstRoot) })).toBe(false);
        for (const [n, hash] of proof.entries()) {
          expect(provesConsistency({ ...claim, proof: proof.with(n, flipped(hash)) })).toBe(false);
        }
      }),
    );
  });

  test('has no proof of what it does not hold', () => {
    expect(() => inclusionStretches(3, 3)).toThrow(RangeError);
    expect(() => consistencyStretches(4, 3)).toThrow(RangeError);
    expect(provesInclusion({ leafHash: A, index: -1, size: 2, root: B, proof: [C] })).toBe(false);
    expect(provesInclusion({ leafHash: 'not a hash', index: 0, size: 1, root: 'not a hash', proof: [] })).toBe(false);
    expect(provesConsistency({ first: 3, firstRoot: A, second: 7, secondRoot: B, proof: [] })).toBe(false);
  });
});
