/**
 * Mistakes in promises: what they ask for that no watcher sees, what does not fit together, and what is missing from their form.
 * Each is one change of the good law, whose one promise has a judge, and its other one forbids knowledge.
 */
import {
  equals,
  field,
  flag,
  given,
  inState,
  literal,
  policy,
  present,
  reached,
  sum,
} from "../../../models/language/expression.ts";
import { added, gone, instead, withParts, type Mistake, type Path } from "./mistake.ts";

const judging: Path = ["promises", 0];
const knowing: Path = ["promises", 1];
const judge: Path = [...judging, "judges", "visitStored"];
const place = "promises[permit-kept]";
const judgePlace = `${place}.judges.visitStored`;

export const promiseMistakes: readonly Mistake[] = [
  {
    what: "a promise about a field that is not observed",
    path: [...judge, "then"],
    by: instead(flag(given("lateness"))),
    code: "unknown-event-field",
    place: `${judgePlace}.then.value`,
    reason: "The observation brings no field",
  },
  {
    what: "a premise about a field of another kind of observation",
    path: [...judge, "when"],
    by: instead(present(given("withdrawnAt"))),
    code: "unknown-event-field",
    place: `${judgePlace}.when.field`,
    reason: "withdrawnAt",
  },
  {
    what: "a promise that takes an instant for a flag",
    path: [...judge, "then"],
    by: instead(flag(given("eraseAt"))),
    code: "flag-type",
    place: `${judgePlace}.then`,
    reason: "an instant",
  },
  {
    what: "a promise that equates instants",
    path: [...judge, "then"],
    by: instead(equals(given("eraseAt"), given("scannedAt"))),
    code: "instants-equated",
    place: `${judgePlace}.then`,
    reason: "Two instants",
  },
  {
    what: "a promise about a state that the machine has not",
    path: [...judge, "then"],
    by: instead(equals(given("crisis"), literal("calm"))),
    code: "word-unknown",
    place: `${judgePlace}.then`,
    reason: "calm",
  },
  {
    what: "a promise about a constant that the policy has not",
    path: [...judge, "then"],
    by: instead(reached(sum(given("at"), policy("patience")), given("eraseAt"))),
    code: "unknown-policy",
    place: `${judgePlace}.then.instant.of[1]`,
    reason: "patience",
  },
  {
    what: "a promise that looks at a clock of its own",
    path: [...judge, "then"],
    by: instead(reached(given("scannedAt"))),
    code: "not-observed",
    place: `${judgePlace}.then.by`,
    reason: "the present instant",
  },
  {
    what: "a promise that looks into a machine",
    path: [...judge, "then"],
    by: instead(present(field("eraseAt", "visit"))),
    code: "not-observed",
    place: `${judgePlace}.then.field`,
    reason: '"eraseAt" of a machine',
  },
  {
    what: "a promise that looks at the state of an instance",
    path: [...judge, "then"],
    by: instead(inState("crisis", "active")),
    code: "not-observed",
    place: `${judgePlace}.then`,
    reason: '"crisis"',
  },
  {
    what: "a judge of what nobody observes",
    path: [...judging, "judges"],
    by: withParts({ permitStamped: { then: flag(given("late")) } }),
    code: "unknown-observation",
    place: `${place}.judges.permitStamped`,
    reason: "permitStamped",
  },
  {
    what: "a judge of what only knowledge judges",
    path: [...judging, "judges"],
    by: withParts({ storeSearched: { then: flag(given("found")) } }),
    code: "unknown-observation",
    place: `${place}.judges.storeSearched`,
    reason: "storeSearched",
  },
  {
    what: "a judge without a conclusion",
    path: [...judge, "then"],
    by: gone,
    code: "key-missing",
    place: `${judgePlace}.then`,
    reason: "then",
  },
  {
    what: "a judge that is a closure",
    path: [...judge, "then"],
    by: instead(() => true),
    code: "closure",
    place: `${judgePlace}.then`,
    reason: "function",
  },
  {
    what: "a promise that judges nothing",
    path: [...judging, "judges"],
    by: instead({}),
    code: "empty-list",
    place: `${place}.judges`,
    reason: "judges nothing",
  },
  {
    what: "a promise by a clock that nobody has",
    path: [...judging, "clock"],
    by: instead("court"),
    code: "party-unknown",
    place: `${place}.clock`,
    reason: "court",
  },
  {
    what: "a promise that rests on nothing",
    path: [...judging, "clauses"],
    by: instead([]),
    code: "clauses-missing",
    place: `${place}.clauses`,
    reason: "empty",
  },
  {
    what: "two promises of one name",
    path: [...knowing, "id"],
    by: instead("permit-kept"),
    code: "duplicate-id",
    place: "permit-kept",
    reason: "permit-kept",
  },
  {
    what: "a secret that there is not",
    path: [...knowing, "knows", "mustNotKnow"],
    by: added("favouriteColour"),
    code: "unknown-knowledge",
    place: "promises[stamp-blind].knows.mustNotKnow[1]",
    reason: "favouriteColour",
  },
  {
    what: "a promise that forbids nothing",
    path: [...knowing, "knows", "mustNotKnow"],
    by: instead([]),
    code: "empty-list",
    place: "promises[stamp-blind].knows.mustNotKnow",
    reason: "empty",
  },
];
