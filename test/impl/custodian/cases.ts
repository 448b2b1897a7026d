// Cases for the custodian's tests: texts and approvals as the authority would send them, right or wrong.
// It signs with the officers of place.ts and knows no limit.
import type { Officer } from "../../../impl/protocol/officers.ts";
import {
  approveCase,
  decodeCase,
  encodeCase,
  type Approval,
  type CaseWindow,
} from "../../../impl/protocol/casetext.ts";
import { approvalEntry } from "../../../impl/protocol/caselogged.ts";
import type { ReleaseRequest } from "../../../impl/protocol/contracts.ts";
import { drawScopeSalt } from "../../../impl/protocol/release.ts";
import { officers } from "./place.ts";
import { authorityLog, hourMs, noonMs } from "./rooms.ts";

/** A window of one venue, an hour from noon unless told otherwise. */
export const windowOf = (venue: number, fromMs = noonMs, untilMs = noonMs + hourMs): CaseWindow => ({
  venue,
  fromMs,
  untilMs,
});

export const caseOf = (
  windows: readonly CaseWindow[],
  caseId = "case-1",
  ground = "investigation",
  requestedAtMs = noonMs,
): Uint8Array => encodeCase({ caseId, ground, requestedAtMs, windows });

/** The approvals of these officers; of the first two unless told otherwise. */
export const approved = (
  text: Uint8Array,
  by: readonly Officer[] = officers.slice(0, 2),
  atMs = noonMs,
): readonly Approval[] => by.map((officer) => approveCase(officer, text, atMs));

const unread = { caseId: "case-unread", ground: "", requestedAtMs: 0, windows: [] };

/** The request of an approved case, as an authority would make it that logs what it does. */
export const requestOf = (
  text: Uint8Array,
  approvals: readonly Approval[] = approved(text),
  cosigners = 2,
): ReleaseRequest => {
  const decoded = decodeCase(text);
  const scopeSalt = drawScopeSalt();
  const behind = [...new Set(approvals.map(({ officer }) => officer))];
  const entry = approvalEntry(decoded.ok ? decoded.value : unread, text, scopeSalt, behind, noonMs);
  return { caseText: text, approvals, scopeSalt, logged: authorityLog.prove(entry, cosigners) };
};
