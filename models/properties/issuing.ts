/**
 * What must hold whenever a pass is issued: consent, verification, withdrawal, the crisis level.
 * The instants are the issuer's; only a witness sees them, because no party keeps a list of passes.
 */
import { amountOf, property, reachedBy } from "./property.ts";

export const noPassWithoutConsent = property({
  id: "no-pass-without-consent",
  clauses: ["S4", "F1", "F13"],
  prose:
    "A pass is issued only while the person's consent is given, and given to the notice that is in force.",
  clock: "issuer",
  trace: "witness",
  grade: "watched",
  observes: ["passIssued"],
  judges: {
    passIssued: ({ consent, consentVersion }, policy) =>
      consent === "given" && consentVersion === amountOf(policy, "noticeVersion"),
  },
});

const liveStates: readonly string[] = ["verified", "renewing"];

export const noPassWithoutVerification = property({
  id: "no-pass-without-verification",
  clauses: ["S5", "F2"],
  prose: "A pass is issued only to a person whose phone is verified.",
  clock: "issuer",
  trace: "witness",
  grade: "watched",
  observes: ["passIssued"],
  judges: { passIssued: ({ verification }) => liveStates.includes(verification) },
});

export const verificationCoversPass = property({
  id: "verification-covers-pass",
  clauses: ["S5", "C2", "C15"],
  prose:
    "The verification is not over at the instant of issue, and by policy it lasts longer than a pass; a pass already shown is not recalled when it ends.",
  clock: "issuer",
  trace: "witness",
  grade: "watched",
  observes: ["passIssued"],
  judges: {
    passIssued: ({ at, verifiedUntil }, policy) =>
      verifiedUntil !== null &&
      !reachedBy(at, verifiedUntil) &&
      amountOf(policy, "verificationValidity") >
        amountOf(policy, "passLifetime") + amountOf(policy, "clockSkew"),
  },
});

export const withdrawalStopsIssuance = property({
  id: "withdrawal-stops-issuance",
  clauses: ["C5"],
  prose:
    "A withdrawal leaves neither consent nor verification, and the person gets no pass before consenting anew.",
  clock: "issuer",
  trace: "witness",
  grade: "watched",
  observes: ["withdrawn", "passIssued"],
  judges: {
    withdrawn: ({ consent, verification }) => consent !== "given" && !liveStates.includes(verification),
    passIssued: ({ withdrawnAt, consentGivenAt }) =>
      withdrawnAt === null ? undefined : consentGivenAt !== null && reachedBy(consentGivenAt, withdrawnAt),
  },
});

export const noCollectionWhenSuspended = property({
  id: "no-collection-when-suspended",
  clauses: ["F7"],
  prose: "While the crisis level does not allow collection, no pass is issued and no visit is stored.",
  clock: "custodian",
  trace: "witness",
  grade: "watched",
  observes: ["passIssued", "visitStored"],
  judges: {
    passIssued: ({ crisis }) => crisis === "active",
    visitStored: ({ crisis }) => crisis === "active",
  },
});
