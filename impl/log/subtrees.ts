// How a Merkle tree of any size is made of complete subtrees, which are what a log stores: level 0 are the leaves, and a
// subtree of level n has 2^n of them. Roots and proofs are lists of ranges of leaves; each is hashed from a few subtrees.
// Pure: the caller learns first which subtrees are needed, reads all of them at once, and hashes then.
import { emptyTreeRoot, hashNode } from "./treehash.ts";

/** The complete subtree number `index` of its level, from the left. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** Leaves from `from` up to, and without, `until`. */
export interface LeafRange {
  readonly from: number;
  readonly until: number;
}

/** Whoever knows the hashes of complete subtrees. */
export type ReadSubtree = (subtree: Subtree) => Uint8Array | undefined;

/** The largest power of two that is smaller than `size`, from 2. */
const splitOf = (size: number): number => {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
};

/** The subtrees that a range is made of, from left to right and from large to small; its start fits the largest. */
export const subtreesOf = ({ from, until }: LeafRange): readonly Subtree[] => {
  const parts: Subtree[] = [];
  for (let start = from; start < until;) {
    let level = 0;
    let size = 1;
    while (start + size * 2 <= until && start % (size * 2) === 0) {
      size *= 2;
      level += 1;
    }
    parts.push({ level, index: start / size });
    start += size;
  }
  return parts;
};

/** The hash of a range; undefined when the reader lacks one of its subtrees. */
export const hashOfRange = (range: LeafRange, read: ReadSubtree): Uint8Array | undefined => {
  const parts = subtreesOf(range).map(read);
  let hash: Uint8Array | undefined;
  for (const part of parts.toReversed()) {
    if (part === undefined) return undefined;
    hash = hash === undefined ? part : hashNode(part, hash);
  }
  return hash ?? (range.from === range.until ? emptyTreeRoot : undefined);
};

/** The ranges whose hashes are the inclusion path of a leaf, from the leaf upwards (RFC 9162, 2.1.3.1). */
export const inclusionRanges = (index: number, size: number): readonly LeafRange[] => {
  const path: LeafRange[] = [];
  let from = 0;
  let until = size;
  while (until - from > 1) {
    const middle = from + splitOf(until - from);
    if (index < middle) {
      path.push({ from: middle, until });
      until = middle;
    } else {
      path.push({ from, until: middle });
      from = middle;
    }
  }
  return path.reverse();
};

/** The ranges whose hashes show that the tree of the new size begins with the one of the old (RFC 9162, 2.1.4.1). */
export const consistencyRanges = (oldSize: number, newSize: number): readonly LeafRange[] => {
  if (oldSize === 0 || oldSize === newSize) return [];
  const proof: LeafRange[] = [];
  let from = 0;
  let until = newSize;
  while (oldSize !== until) {
    const middle = from + splitOf(until - from);
    if (oldSize <= middle) {
      proof.push({ from: middle, until });
      until = middle;
    } else {
      proof.push({ from, until: middle });
      from = middle;
    }
  }
  // A tree that the old one stands whole in needs no hash of its own: whoever checks has its root.
  if (from > 0) proof.push({ from, until });
  return proof.reverse();
};

/** The subtrees that an appended leaf completes above it: as many as its number of leaves ends in zeros. */
export const completedBy = (index: number): readonly Subtree[] => {
  const completed: Subtree[] = [];
  for (let level = 1, end = index + 1; end % 2 === 0; level += 1) {
    end /= 2;
    completed.push({ level, index: end - 1 });
  }
  return completed;
};
