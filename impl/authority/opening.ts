// How a case comes to stand: an officer asks, signs what was asked, and another officer signs the same bytes.
// A signature that is wrong, or of nobody on the pinned roster, is no officer behind the case and counts as such.
// Who may approve, and what may be asked for, is the law's to say; denying needs no signature over the text,
// because a signature over the text means yes.
import { Effect, Semaphore } from "effect";
import { vocabularies } from "../../models/policy.ts";
import { policyNumbers } from "../generated/policy.ts";
import { PolicyInForce } from "../lifecycle/desk.ts";
import { Refused } from "../lifecycle/refused.ts";
import type { TransparencyLog } from "../log/transparencylog.ts";
import { checkApprovals, decodeCase, encodeCase, type Approval } from "../protocol/casetext.ts";
import { approvalEntry } from "../protocol/caselogged.ts";
import { drawScopeSalt } from "../protocol/release.ts";
import type { StandingRoster } from "../roster/standing.ts";
import type { AuthorityService } from "./authority.ts";
import type { Commitments } from "./commitments.ts";
import type { CaseFile, CaseFiles } from "./files.ts";
import type { PartyClock } from "../lifecycle/partyclock.ts";
import type { Register } from "./register.ts";
import { decidingScope } from "./scopefacts.ts";

type Opening = Pick<AuthorityService, "request" | "signRequest" | "approve" | "deny">;

export interface OpeningParts {
  readonly roster: StandingRoster;
  readonly files: CaseFiles;
  readonly commitments: Commitments;
  readonly register: Register;
  readonly instants: PartyClock;
  readonly log: TransparencyLog["Service"];
  /** The number by which an officer stands in the law's rows. */
  readonly idOf: (officer: string) => number;
}

const grounds: readonly string[] = vocabularies.ground;
const notAllowed = new Refused({ code: "not-allowed" });
const officersTooFew = new Refused({ code: "officers-too-few" });

export const openOpening = Effect.fnUntraced(function* (parts: OpeningParts) {
  const { roster, files, commitments, register, instants, log, idOf } = parts;
  const policy = policyNumbers(yield* PolicyInForce);
  // A case's number is the next one: two requests at once must not take the same.
  const requests = yield* Semaphore.make(1);

  const isOfficer = (officer: number, atMs: number): boolean =>
    roster.at(atMs).some((entry) => entry.officer === officer);

  const request = Effect.fnUntraced(function* (asked: Parameters<Opening["request"]>[0]) {
    const { officer, windows } = asked;
    const atMs = yield* instants.now;
    if (!isOfficer(officer, atMs)) return yield* officersTooFew;
    const number = yield* files.nextNumber;
    const ground = Math.max(0, grounds.indexOf(asked.ground));
    const facts = {
      caseId: `case-${number}`,
      ground: grounds[ground] ?? "",
      requestedAtMs: atMs,
      windows: windows.map(({ venue, fromMs, untilMs }) => ({ venue, fromMs, untilMs })),
    };
    const caseText = encodeCase(facts);
    // Numbers that cannot be written as a text that officers read the same way are not a scope at all.
    if (!decodeCase(caseText).ok) return yield* notAllowed;
    const scope = decidingScope(windows, ground, atMs, policy);
    yield* register.decide(
      facts.caseId,
      atMs,
      (decider, slot) =>
        decider.request(
          slot,
          idOf(String(officer)),
          ground,
          scope.venues,
          scope.windowStart,
          scope.windowEnd,
          atMs,
        ),
      () => files.open(number, officer, facts),
    );
    return { caseId: facts.caseId, caseText };
  });

  /** The file of a case, if the approval is by an officer on the roster over exactly its text, at an instant that has come. */
  const signedFile = Effect.fnUntraced(function* (caseId: string, approval: Approval, atMs: number) {
    const file = yield* files.read(caseId);
    if (file === undefined) return yield* notAllowed;
    // An instant that has not come would lengthen the case; one long past only shortens it.
    if (!(atMs + policy.clockSkew >= approval.approvedAtMs)) return yield* officersTooFew;
    const checked = checkApprovals(encodeCase(file.facts), [approval], roster.at(atMs));
    return checked.ok ? file : yield* officersTooFew;
  });

  const officersWith = ({ approvals }: CaseFile, { officer }: Approval): readonly number[] => [
    ...new Set([...approvals.map((approval) => approval.officer), officer]),
  ];

  /** Commits to the text of an approved case in the log, under a salt that the custodian alone is told besides. */
  const commit = Effect.fnUntraced(function* (
    { facts }: CaseFile,
    officers: readonly number[],
    atMs: number,
  ) {
    const scopeSalt = drawScopeSalt();
    const entry = approvalEntry(facts, encodeCase(facts), scopeSalt, officers, atMs);
    yield* commitments.keep(facts.caseId, { scopeSalt, logIndex: yield* log.append(entry) });
  });

  return {
    request: (asked) => requests.withPermit(request(asked)),
    signRequest: Effect.fnUntraced(function* ({ caseId, approval }) {
      const atMs = yield* instants.now;
      const file = yield* signedFile(caseId, approval, atMs);
      if (approval.officer !== file.requestedBy) return yield* notAllowed;
      const stored = yield* register.storeWhile(
        "requested",
        caseId,
        atMs,
        files.addApproval(caseId, approval),
      );
      if (!stored) return yield* notAllowed;
    }),
    approve: Effect.fnUntraced(function* ({ caseId, approval }) {
      const atMs = yield* instants.now;
      const { state } = yield* register.standing(caseId, atMs);
      const file = yield* signedFile(caseId, approval, atMs);
      const bySomeoneElse = approval.officer !== file.requestedBy;
      const asked = file.approvals.some(({ officer }) => officer === file.requestedBy);
      if (state === "requested" && bySomeoneElse && !asked) return yield* officersTooFew;
      const officers = officersWith(file, approval);
      if (bySomeoneElse && officers.length < policy.officersRequired) {
        // The last of the officers that the policy asks for approves; those before only sign.
        const add = files.addApproval(caseId, approval);
        if (yield* register.storeWhile("requested", caseId, atMs, add)) return;
      }
      yield* register.decide(
        caseId,
        atMs,
        (decider, slot) => decider.approve(slot, idOf(String(approval.officer)), atMs),
        () => Effect.andThen(files.addApproval(caseId, approval), commit(file, officers, atMs)),
      );
    }),
    deny: Effect.fnUntraced(function* ({ caseId, officer, reason }) {
      const atMs = yield* instants.now;
      if (!isOfficer(officer, atMs)) return yield* officersTooFew;
      yield* register.standing(caseId, atMs);
      yield* register.decide(
        caseId,
        atMs,
        (decider, slot) => decider.deny(slot, idOf(String(officer)), atMs),
        () => files.addDenial(caseId, { officer, reason }),
      );
    }),
  } satisfies Opening;
});
