/**
 * The lifecycle of one Seoul day at one party: the partition, the keys, the aliases and the sealed shares of that day.
 * Issuer and custodian each keep one for every day in which something was issued or recorded; all of it ends together.
 * No case, no late delivery and no later use moves its end.
 */
import { never, now, policy, startOfDay, sum } from "./language/expression.ts";
import { instant } from "./language/fields.ts";
import { event, lifecycle, stay, to } from "./language/lifecycle.ts";

export const day = lifecycle({
  id: "day",
  description: "Everything that one party keeps of one Seoul day.",
  initial: "unopened",
  meta: {
    keptAs: "row",
    parties: ["issuer", "custodian"],
    clauses: ["S9", "F5", "C2", "C10"],
    fields: { endsAt: instant },
    events: { "day.opened": event(["C2", "C10"]) },
  },
  states: {
    unopened: {
      description: "Nothing of this day is kept yet.",
      meta: { clauses: ["C10"], keeps: [], gone: true },
      on: {
        "day.opened": [
          to("kept", {
            set: { endsAt: sum(startOfDay(now), policy("retention")) },
            tell: "day.opened",
            says: "The first pass of the day opens its partition and draws its keys.",
            clauses: ["C2", "C10"],
          }),
        ],
      },
    },
    kept: {
      description: "Keys, aliases, shares and records of the day are kept.",
      meta: { clauses: ["S9", "C10"], keeps: ["endsAt"] },
      on: { "day.opened": [stay({ says: "The day is open already.", clauses: ["C10"] })] },
      after: {
        endsAt: [
          to("erased", {
            set: { endsAt: never },
            tell: "day.erased",
            says: "Four weeks from the start of the day are over: all of it is erased together.",
            clauses: ["S9", "F5", "C2"],
          }),
        ],
      },
    },
    erased: {
      type: "final",
      description: "Nothing of this day is left.",
      meta: { clauses: ["S9", "F5"], keeps: [], gone: true },
    },
  },
});
