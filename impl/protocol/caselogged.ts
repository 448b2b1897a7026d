// Whether a case stands in a public log before anybody acts on it: what the custodian checks of an approval in the
// authority's log, and an issuer of a release in the custodian's. Each answers how many other parties cosigned a
// checkpoint that contains exactly this approval or release; 0 when the proof shows anything else, or nothing.
// How many are enough is for the law to say.
import { checkProof, type LogProof, type PinnedLog } from "../log/logproof.ts";
import type { CaseFacts } from "./casetext.ts";
import { hexOf } from "./fields.ts";
import { decodeEntry, type CaseApproved, type CaseReleased } from "./logentries.ts";
import { commitToScope, releaseHash, type Release } from "./release.ts";

/** What the log says of a case, and how many others saw that it says so. */
export interface Logged<Entry> {
  readonly entry: Entry;
  readonly cosigners: number;
}

const checked = (proof: LogProof, log: PinnedLog) => {
  const result = checkProof(proof, log);
  if (!result.ok) return undefined;
  const entry = decodeEntry(result.value.entry);
  return entry === undefined ? undefined : { entry, cosigners: result.value.cosigners.length };
};

export interface ApprovalToShow {
  readonly proof: LogProof;
  readonly facts: CaseFacts;
  readonly caseText: Uint8Array;
  readonly scopeSalt: Uint8Array;
}

const venuesIn = ({ windows }: CaseFacts): number => new Set(windows.map(({ venue }) => venue)).size;

/** The entry of an approved case, when the proof shows the one that commits to this text. */
export const loggedApproval = (
  { proof, facts, caseText, scopeSalt }: ApprovalToShow,
  authorityLog: PinnedLog,
): Logged<CaseApproved> | undefined => {
  const shown = checked(proof, authorityLog);
  if (shown?.entry.kind !== "case.approved") return undefined;
  const { entry, cosigners } = shown;
  const fits =
    entry.caseId === facts.caseId &&
    entry.commitment === hexOf(commitToScope(scopeSalt, caseText)) &&
    entry.venues === venuesIn(facts) &&
    entry.windows === facts.windows.length;
  return fits ? { entry, cosigners } : undefined;
};

/** The entry that an approval stands under in the authority's log. */
export const approvalEntry = (
  facts: CaseFacts,
  caseText: Uint8Array,
  scopeSalt: Uint8Array,
  officers: readonly number[],
  approvedAtMs: number,
): CaseApproved => ({
  kind: "case.approved",
  caseId: facts.caseId,
  approvedAtMs,
  officers: [...officers].sort((one, other) => one - other),
  venues: venuesIn(facts),
  windows: facts.windows.length,
  commitment: hexOf(commitToScope(scopeSalt, caseText)),
});

const sameOfficers = (one: readonly number[], other: readonly number[]): boolean =>
  [...one].sort().join() === [...other].sort().join();

/** The entry of a release, when the proof shows that the custodian logged exactly this one. */
export const loggedRelease = (
  proof: LogProof,
  bytes: Uint8Array,
  release: Release,
  custodianLog: PinnedLog,
): Logged<CaseReleased> | undefined => {
  const shown = checked(proof, custodianLog);
  if (shown?.entry.kind !== "case.released") return undefined;
  const { entry, cosigners } = shown;
  const part = entry.parts.find(({ issuer }) => issuer === release.issuer);
  const fits =
    entry.caseId === release.caseId &&
    entry.releasedAtMs === release.releasedAtMs &&
    entry.commitment === hexOf(release.commitment) &&
    sameOfficers(entry.officers, release.officers) &&
    part?.releaseHash === hexOf(releaseHash(bytes)) &&
    part.records === release.recordHashes.length;
  return fits ? { entry, cosigners } : undefined;
};
