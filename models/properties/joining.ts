/**
 * What must hold whenever who and where are joined: a case with a ground and a scope, two officers, its time, its place in the registers.
 * A re-identification is held against the case it claims, record by record.
 */
import {
  and,
  equals,
  flag,
  given,
  literal,
  not,
  oneOf,
  policy,
  present,
  reached,
  sum,
} from "../language/expression.ts";
import { atLeast, atMost, before, byThen } from "./comparing.ts";
import { property } from "./property.ts";

const byAnother = not(equals(given("requestedBy"), given("approvedBy")));
const enoughOfficers = atLeast(given("officers"), policy("officersRequired"));
const caseLives = before(given("at"), sum(given("approvedAt"), policy("caseLifetime")));
const cosigned = atLeast(given("cosigners"), policy("witnessesRequired"));
const notTooMany = atMost(given("records"), policy("caseRecords"));

export const twoOfficers = property({
  id: "two-officers",
  clauses: ["C4", "S8"],
  prose: "No case is approved, released, answered or used to name anybody by one officer alone.",
  clock: "none",
  trace: "witness",
  grade: "watched",
  judges: {
    caseApproved: { then: byAnother },
    released: { then: enoughOfficers },
    answered: { then: enoughOfficers },
    reidentified: { then: byAnother },
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
  judges: {
    released: {
      then: and(
        oneOf(given("ground"), "caseGrounds"),
        atLeast(given("venues"), literal(1)),
        atMost(given("venues"), policy("caseVenues")),
        before(given("windowStart"), given("windowEnd")),
        byThen(given("windowEnd"), sum(given("windowStart"), policy("caseWindow"))),
        caseLives,
        notTooMany,
        atMost(given("recordsOfDay"), policy("nationRecordsPerDay")),
      ),
    },
    answered: { then: and(before(given("at"), given("caseEndsAt")), notTooMany) },
    reidentified: {
      then: and(
        caseLives,
        present(given("windowEnd")),
        reached(given("windowStart"), given("scannedAt")),
        before(given("scannedAt"), given("windowEnd")),
      ),
    },
  },
});

export const joinRefusesWithdrawn = property({
  id: "join-refuses-withdrawn",
  clauses: ["C5", "C8"],
  prose: "Whoever withdraws before the issuer answers is named under no case: the case learns a count only.",
  clock: "issuer",
  trace: "witness",
  grade: "watched",
  judges: { personJoined: { when: present(given("withdrawnAt")), then: not(flag(given("named"))) } },
});

export const disclosureLogged = property({
  id: "disclosure-logged",
  clauses: ["S8", "F13", "C17"],
  prose:
    "Nothing is released or answered but under an entry in a log that other parties cosigned, and every case that was answered stands in the custodian's register and in the issuer's.",
  clock: "none",
  trace: "durable",
  grade: "watched",
  judges: {
    released: { then: cosigned },
    answered: { then: cosigned },
    disclosureLogged: { then: and(flag(given("release")), flag(given("answer"))) },
  },
});
