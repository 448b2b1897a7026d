// The tree over entries that an audit has read, in memory, so that the root at every size can be compared with what was signed.
// Only the audit builds one; a log keeps its own in its store. It takes the entries as they are and asks nobody.
import { completedBy, hashOfRange, type Subtree } from "../subtrees.ts";
import { emptyTreeRoot, hashLeaf, hashNode } from "../treehash.ts";

export interface MemoryTree {
  readonly size: number;
  readonly leaf: (index: number) => Uint8Array | undefined;
  /** The root over the first so many entries; undefined when there are fewer. */
  readonly root: (size: number) => Uint8Array | undefined;
}

export const growTree = (entries: readonly Uint8Array[]): MemoryTree => {
  const levels: Uint8Array[][] = [[]];
  const read = ({ level, index }: Subtree): Uint8Array | undefined => levels[level]?.[index];
  for (const [place, entry] of entries.entries()) {
    levels[0]?.push(hashLeaf(entry));
    for (const { level, index } of completedBy(place)) {
      const left = read({ level: level - 1, index: index * 2 }) ?? emptyTreeRoot;
      const right = read({ level: level - 1, index: index * 2 + 1 }) ?? emptyTreeRoot;
      const row = (levels[level] ??= []);
      row.push(hashNode(left, right));
    }
  }
  return {
    size: entries.length,
    leaf: (index) => read({ level: 0, index }),
    root: (size) => (size > entries.length ? undefined : hashOfRange({ from: 0, until: size }, read)),
  };
};
