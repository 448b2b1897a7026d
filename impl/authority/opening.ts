// How a case comes to stand: an officer asks, signs what was asked, and another officer signs the same bytes.
// A signature that is wrong, or of nobody on the pinned roster, is no officer behind the case and counts as such.
// Who may approve, and what may be asked for, is the law's to say; denying needs no signature over the text,
// because a signature over the text means yes.
import { Effect, Semaphore } from "effect";
import { vocabularies } from "../../models/policy.ts";
import { policyNumbers } from "../generated/policy.ts";
import { PolicyInForce } from "../lifecycle/desk.ts";
import { Refused } from "../lifecycle/refused.ts";
import { checkApprovals, decodeCase, encodeCase, type Approval } from "../protocol/casetext.ts";
import type { Roster } from "../protocol/officers.ts";
import type { AuthorityService } from "./authority.ts";
import type { CaseFiles } from "./files.ts";
import type { PartyClock } from "../lifecycle/partyclock.ts";
import type { Register } from "./register.ts";
import { decidingScope } from "./scopefacts.ts";

type Opening = Pick<AuthorityService, "request" | "signRequest" | "approve" | "deny">;

export interface OpeningParts {
  readonly roster: Roster;
  readonly files: CaseFiles;
  readonly register: Register;
  readonly instants: PartyClock;
  /** The number by which an officer stands in the law's rows. */
  readonly idOf: (officer: string) => number;
}

const grounds: readonly string[] = vocabularies.ground;
const notAllowed = new Refused({ code: "not-allowed" });
const officersTooFew = new Refused({ code: "officers-too-few" });

export const openOpening = Effect.fnUntraced(function* (parts: OpeningParts) {
  const { roster, files, register, instants, idOf } = parts;
  const policy = policyNumbers(yield* PolicyInForce);
  // A case's number is the next one: two requests at once must not take the same.
  const requests = yield* Semaphore.make(1);

  const isOfficer = (officer: number): boolean => roster.some((entry) => entry.officer === officer);

  const request = Effect.fnUntraced(function* (asked: Parameters<Opening["request"]>[0]) {
    const { officer, windows } = asked;
    if (!isOfficer(officer)) return yield* officersTooFew;
    const atMs = yield* instants.now;
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
    const checked = checkApprovals(encodeCase(file.facts), [approval], roster);
    return checked.ok ? file : yield* officersTooFew;
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
      yield* register.decide(
        caseId,
        atMs,
        (decider, slot) => decider.approve(slot, idOf(String(approval.officer)), atMs),
        () => files.addApproval(caseId, approval),
      );
    }),
    deny: Effect.fnUntraced(function* ({ caseId, officer }) {
      if (!isOfficer(officer)) return yield* officersTooFew;
      const atMs = yield* instants.now;
      yield* register.standing(caseId, atMs);
      yield* register.decide(
        caseId,
        atMs,
        (decider, slot) => decider.deny(slot, idOf(String(officer)), atMs),
        () => Effect.void,
      );
    }),
  } satisfies Opening;
});
