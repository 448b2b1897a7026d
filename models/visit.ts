/**
 * The lifecycle of a visit: the record of an entry, as the custodian keeps it without being able to read who it was.
 * A visit belongs to the Seoul day of its pass and is erased with that day, whatever else has happened to it.
 * Being disclosed under a case does not lengthen its life by a millisecond.
 */
import { given, literal, never, policy, startOfDay, sum } from "./language/expression.ts";
import { instant, yesOrNo } from "./language/fields.ts";
import { event, lifecycle, stay, to, type Transition } from "./language/lifecycle.ts";

const atItsEnd: readonly Transition[] = [
  to("erased", {
    set: { eraseAt: never, late: literal(false) },
    tell: "visit.erased",
    says: "Four weeks from the day of the pass are over: erased with its day.",
    clauses: ["S9", "F5", "C2"],
  }),
];

export const visit = lifecycle({
  id: "visit",
  description: "The record of an entry, as the custodian keeps it.",
  initial: "absent",
  meta: {
    keptAs: "partition",
    parties: ["custodian"],
    clauses: ["S7", "S9", "F5", "C2"],
    fields: { eraseAt: instant, late: yesOrNo },
    events: {
      "visit.recorded": event(["S7", "F4"], { passIssuedAt: instant, late: yesOrNo }),
      "visit.released": event(["S8", "F6"]),
    },
  },
  states: {
    absent: {
      description: "Nothing is recorded.",
      meta: { clauses: ["S7"], keeps: [], gone: true },
      on: {
        "visit.recorded": [
          to("recorded", {
            set: {
              eraseAt: sum(startOfDay(given("passIssuedAt")), policy("retention")),
              late: given("late"),
            },
            tell: "visit.stored",
            says: "An accepted scan is stored: place, time, sealed handle.",
            clauses: ["S7", "F4", "C2"],
          }),
        ],
      },
    },
    recorded: {
      description: "Stored and sealed; nobody has asked for it.",
      meta: { clauses: ["S7", "S9"], keeps: ["eraseAt", "late"] },
      on: {
        "visit.released": [
          to("disclosed", {
            tell: "visit.disclosed",
            says: "Released under a case; its end stays where it was.",
            clauses: ["S8", "F6"],
          }),
        ],
      },
      after: { eraseAt: atItsEnd },
    },
    disclosed: {
      description: "Released under at least one case; erased on the same day as if it had not been.",
      meta: { clauses: ["S8", "S9"], keeps: ["eraseAt", "late"] },
      on: {
        "visit.released": [
          stay({ tell: "visit.disclosed", says: "Released under another case.", clauses: ["S8", "F6"] }),
        ],
      },
      after: { eraseAt: atItsEnd },
    },
    erased: {
      type: "final",
      description: "Gone, with its day's partition and key.",
      meta: { clauses: ["S9", "F5"], keeps: [], gone: true },
    },
  },
});
