/**
 * Mistakes in the steps of a rule: events that are not declared, fields that do not fit, refusals that come too late.
 * Each is one change of the good law; its path begins with the part that is changed.
 */
import { given, inState, literal } from "../../../models/language/expression.ts";
import { gone, instead, type Mistake, type Path } from "./mistake.ts";

const rule: Path = ["rules", 0];
const asking: Path = [...rule, "steps", 0];
const place = "custodian.askPermit";

export const stepMistakes: readonly Mistake[] = [
  {
    what: "a step of an unknown instance",
    path: [...rule, "steps", 1],
    by: instead({ instance: "spare", event: "permit.ended" }),
    code: "unknown-instance",
    place: `${place}.steps[1].instance`,
    reason: "spare",
  },
  {
    what: "an event that the machine does not declare",
    path: [...rule, "steps", 1, "event"],
    by: instead("permit.lent"),
    code: "unknown-event",
    place: `${place}.steps[1].event`,
    reason: "permit.lent",
  },
  {
    what: "an event without one of its fields",
    path: [...asking, "with", "since"],
    by: gone,
    code: "step-field-missing",
    place: `${place}.steps[0]`,
    reason: "since",
  },
  {
    what: "an event with a field too many",
    path: [...asking, "with", "colour"],
    by: instead(literal(0)),
    code: "unknown-event-field",
    place: `${place}.steps[0].with.colour`,
    reason: "colour",
  },
  {
    what: "an event field of the wrong type",
    path: [...asking, "with", "since"],
    by: instead(given("officer")),
    code: "set-type",
    place: `${place}.steps[0].with.since`,
    reason: "an id",
  },
  {
    what: "an event field that may be too large",
    path: [...asking, "with", "tries"],
    by: instead(given("waiting")),
    code: "count-range",
    place: `${place}.steps[0].with.tries`,
    reason: "up to 9",
  },
  {
    what: "a later step that may be refused",
    path: [...rule, "steps", 1, "when"],
    by: gone,
    code: "later-step-refused",
    place: `${place}.steps[1]`,
    reason: "absent",
  },
  {
    what: "a later step asked in the wrong state",
    path: [...rule, "steps", 1, "when"],
    by: instead(inState("old", "open", "absent")),
    code: "later-step-refused",
    place: `${place}.steps[1]`,
    reason: "absent",
  },
];
