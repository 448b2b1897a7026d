/**
 * The SMS code of a phone verification: asking for it, typing it, and the lock after too many of either (clause C1).
 * verification.ts puts these transitions into its states; the window in which sends count is fixed by the first of them.
 * Renewing is the same code under another lock: what is verified stays verified.
 */
import {
  and,
  below,
  field,
  flag,
  given,
  literal,
  never,
  not,
  now,
  or,
  policy,
  present,
  reached,
  startOfDay,
  sum,
  type Condition,
  type Term,
} from "./language/expression.ts";
import { refuse, stay, to, type Transition } from "./language/lifecycle.ts";

export const lockedNow = and(present(field("lockedUntil")), not(reached(field("lockedUntil"))));
export const newWindow = or(not(present(field("sendsEndAt"))), reached(field("sendsEndAt")));
const sendsLeft = below(field("sends"), policy("codeSends"));
const triesLeft = below(sum(field("tries"), literal(1)), policy("codeTries"));

export const noCode = { tries: literal(0), codeEndsAt: never };
export const noSends = { sends: literal(0), sendsEndAt: never };
const newCode = { tries: literal(0), codeEndsAt: sum(now, policy("codeLifetime")), lockedUntil: never };
const lock = { ...noCode, ...noSends, lockedUntil: sum(now, policy("codeLock")) };
/** The account outlives the day of its last pass by as long as that day's records can be joined. */
export const accountEnd: Term = sum(startOfDay(now), policy("accountKept"));

const firstCode = (target: string, when?: Condition): Transition =>
  to(target, {
    ...(when === undefined ? {} : { when }),
    set: { ...newCode, sends: literal(1), sendsEndAt: sum(now, policy("codeSendWindow")) },
    tell: "code.sent",
    says: "A code is sent, the first of a new window.",
    clauses: ["S5", "F2", "C1"],
  });
const anotherCode = (target: string): Transition =>
  to(target, {
    when: sendsLeft,
    set: { ...newCode, sends: sum(field("sends"), literal(1)) },
    tell: "code.sent",
    says: "Another code is sent within the window; it replaces the one before.",
    clauses: ["F2", "C1"],
  });

/** Asking for the very first code. */
export const askingFirst = [firstCode("challenged")];
/** Asking again while the window of sends is certainly open. */
export const askingAgain = (target: string, locking: Transition): readonly Transition[] => [
  anotherCode(target),
  locking,
];
/** Asking for a code: a new window, another code within the window, or the lock. */
export const asking = (target: string, locking: Transition): readonly Transition[] => [
  firstCode(target, newWindow),
  ...askingAgain(target, locking),
];

export const lockedAway = to("locked", {
  set: lock,
  tell: "code.locked",
  says: "Too many codes or wrong tries: locked.",
  clauses: ["C1"],
});
export const lockedRenewal = to("verified", {
  set: lock,
  tell: "code.locked",
  says: "Too many codes or wrong tries: renewing is locked, what is verified stays verified.",
  clauses: ["C1"],
});

/** Typing a code: right, wrong with tries left, or wrong for the last time. */
export const typing = (locking: Transition): readonly Transition[] => [
  to("verified", {
    when: flag(given("matches")),
    set: {
      ...noCode,
      ...noSends,
      lockedUntil: never,
      verifiedUntil: sum(now, policy("verificationValidity")),
      accountEndsAt: accountEnd,
    },
    tell: "phone.verified",
    says: "The right code verifies the number for a month.",
    clauses: ["S5", "F2", "C2"],
  }),
  stay({
    when: triesLeft,
    set: { tries: sum(field("tries"), literal(1)) },
    tell: "code.mismatched",
    says: "A wrong code counts as a try.",
    clauses: ["C1"],
  }),
  locking,
];

export const whileLocked = (what: string): Transition =>
  refuse("code-locked", { when: lockedNow, says: `Locked: ${what}.`, clauses: ["C1"] });
export const noCodeSent = refuse("code-not-sent", {
  says: "No code is waiting to be entered.",
  clauses: ["C1"],
});
