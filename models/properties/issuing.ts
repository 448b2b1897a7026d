/**
 * What must hold whenever a pass is issued: consent, verification, withdrawal, the crisis level.
 * The instants are the issuer's; only a witness sees them, because no party keeps a list of passes.
 */
import {
  and,
  below,
  equals,
  given,
  literal,
  not,
  policy,
  present,
  reached,
  sum,
} from "../language/expression.ts";
import { among, before } from "./comparing.ts";
import { property } from "./property.ts";

const consented = equals(given("consent"), literal("given"));
const verified = among(given("verification"), "verified", "renewing");
const collecting = equals(given("crisis"), literal("active"));

export const noPassWithoutConsent = property({
  id: "no-pass-without-consent",
  clauses: ["S4", "F1", "F13"],
  prose:
    "A pass is issued only while the person's consent is given, and given to the notice that is in force.",
  clock: "issuer",
  trace: "witness",
  grade: "watched",
  judges: {
    passIssued: { then: and(consented, equals(given("consentVersion"), policy("noticeVersion"))) },
  },
});

export const noPassWithoutVerification = property({
  id: "no-pass-without-verification",
  clauses: ["S5", "F2"],
  prose: "A pass is issued only to a person whose phone is verified.",
  clock: "issuer",
  trace: "witness",
  grade: "watched",
  judges: { passIssued: { then: verified } },
});

export const verificationCoversPass = property({
  id: "verification-covers-pass",
  clauses: ["S5", "C2", "C15"],
  prose:
    "The verification is not over at the instant of issue, and by policy it lasts longer than a pass; a pass already shown is not recalled when it ends.",
  clock: "issuer",
  trace: "witness",
  grade: "watched",
  judges: {
    passIssued: {
      then: and(
        present(given("verifiedUntil")),
        before(given("at"), given("verifiedUntil")),
        below(sum(policy("passLifetime"), policy("clockSkew")), policy("verificationValidity")),
      ),
    },
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
  judges: {
    withdrawn: { then: and(not(consented), not(verified)) },
    passIssued: {
      when: present(given("withdrawnAt")),
      then: and(present(given("consentGivenAt")), reached(given("withdrawnAt"), given("consentGivenAt"))),
    },
  },
});

export const noCollectionWhenSuspended = property({
  id: "no-collection-when-suspended",
  clauses: ["F7"],
  prose: "While the crisis level does not allow collection, no pass is issued and no visit is stored.",
  clock: "custodian",
  trace: "witness",
  grade: "watched",
  judges: { passIssued: { then: collecting }, visitStored: { then: collecting } },
});
