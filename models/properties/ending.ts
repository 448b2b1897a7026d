/**
 * What must at last end: visits, keys and copies by their retention, and everything else by its own deadline.
 * A sweep may be late by what the policy says; a right never lasts longer for it.
 */
import { amountOf, isOverdue, property, reachedBy, startOfDayNumber, startOfSeoulDay } from "./property.ts";

/** What retention speaks of; all else that has an end is the business of everything-ends. */
const retained: readonly string[] = ["visit", "day", "key", "alias", "share", "answer"];

export const retentionKept = property({
  id: "retention-kept",
  clauses: ["S9", "F5", "C2", "C4"],
  prose:
    "A visit ends 28 days after the start of the day of its pass, and so do the keys, aliases and shares of that day; being disclosed moves nothing, and no answer outlives its records.",
  clock: "custodian",
  trace: "durable",
  grade: "watched",
  observes: ["visitStored", "visitReleased", "dayOpened", "dayErased", "answerKept", "stillHeld"],
  judges: {
    visitStored: ({ passIssuedAt, eraseAt }, policy) =>
      eraseAt !== null && eraseAt === startOfSeoulDay(passIssuedAt) + amountOf(policy, "retention"),
    visitReleased: ({ eraseAtBefore, eraseAtAfter }) =>
      eraseAtAfter !== null && eraseAtBefore === eraseAtAfter,
    dayOpened: ({ day, endsAt }, policy) => endsAt === startOfDayNumber(day) + amountOf(policy, "retention"),
    dayErased: ({ at, day }, policy) =>
      !isOverdue(at, startOfDayNumber(day) + amountOf(policy, "retention"), policy),
    answerKept: ({ at, recordsEndAt, answerEndsAt }, policy) =>
      answerEndsAt !== null &&
      reachedBy(recordsEndAt, answerEndsAt) &&
      reachedBy(at + amountOf(policy, "caseAnswerKept"), answerEndsAt),
    stillHeld: ({ what, at, endsAt }, policy) =>
      retained.includes(what) ? !isOverdue(at, endsAt, policy) : undefined,
  },
});

export const erasedStaysErased = property({
  id: "erased-stays-erased",
  clauses: ["S9", "C2", "C10"],
  prose: "Of a day that a party has erased nothing is ever found, stored or opened with it again.",
  clock: "custodian",
  trace: "durable",
  grade: "watched",
  observes: ["daySeenAgain"],
  judges: { daySeenAgain: ({ erasedAt, records }) => erasedAt === null || records === 0 },
});

export const everythingEnds = property({
  id: "everything-ends",
  clauses: ["S9", "C4", "C9", "C13"],
  prose:
    "Every record, consent, code, lock, account, case and answer ends within its own deadline and the stated lateness of the sweep.",
  clock: "issuer",
  trace: "durable",
  grade: "watched",
  observes: ["stillHeld"],
  judges: { stillHeld: ({ at, endsAt }, policy) => !isOverdue(at, endsAt, policy) },
});
