// The two hashes of a Merkle tree as RFC 6962 (2.1) and RFC 9162 (2.1.1) define them: of a leaf and of a node.
// A leaf and a node are hashed behind different first bytes, so that neither can be passed off as the other.
// Everything of the log hashes here; it knows nothing of what the leaves say.
import { createHash } from "node:crypto";

export const treeHashBytes = 32;

const leafPrefix = Uint8Array.of(0);
const nodePrefix = Uint8Array.of(1);

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

/** The root of a tree without leaves. */
export const emptyTreeRoot: Uint8Array = sha256();

export const hashLeaf = (entry: Uint8Array): Uint8Array => sha256(leafPrefix, entry);

export const hashNode = (left: Uint8Array, right: Uint8Array): Uint8Array => sha256(nodePrefix, left, right);
