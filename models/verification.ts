/**
 * The lifecycle of a person's phone verification, kept by the issuer, and with it of the account's own end.
 * A code by SMS verifies the number for a month; renewing while still verified never ends what is verified.
 * The code itself never enters the law: an event only says whether what was typed matches.
 */
import {
  accountEnd,
  asking,
  askingAgain,
  askingFirst,
  lockedAway,
  lockedNow,
  lockedRenewal,
  newWindow,
  noCode,
  noCodeSent,
  noSends,
  typing,
  whileLocked,
} from "./code.ts";
import type { ClauseId } from "./clauses.ts";
import { and, field, never, not, present, type Term } from "./language/expression.ts";
import { count, instant, yesOrNo } from "./language/fields.ts";
import { event, lifecycle, refuse, stay, to, type Transition } from "./language/lifecycle.ts";

const known = present(field("accountEndsAt"));
const allGone = { ...noCode, ...noSends, verifiedUntil: never, lockedUntil: never, accountEndsAt: never };

/** Ends the account; a lock or an open window of sends lives out its minutes, or else ending would lift it. */
const ending = (says: string, clauses: readonly ClauseId[]): readonly Transition[] => [
  to("locked", {
    when: lockedNow,
    set: { ...noCode, ...noSends, verifiedUntil: never, accountEndsAt: never },
    tell: "account.ended",
    says: `${says} Only the lock lives out its minutes.`,
    clauses: [...clauses, "C14"],
  }),
  to("unanswered", {
    when: and(present(field("sendsEndAt")), not(newWindow)),
    set: { ...noCode, verifiedUntil: never, lockedUntil: never, accountEndsAt: never },
    tell: "account.ended",
    says: `${says} Only the count of codes sent lives out its minutes.`,
    clauses: [...clauses, "C14"],
  }),
  to("erased", { set: allGone, tell: "account.ended", says, clauses }),
];
const erasedAtWithdrawal = ending("Withdrawing erases the account at once.", ["C5", "C9"]);
const lockOutlives: readonly Transition[] = [
  to("challenged", {
    set: { accountEndsAt: never },
    tell: "account.ended",
    says: "Withdrawing ends the account; only the open code lives out its minutes.",
    clauses: ["C9", "C14"],
  }),
];
const unverified = refuse("verification-required", {
  says: "The phone is not verified.",
  clauses: ["S5"],
});
const usedToday: readonly Transition[] = [
  stay({
    set: { accountEndsAt: accountEnd },
    says: "A pass was issued: the account stays as long as the records of this day.",
    clauses: ["C9"],
  }),
];
const endOfAccount = ending(
  "The verification has expired and the records of the last pass are gone: the account ends.",
  ["C9"],
);
/** Where someone without a live verification goes when a code or lock is over. */
const fallBack = (says: string, set: Readonly<Record<string, Term>>): readonly Transition[] => [
  to("expired", { when: known, set, says, clauses: ["C1"] }),
  to("unverified", { set: { ...set, ...noSends, accountEndsAt: never }, says, clauses: ["C1"] }),
];

