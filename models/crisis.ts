/**
 * The national crisis level, as each collecting party knows it: the issuer and the custodian each keep their own copy.
 * Collection runs only while the level is serious or alert; a lower level stops it at once.
 * Nothing is erased sooner or later for it: erasure runs on to nothing left.
 */
import { given, not, oneOf } from "./language/expression.ts";
import { choice } from "./language/fields.ts";
import { event, lifecycle, stay, to } from "./language/lifecycle.ts";
import { vocabularies } from "./policy.ts";

const collecting = oneOf(given("level"), "collectionLevels");
const set = { level: given("level") };

export const crisis = lifecycle({
  id: "crisis",
  description: "Whether the national crisis level allows collection.",
  initial: "suspended",
  meta: {
    keptAs: "row",
    parties: ["issuer", "custodian"],
    clauses: ["F7"],
    fields: { level: choice(...vocabularies.crisisLevel) },
    events: { "level.announced": event(["F7"], { level: choice(...vocabularies.crisisLevel) }) },
  },
  states: {
    suspended: {
      description: "Nothing may be collected; what is held lives out its time and is erased.",
      meta: { clauses: ["F7"], keeps: ["level"] },
      on: {
        "level.announced": [
          to("active", {
            when: collecting,
            set,
            tell: "collection.resumed",
            says: "A level that allows collection begins.",
            clauses: ["F7"],
          }),
          stay({
            set,
            tell: "level.noted",
            says: "The level changes; collection stays stopped.",
            clauses: ["F7"],
          }),
        ],
      },
    },
    active: {
      description: "Collection is allowed.",
      meta: { clauses: ["F7", "S2"], keeps: ["level"] },
      on: {
        "level.announced": [
          to("suspended", {
            when: not(collecting),
            set,
            tell: "collection.stopped",
            says: "The level no longer allows collection: it stops at once.",
            clauses: ["F7"],
          }),
          stay({ set, tell: "level.noted", says: "The level changes; collection goes on.", clauses: ["F7"] }),
        ],
      },
    },
  },
});
