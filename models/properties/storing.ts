/**
 * What must hold whenever a visit is stored: in the pass's time, once, and in reach of a join for long enough.
 * Online the custodian's clock counts; a late delivery is judged at the instant that the venue signed.
 */
import { amountOf, property, reachedBy, startOfDayNumber } from "./property.ts";

export const passBounded = property({
  id: "pass-bounded",
  clauses: ["C11", "F3", "C3"],
  prose:
    "Nothing is stored under a pass from 60 seconds after its time on; a late delivery was scanned within that time and comes within 6 hours.",
  clock: "custodian",
  trace: "witness",
  grade: "watched",
  observes: ["visitStored"],
  judges: {
    visitStored: ({ at, late, scannedAt, passIssuedAt }, policy) =>
      !reachedBy(late ? scannedAt : at, passIssuedAt + amountOf(policy, "passUseless")) &&
      !(late && reachedBy(at, scannedAt + amountOf(policy, "lateDelivery"))),
  },
});

export const storedOnce = property({
  id: "stored-once",
  clauses: ["S7", "F3"],
  prose: "No pass is stored twice, at one venue or at two.",
  clock: "none",
  trace: "witness",
  grade: "watched",
  observes: ["passStored"],
  judges: { passStored: ({ times }) => times === 1 },
});

export const tracePossible = property({
  id: "trace-possible",
  clauses: ["C11", "F5", "C5"],
  prose:
    "A stored visit can be joined for at least 14 days, unless the person withdraws: its record, its keys and the account behind it stay that long.",
  clock: "custodian",
  trace: "witness",
  grade: "watched",
  observes: ["visitStored", "dayErased", "personJoined"],
  judges: {
    visitStored: ({ eraseAt, scannedAt }, policy) =>
      eraseAt !== null && reachedBy(eraseAt, scannedAt + amountOf(policy, "joinableAtLeast")),
    dayErased: ({ at, day }, policy) =>
      // Passes of a day are issued until the next one starts.
      reachedBy(at, startOfDayNumber(day + 1) + amountOf(policy, "joinableAtLeast")),
    personJoined: ({ at, scannedAt, named, withdrawnAt }, policy) =>
      withdrawnAt !== null || reachedBy(at, scannedAt + amountOf(policy, "joinableAtLeast"))
        ? undefined
        : named,
  },
});