export const verification = lifecycle({
  id: "verification",
  description: "A person's phone verification and account, as the issuer keeps them.",
  initial: "unverified",
  meta: {
    keptAs: "row",
    parties: ["issuer"],
    clauses: ["S5", "F2", "C1", "C9"],
    fields: {
      tries: count(5),
      sends: count(3),
      sendsEndAt: instant,
      codeEndsAt: instant,
      verifiedUntil: instant,
      lockedUntil: instant,
      accountEndsAt: instant,
    },
    events: {
      "code.requested": event(["S5", "F2"]),
      "code.submitted": event(["S5", "F2"], { matches: yesOrNo }),
      "pass.issued": event(["C9"], {}, false),
      "account.withdrawn": event(["C5", "C9"]),
    },
  },
  states: {
    unverified: {
      description: "Nothing is known of this number.",
      meta: { clauses: ["S5"], keeps: [], gone: true },
      on: {
        "code.requested": askingFirst,
        "code.submitted": [noCodeSent],
        "pass.issued": [unverified],
        "account.withdrawn": [stay({ says: "There is no account to end.", clauses: ["C9"] })],
      },
    },
    challenged: {
      description: "A code has been sent and waits to be entered.",
      meta: { clauses: ["F2", "C1"], keeps: ["tries", "sends", "sendsEndAt", "codeEndsAt", "accountEndsAt"] },
      on: {
        "code.requested": asking("challenged", lockedAway),
        "code.submitted": typing(lockedAway),
        "pass.issued": [unverified],
        "account.withdrawn": lockOutlives,
      },
      after: {
        codeEndsAt: [
          to("expired", {
            when: known,
            set: noCode,
            says: "The code is over; the account is still to be renewed.",
            clauses: ["C1"],
          }),
          to("unanswered", {
            set: { ...noCode, accountEndsAt: never },
            says: "The code is over.",
            clauses: ["C1"],
          }),
        ],
        accountEndsAt: [
          to("challenged", {
            set: { accountEndsAt: never },
            tell: "account.ended",
            says: "The old account ends while a code is open; only the code stays.",
            clauses: ["C9"],
          }),
        ],
      },
    },
    unanswered: {
      description: "A code was sent and not entered in time; its sending still counts.",
      meta: { clauses: ["C1"], keeps: ["sends", "sendsEndAt"] },
      on: {
        "code.requested": askingAgain("challenged", lockedAway),
        "code.submitted": [noCodeSent],
        "pass.issued": [unverified],
        "account.withdrawn": [stay({ says: "There is no account to end.", clauses: ["C9", "C14"] })],
      },
      after: {
        sendsEndAt: [
          to("unverified", { set: noSends, says: "The window of sends is over.", clauses: ["C1"] }),
        ],
      },
    },
    verified: {
      description: "The number is verified; passes may be issued.",
      meta: {
        clauses: ["S5", "F2"],
        keeps: ["sends", "sendsEndAt", "verifiedUntil", "lockedUntil", "accountEndsAt"],
      },
      on: {
        "code.requested": [whileLocked("no code is sent"), ...asking("renewing", lockedRenewal)],
        "code.submitted": [noCodeSent],
        "pass.issued": usedToday,
        "account.withdrawn": erasedAtWithdrawal,
      },
      after: {
        verifiedUntil: [
          to("expired", {
            set: { verifiedUntil: never },
            tell: "verification.ended",
            says: "A month is over: the verification expires.",
            clauses: ["S5", "F2", "C2"],
          }),
        ],
      },
    },
    renewing: {
      description: "Still verified, with a new code on its way.",
      meta: {
        clauses: ["S5", "F2"],
        keeps: ["tries", "sends", "sendsEndAt", "codeEndsAt", "verifiedUntil", "accountEndsAt"],
      },
      on: {
        "code.requested": asking("renewing", lockedRenewal),
        "code.submitted": typing(lockedRenewal),
        "pass.issued": usedToday,
        "account.withdrawn": [
          to("challenged", {
            set: { verifiedUntil: never, accountEndsAt: never },
            tell: "account.ended",
            says: "Withdrawing ends the account; only the open code lives out its minutes.",
            clauses: ["C5", "C9", "C14"],
          }),
        ],
      },
      after: {
        verifiedUntil: [
          to("challenged", {
            set: { verifiedUntil: never },
            tell: "verification.ended",
            says: "A month is over while the new code is on its way.",
            clauses: ["S5", "F2", "C2"],
          }),
        ],
        codeEndsAt: [
          to("verified", { set: noCode, says: "The code is over; what is verified stays.", clauses: ["C1"] }),
        ],
      },
    },
    expired: {
      description: "The month is over; no pass is issued until the number is verified again.",
      meta: { clauses: ["S5", "C9"], keeps: ["sends", "sendsEndAt", "lockedUntil", "accountEndsAt"] },
      on: {
        "code.requested": [whileLocked("no code is sent"), ...asking("challenged", lockedAway)],
        "code.submitted": [noCodeSent],
        "pass.issued": [
          refuse("verification-expired", { says: "The verification has expired.", clauses: ["S5", "F2"] }),
        ],
        "account.withdrawn": erasedAtWithdrawal,
      },
      after: { accountEndsAt: endOfAccount },
    },
    locked: {
      description: "Too many codes or wrong tries; nothing is sent until the lock is over.",
      meta: { clauses: ["C1"], keeps: ["lockedUntil", "accountEndsAt"] },
      on: {
        "code.requested": [refuse("code-locked", { says: "Locked: no code is sent.", clauses: ["C1"] })],
        "code.submitted": [refuse("code-locked", { says: "Locked: no code is taken.", clauses: ["C1"] })],
        "pass.issued": [unverified],
        "account.withdrawn": [
          to("locked", {
            set: { accountEndsAt: never },
            tell: "account.ended",
            says: "Withdrawing ends the account; the lock lives out its minutes.",
            clauses: ["C9", "C14"],
          }),
        ],
      },
      after: {
        lockedUntil: fallBack("The lock is over.", { lockedUntil: never }),
        accountEndsAt: [
          to("locked", {
            set: { accountEndsAt: never },
            tell: "account.ended",
            says: "The old account ends while locked; only the lock stays.",
            clauses: ["C9"],
          }),
        ],
      },
    },
    erased: {
      type: "final",
      description: "The account is gone: number, consent and verification.",
      meta: { clauses: ["C5", "C9"], keeps: [], gone: true },
    },
  },
});
