/**
 * Mistakes of form: parts that are missing, of another shape, or named like something else.
 * Each is one change of the good machine.
 */
import { refuse } from "../../../models/language/lifecycle.ts";
import { gone, instead, type Mistake, type Path } from "./mistake.ts";

const open: Path = ["states", "open"];
const asked: Path = ["states", "absent", "on", "permit.asked"];
const tried: Path = ["states", "open", "on", "permit.tried"];
const askedPlace = "permit.states.absent.on[permit.asked]";
const triedPlace = "permit.states.open.on[permit.tried]";

export const formMistakes: readonly Mistake[] = [
  {
    what: "an unknown key in meta",
    path: [...open, "meta", "colour"],
    by: instead("red"),
    code: "unknown-key",
    place: "permit.states.open.meta.colour",
    reason: '"colour"',
  },
  {
    what: "no list of fields that a state keeps",
    path: [...open, "meta", "keeps"],
    by: gone,
    code: "key-missing",
    place: "permit.states.open.meta.keeps",
    reason: '"keeps"',
  },
  {
    what: "no list of actions",
    path: [...tried, 0, "actions"],
    by: gone,
    code: "key-missing",
    place: `${triedPlace}[0].actions`,
    reason: '"actions"',
  },
  {
    what: "a transition written as a target alone",
    path: asked,
    by: instead("open"),
    code: "wrong-shape",
    place: askedPlace,
    reason: "a list is needed",
  },
  {
    what: "a list of targets",
    path: [...asked, 1, "target"],
    by: instead(["open"]),
    code: "wrong-shape",
    place: `${askedPlace}[1].target`,
    reason: "a string is needed",
  },
  {
    what: "an event without alternatives",
    path: tried,
    by: instead([]),
    code: "empty-list",
    place: triedPlace,
    reason: "empty",
  },
  {
    what: "an update of nothing",
    path: [...tried, 0, "actions", 0, "params"],
    by: instead({}),
    code: "empty-list",
    place: `${triedPlace}[0].actions[0].params`,
    reason: "nothing",
  },
  {
    what: "a wildcard",
    path: [...open, "on", "*"],
    by: instead([refuse("permit-odd", { says: "Odd.", clauses: ["C4"] })]),
    code: "wildcard-event",
    place: "permit.states.open.on[*]",
    reason: "nobody has named",
  },
  {
    what: "a partial wildcard",
    path: [...open, "on", "permit.*"],
    by: instead([refuse("permit-odd", { says: "Odd.", clauses: ["C4"] })]),
    code: "wildcard-event",
    place: "permit.states.open.on[permit.*]",
    reason: "permit.*",
  },
  {
    what: "a state named like a path",
    path: ["states", "open.wide"],
    by: instead({ description: "Wide.", meta: { clauses: ["C4"], keeps: [] } }),
    code: "name-form",
    place: "permit.states[open.wide]",
    reason: "camel-case",
  },
  {
    what: "an event field called type",
    path: ["meta", "events", "permit.ended", "fields", "type"],
    by: instead({ kind: "flag" }),
    code: "name-form",
    place: "permit.meta.events[permit.ended].fields.type",
    reason: "own name",
  },
  {
    what: "an event of XState's own",
    path: ["meta", "events", "xstate.init"],
    by: instead({ fields: {}, durable: true, clauses: ["C4"] }),
    code: "name-form",
    place: "permit.meta.events[xstate.init]",
    reason: "joined by points",
  },
];
