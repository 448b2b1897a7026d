/**
 * Mistakes in what a rule is and what it asks: its names, its instances, its refusals.
 * Each is one change of the good law; its path begins with the part that is changed.
 */
import { field, given, inState, policy } from "../../../models/language/expression.ts";
import { added, instead, type Mistake, type Path } from "./mistake.ts";
import { law, permit } from "./good.ts";

const rule: Path = ["rules", 0];
const asking: Path = [...rule, "steps", 0];
const place = "custodian.askPermit";

export const ruleMistakes: readonly Mistake[] = [
  {
    what: "two machines of one name",
    path: ["machines"],
    by: added(permit),
    code: "duplicate-id",
    place: "permit",
    reason: "permit",
  },
  {
    what: "two rules of one name",
    path: ["rules"],
    by: added(law.rules[0]),
    code: "duplicate-id",
    place,
    reason: "More than one",
  },
  {
    what: "a rule without description",
    path: [...rule, "description"],
    by: instead(""),
    code: "description-missing",
    place: `${place}.description`,
    reason: "Nothing",
  },
  {
    what: "a rule with a clause that does not exist",
    path: [...rule, "clauses", 0],
    by: instead("S0"),
    code: "clause-unknown",
    place: `${place}.clauses[0]`,
    reason: "S0",
  },
  {
    what: "a rule of an unknown party",
    path: [...rule, "party"],
    by: instead("police"),
    code: "party-unknown",
    place: `${place}.party`,
    reason: "police",
  },
  {
    what: "a rule named after another party",
    path: [...rule, "id"],
    by: instead("issuer.askPermit"),
    code: "rule-id",
    place: "issuer.askPermit.id",
    reason: "custodian",
  },
  {
    what: "a closure for the condition of a refusal",
    path: [...rule, "refusals", 0, "when"],
    by: instead(() => true),
    code: "closure",
    place: `${place}.refusals[0].when`,
    reason: "function",
  },
  {
    what: "a refusal code of a rule in camel case",
    path: [...rule, "refusals", 0, "code"],
    by: instead("permitOpen"),
    code: "refusal-code",
    place: `${place}.refusals[0].code`,
    reason: "permitOpen",
  },
  {
    what: "an unknown key in a step",
    path: [...asking, "unless"],
    by: instead({}),
    code: "unknown-key",
    place: `${place}.steps[0].unless`,
    reason: "unless",
  },
  {
    what: "an instance of an unknown machine",
    path: [...rule, "instances", "spare"],
    by: instead({ machine: "licence" }),
    code: "unknown-machine",
    place: `${place}.instances.spare.machine`,
    reason: "licence",
  },
  {
    what: "a machine that another party keeps",
    path: [...rule, "instances", "spare"],
    by: instead({ machine: "stamp" }),
    code: "machine-not-kept",
    place: `${place}.instances.spare.machine`,
    reason: "custodian",
  },
  {
    what: "a decision at a duration",
    path: [...rule, "instances", "permit", "decidedAt"],
    by: instead(policy("clockSkew")),
    code: "decision-type",
    place: `${place}.instances.permit.decidedAt`,
    reason: "a duration",
  },
  {
    what: "a refusal about an unknown state",
    path: [...rule, "refusals", 0, "when"],
    by: instead(inState("permit", "open", "shut")),
    code: "unknown-state",
    place: `${place}.refusals[0].when.states[1]`,
    reason: "shut",
  },
  {
    what: "a refusal about an unknown instance",
    path: [...rule, "refusals", 0, "when"],
    by: instead(inState("visit", "open")),
    code: "unknown-instance",
    place: `${place}.refusals[0].when`,
    reason: "visit",
  },
  {
    what: "a refusal about a field of nobody",
    path: [...rule, "refusals", 0, "when"],
    by: instead({ kind: "flag", value: field("late") }),
    code: "field-without-instance",
    place: `${place}.refusals[0].when.value`,
    reason: "late",
  },
  {
    what: "a refusal about what the trigger does not bring",
    path: [...rule, "refusals", 0, "when"],
    by: instead({ kind: "flag", value: given("late") }),
    code: "unknown-event-field",
    place: `${place}.refusals[0].when.value`,
    reason: "trigger",
  },
];
