/**
 * What must hold whenever who and where are joined: a case with a ground and a scope, two officers, its time, its place in the registers.
 * A re-identification is held against the case it claims, record by record.
 */
import { amountOf, property, reachedBy } from "./property.ts";

export const twoOfficers = property({
  id: "two-officers",
  clauses: ["C4", "S8"],
  prose: "No case is approved, released, answered or used to name anybody by one officer alone.",
  clock: "none",
  trace: "witness",
  grade: "watched",
  observes: ["caseApproved", "released", "answered", "reidentified"],
  judges: {
    caseApproved: ({ requestedBy, approvedBy }) => requestedBy !== approvedBy,
    released: ({ officers }, policy) => reachedBy(officers, amountOf(policy, "officersRequired")),
    answered: ({ officers }, policy) => reachedBy(officers, amountOf(policy, "officersRequired")),
    reidentified: ({ requestedBy, approvedBy }) => requestedBy !== approvedBy,
  },
});

export const withinScope = property({
  id: "within-scope",
  clauses: ["S8", "F6", "F13", "C4", "C7"],
  prose:
    "Records are released and people named only under a case with a legal ground, within its venues, its window, its limits and its 72 hours.",
  clock: "custodian",
  trace: "witness",
  grade: "watched",
  observes: ["released", "answered", "reidentified"],
  judges: {
    released: (seen, policy) =>
      (policy.sets["caseGrounds"] ?? []).includes(seen.ground) &&
      seen.venues >= 1 &&
      seen.venues <= amountOf(policy, "caseVenues") &&
      !reachedBy(seen.windowStart, seen.windowEnd) &&
      reachedBy(seen.windowStart + amountOf(policy, "caseWindow"), seen.windowEnd) &&
      !reachedBy(seen.at, seen.approvedAt + amountOf(policy, "caseLifetime")) &&
      seen.records <= amountOf(policy, "caseRecords") &&
      seen.recordsOfDay <= amountOf(policy, "nationRecordsPerDay"),
    answered: ({ at, caseEndsAt, records }, policy) =>
      !reachedBy(at, caseEndsAt) && records <= amountOf(policy, "caseRecords"),
    reidentified: ({ at, approvedAt, windows, venue, scannedAt }, policy) =>
      !reachedBy(at, approvedAt + amountOf(policy, "caseLifetime")) &&
      windows.some(
        (window) =>
          window.venue === venue &&
          reachedBy(scannedAt, window.fromMs) &&
          !reachedBy(scannedAt, window.untilMs),
      ),
  },
});

export const joinRefusesWithdrawn = property({
  id: "join-refuses-withdrawn",
  clauses: ["C5", "C8"],
  prose: "Whoever withdraws before the issuer answers is named under no case: the case learns a count only.",
  clock: "issuer",
  trace: "witness",
  grade: "watched",
  observes: ["personJoined"],
  judges: { personJoined: ({ withdrawnAt, named }) => (withdrawnAt === null ? undefined : !named) },
});

export const disclosureLogged = property({
  id: "disclosure-logged",
  clauses: ["S8", "F13"],
  prose: "Every case that was answered stands in the custodian's register and in the issuer's.",
  clock: "none",
  trace: "durable",
  grade: "watched",
  observes: ["disclosureLogged"],
  judges: { disclosureLogged: ({ release, answer }) => release && answer },
});
