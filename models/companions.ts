/**
 * Each promise comes with a mistake that breaks it: a promise that no mistake can break says nothing, and counts as not shown.
 * The prover makes each mistake in turn and must be told; the other companion, a run in which the promise's condition
 * really happens, it finds by itself. Mistakes of knowledge add a term to a message, all others change the law or a slice.
 */
import { answering, setting, withoutDeadline, withoutRefusals, withoutStep } from "./language/change.ts";
import type { Law } from "./language/compose.ts";
import { given, now, policy, startOfDay, sum } from "./language/expression.ts";
import { stay } from "./language/lifecycle.ts";
import type { Slice, SliceId } from "./language/slice.ts";
import type { PropertyId } from "./properties.ts";

export type Companion = {
  readonly promise: PropertyId;
  /** The mistake, in words; the Korean ones stand in labels/ko/sentences/companions.ts. */
  readonly says: string;
} & (
  | { readonly kind: "law"; readonly slice: SliceId; readonly change: (law: Law) => Law }
  | { readonly kind: "slice"; readonly slice: SliceId; readonly change: (slice: Slice) => Slice }
  /** The message carries one atom of knowledge more. */
  | { readonly kind: "knowledge"; readonly message: string; readonly atom: string }
);

export const companions: readonly Companion[] = [
  {
    promise: "no-pass-without-consent",
    says: "The issuer no longer asks whether consent is in force.",
    kind: "law",
    slice: "gate",
    change: withoutRefusals("issuer.issue", "consent-required", "consent-outdated"),
  },
  {
    promise: "no-pass-without-verification",
    says: "A pass is issued to a number that was never verified.",
    kind: "law",
    slice: "gate",
    change: answering("verification", "unverified", "pass.issued", () => [
      stay({ says: "A pass is issued all the same.", clauses: ["S5"] }),
    ]),
  },
  {
    promise: "verification-covers-pass",
    says: "A verification never expires.",
    kind: "law",
    slice: "gate",
    change: withoutDeadline("verification", "verified", "verifiedUntil"),
  },
  {
    promise: "withdrawal-stops-issuance",
    says: "Withdrawing ends the account and forgets to end the consent.",
    kind: "law",
    slice: "gate",
    change: withoutStep("issuer.withdraw", "consent.withdrawn"),
  },
  {
    promise: "no-collection-when-suspended",
    says: "The custodian stores without looking at the crisis level.",
    kind: "law",
    slice: "door",
    change: withoutRefusals("custodian.record", "collection-suspended"),
  },
  {
    promise: "pass-bounded",
    says: "A pass never becomes too old.",
    kind: "law",
    slice: "door",
    change: withoutDeadline("pass", "issued", "expiresAt"),
  },
  {
    promise: "stored-once",
    says: "An accepted pass can be accepted again.",
    kind: "law",
    slice: "door",
    change: answering("pass", "issued", "pass.scanned", ([early, accepted]) => [
      ...(early === undefined ? [] : [early]),
      ...(accepted === undefined
        ? []
        : [stay({ tell: "pass.accepted", says: accepted.description, clauses: ["S7"] })]),
    ]),
  },
  {
    promise: "two-officers",
    says: "The officer who asks may also approve.",
    kind: "law",
    slice: "case",
    change: answering("disclosure", "requested", "case.approved", (all) => all.slice(1)),
  },
  {
    promise: "within-scope",
    says: "The custodian releases windows of any length.",
    kind: "law",
    slice: "case",
    change: withoutRefusals("custodian.release", "case-window-exceeded"),
  },
  {
    promise: "join-refuses-withdrawn",
    says: "Withdrawing ends the consent and forgets to end the account.",
    kind: "law",
    slice: "case",
    change: withoutStep("issuer.withdraw", "account.withdrawn"),
  },
  {
    promise: "disclosure-logged",
    says: "The custodian releases and writes nothing down.",
    kind: "slice",
    slice: "case",
    change: (slice) => ({
      ...slice,
      moves: slice.moves.map((move) =>
        move.id === "release"
          ? {
              ...move,
              done: Object.fromEntries(
                Object.entries(move.done ?? {}).filter(([name]) => name !== "releaseLogged"),
              ),
            }
          : move,
      ),
    }),
  },
  {
    promise: "issuer-blind",
    says: "The request to the issuer says at which venue the visit was.",
    kind: "knowledge",
    message: "joinRequest",
    atom: "place",
  },
  {
    promise: "custodian-blind",
    says: "The scan carries the number of the phone.",
    kind: "knowledge",
    message: "scan",
    atom: "phone",
  },
  {
    promise: "venue-blind",
    says: "The pass shows the number of the phone.",
    kind: "knowledge",
    message: "pass",
    atom: "phone",
  },
  {
    promise: "retention-kept",
    says: "Being disclosed starts the four weeks anew.",
    kind: "law",
    slice: "retention",
    change: answering("visit", "recorded", "visit.released", (all) =>
      all.map((one) => setting("eraseAt", sum(now, policy("retention")), one)),
    ),
  },
  {
    promise: "erased-stays-erased",
    says: "A late copy of a deposit opens its day again.",
    kind: "law",
    slice: "retention",
    change: withoutRefusals("custodian.openDay", "epoch-over"),
  },
  {
    promise: "trace-possible",
    says: "A record is erased as soon as it need not be joined any more, counted from the start of its day.",
    kind: "law",
    slice: "retention",
    change: answering("visit", "absent", "visit.recorded", (all) =>
      all.map((one) =>
        setting("eraseAt", sum(startOfDay(given("passIssuedAt")), policy("joinableAtLeast")), one),
      ),
    ),
  },
  {
    promise: "everything-ends",
    says: "A lock never ends.",
    kind: "law",
    slice: "gate",
    change: withoutDeadline("verification", "locked", "lockedUntil"),
  },
];
