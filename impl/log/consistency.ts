// Whether a later tree begins with an earlier one: the consistency proof of RFC 9162 (2.1.4.2), from two roots alone.
// Witnesses check one before they cosign, and the audit before it believes a history. From nothing everything follows:
// a proof from size 0 is empty.
import { sameBytes } from "../protocol/fields.ts";
import { hashNode } from "./treehash.ts";

export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly oldRoot: Uint8Array;
  readonly newSize: number;
  readonly newRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

const half = (value: number): number => Math.floor(value / 2);

const isPowerOfTwo = (value: number): boolean => {
  let power = 1;
  while (power < value) power *= 2;
  return power === value;
};

export const verifyConsistency = ({
  oldSize,
  oldRoot,
  newSize,
  newRoot,
  proof,
}: ConsistencyClaim): boolean => {
  if (oldSize < 0 || oldSize > newSize) return false;
  if (oldSize === newSize) return proof.length === 0 && sameBytes(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0;
  const [first, ...rest] = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : proof;
  if (first === undefined || proof.length === 0) return false;
  let place = oldSize - 1;
  let last = newSize - 1;
  while (place % 2 === 1) {
    place = half(place);
    last = half(last);
  }
  let older = first;
  let newer = first;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      older = hashNode(sibling, older);
      newer = hashNode(sibling, newer);
      while (place % 2 === 0 && place !== 0) {
        place = half(place);
        last = half(last);
      }
    } else {
      newer = hashNode(newer, sibling);
    }
    place = half(place);
    last = half(last);
  }
  return last === 0 && sameBytes(older, oldRoot) && sameBytes(newer, newRoot);
};
