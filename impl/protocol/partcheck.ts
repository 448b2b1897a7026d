// Whether a part of a release is what it says: signed by the custodian, for this case, these officers and one issuer,
// and accompanied by exactly the records that it lists. The authority's server asks this when a release arrives, and
// each officer's client asks it again for itself, because it does not trust the server.
import type { ReleasedPart } from "./contracts.ts";
import type { VerifyingKey } from "./ed25519.ts";
import { hexOf } from "./fields.ts";
import { decodeRelease, recordHash } from "./release.ts";

const sameNames = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length &&
  [...left].sort().join() === [...right].sort().join() &&
  new Set(left).size === left.length;

/** Whether this part is the custodian's word for this case, its officers and exactly its records. */
export const isPartOf = (
  part: ReleasedPart,
  caseId: string,
  officers: readonly number[],
  custodianKey: VerifyingKey,
): boolean => {
  const decoded = decodeRelease(part.release, custodianKey);
  if (!decoded.ok) return false;
  const release = decoded.value;
  return (
    release.caseId === caseId &&
    release.issuer === part.issuer &&
    part.places.length === part.records.length &&
    sameNames(release.officers.map(String), officers.map(String)) &&
    sameNames(
      release.recordHashes.map(hexOf),
      part.records.map((record) => hexOf(recordHash(record))),
    )
  );
};
