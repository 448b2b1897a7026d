// The tree's hashes and proofs against the published vectors of RFC 6962 and, over every size up to 40, against a reference that is
// written as the RFC writes it: by recursion over lists. Every proof with one hash changed, left out or added is refused.
import { describe, expect, it } from "vitest";
import { verifyConsistency } from "../../../impl/log/consistency.ts";
import { verifyInclusion } from "../../../impl/log/inclusion.ts";
import {
  completedBy,
  consistencyRanges,
  hashOfRange,
  inclusionRanges,
  type LeafRange,
  type Subtree,
} from "../../../impl/log/subtrees.ts";
import { emptyTreeRoot, hashLeaf, hashNode } from "../../../impl/log/treehash.ts";
import { hexOf } from "../../../impl/protocol/fields.ts";

const leaves = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((hex) => new Uint8Array(Buffer.from(hex, "hex")));

const publishedRoots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

/** MTH of the RFC, as it stands there. */
const rootOf = (hashes: readonly Uint8Array[]): Uint8Array => {
  if (hashes.length <= 1) return hashes[0] ?? emptyTreeRoot;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return hashNode(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)));
};

/** A tree kept as a log keeps it: complete subtrees by level, each made when its last leaf comes. */
const grown = (hashes: readonly Uint8Array[]) => {
  const kept = new Map<string, Uint8Array>();
  const read = ({ level, index }: Subtree) => kept.get(`${String(level)}/${String(index)}`);
  hashes.forEach((hash, leaf) => {
    kept.set(`0/${String(leaf)}`, hash);
    for (const { level, index } of completedBy(leaf)) {
      const left = read({ level: level - 1, index: index * 2 });
      const right = read({ level: level - 1, index: index * 2 + 1 });
      if (left === undefined || right === undefined) throw new Error("a subtree came before its halves");
      kept.set(`${String(level)}/${String(index)}`, hashNode(left, right));
    }
  });
  return (range: LeafRange): Uint8Array => {
    const hash = hashOfRange(range, read);
    if (hash === undefined) throw new Error("a subtree is missing");
    return hash;
  };
};

const many = Array.from({ length: 40 }, (_, leaf) => hashLeaf(Uint8Array.of(leaf)));

it("has the published roots of the eight standard leaves", () => {
  const hashOf = grown(leaves.map(hashLeaf));
  expect(publishedRoots.map((_, size) => hexOf(hashOf({ from: 0, until: size })))).toEqual(publishedRoots);
});

it("has the published inclusion path of the sixth of eight leaves, and the published consistency of 6 with 8", () => {
  const hashOf = grown(leaves.map(hashLeaf));
  expect(inclusionRanges(5, 8).map((range) => hexOf(hashOf(range)))).toEqual([
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
  expect(consistencyRanges(6, 8).map((range) => hexOf(hashOf(range)))).toEqual([
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  ]);
});

/** What a forger may try on a list of hashes. */
const spoilt = (path: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] => [
  ...path.map((hash, place) =>
    path.with(
      place,
      Uint8Array.from(hash, (byte) => byte ^ 1),
    ),
  ),
  ...path.map((_, place) => path.toSpliced(place, 1)),
  [...path, new Uint8Array(32)],
  [new Uint8Array(32), ...path],
];

describe("for every size up to 40", () => {
  const hashOf = grown(many);

  it("the root is the RFC's", () => {
    for (let size = 0; size <= 40; size += 1)
      expect(hexOf(hashOf({ from: 0, until: size }))).toBe(hexOf(rootOf(many.slice(0, size))));
  });

  it("each leaf is shown to stand at its place and at no other, and no spoilt path shows anything", () => {
    for (let size = 1; size <= 40; size += 1) {
      const root = rootOf(many.slice(0, size));
      for (const [index, leafHash] of many.slice(0, size).entries()) {
        const path = inclusionRanges(index, size).map(hashOf);
        const claim = { leafHash, index, size, root, path };
        expect(verifyInclusion(claim)).toBe(true);
        expect(verifyInclusion({ ...claim, index: (index + 1) % size })).toBe(size === 1);
        expect(spoilt(path).some((wrong) => verifyInclusion({ ...claim, path: wrong }))).toBe(false);
      }
    }
  });

  it("each earlier size is shown to be continued, and no spoilt proof shows anything", () => {
    for (let newSize = 0; newSize <= 40; newSize += 1) {
      const newRoot = rootOf(many.slice(0, newSize));
      for (let oldSize = 0; oldSize <= newSize; oldSize += 1) {
        const oldRoot = rootOf(many.slice(0, oldSize));
        const proof = consistencyRanges(oldSize, newSize).map(hashOf);
        const claim = { oldSize, oldRoot, newSize, newRoot, proof };
        expect(verifyConsistency(claim)).toBe(true);
        expect(spoilt(proof).some((wrong) => verifyConsistency({ ...claim, proof: wrong }))).toBe(false);
        if (oldSize > 0)
          expect(verifyConsistency({ ...claim, oldRoot: new Uint8Array(32).fill(9) })).toBe(false);
      }
    }
  });
});

it("refuses places and sizes that cannot be", () => {
  const [leafHash = emptyTreeRoot] = many;
  const claim = { leafHash, size: 1, root: leafHash, path: [] };
  expect(verifyInclusion({ ...claim, index: 0 })).toBe(true);
  expect(verifyInclusion({ ...claim, index: 1 })).toBe(false);
  expect(verifyInclusion({ ...claim, index: -1 })).toBe(false);
  const sizes = { oldRoot: leafHash, newRoot: leafHash, proof: [] };
  expect(verifyConsistency({ ...sizes, oldSize: 2, newSize: 1 })).toBe(false);
  expect(verifyConsistency({ ...sizes, oldSize: 1, newSize: 1 })).toBe(true);
});
