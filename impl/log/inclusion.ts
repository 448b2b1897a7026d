// Whether an entry stands in a log: the inclusion proof of RFC 9162 (2.1.3.2), checked with the root of a checkpoint alone.
// Custodian and issuer check one before they act on a case. A path that is too long or too short is refused like a wrong one.
import { sameBytes } from "../protocol/fields.ts";
import { hashNode } from "./treehash.ts";

export interface InclusionClaim {
  readonly leafHash: Uint8Array;
  readonly index: number;
  /** Of the tree whose root it is. */
  readonly size: number;
  readonly root: Uint8Array;
  readonly path: readonly Uint8Array[];
}

const half = (value: number): number => Math.floor(value / 2);

export const verifyInclusion = ({ leafHash, index, size, root, path }: InclusionClaim): boolean => {
  if (index < 0 || index >= size) return false;
  let place = index;
  let last = size - 1;
  let hash = leafHash;
  for (const sibling of path) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = hashNode(sibling, hash);
      while (place % 2 === 0 && place !== 0) {
        place = half(place);
        last = half(last);
      }
    } else {
      hash = hashNode(hash, sibling);
    }
    place = half(place);
    last = half(last);
  }
  return last === 0 && sameBytes(hash, root);
};
