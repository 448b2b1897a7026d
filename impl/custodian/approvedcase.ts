/**
 * Who stands behind a case that the authority shows, since when, and how many others saw it logged, all found out here:
 * the officers of the roster as this custodian keeps it, the instant under their own signatures, the entry in the authority's log.
 * It decides nothing: the law is asked with these facts (releasing.ts).
 */
import type { PolicyNumbers } from "../generated/policy.ts";
import { approvedSince, checkApprovals, type Approval, type CaseFacts } from "../protocol/casetext.ts";
import { loggedApproval } from "../protocol/caselogged.ts";
import type { ReleaseRequest } from "../protocol/contracts.ts";
import type { CustodianConfiguration } from "./configuration.ts";

export interface ApprovedCase {
  /** The approvals that count: of different officers who stand, over exactly this text, named in the log. */
  readonly approvals: readonly Approval[];
  readonly officers: readonly number[];
  readonly approvedAtMs: number;
  readonly cosigners: number;
}

export const approvedCase = (
  request: ReleaseRequest,
  facts: CaseFacts,
  { roster, authorityLog }: CustodianConfiguration,
  policy: PolicyNumbers,
  nowMs: number,
): ApprovedCase => {
  const { caseText, scopeSalt, logged: proof } = request;
  const standing = roster.at(nowMs);
  const logged = loggedApproval({ proof, facts, caseText, scopeSalt }, authorityLog);
  const right = request.approvals.filter(
    (approval) =>
      checkApprovals(caseText, [approval], standing).ok &&
      // Whoever the log does not name stands behind the case unseen, and does not count.
      (logged === undefined || logged.entry.officers.includes(approval.officer)),
  );
  const approvals = [...new Map(right.map((approval) => [approval.officer, approval])).values()];
  // An instant that has not come, or that is later than a request can wait for, would only lengthen the case.
  const approvedAtMs = Math.min(
    approvedSince(right, policy.officersRequired) ?? nowMs,
    nowMs,
    facts.requestedAtMs + policy.caseDecision,
  );
  return {
    approvals,
    officers: approvals.map(({ officer }) => officer),
    approvedAtMs,
    cosigners: logged?.cosigners ?? 0,
  };
};
