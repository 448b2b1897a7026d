/**
 * Mistakes in what a transition does: its target, its actions, its place among others, and the fields it leaves behind.
 * Each is one change of the good machine and would pass as an XState machine without a word.
 */
import { literal } from "../../../models/language/expression.ts";
import { stay } from "../../../models/language/lifecycle.ts";
import { added, gone, instead, type Mistake, type Path } from "./mistake.ts";

const tried: Path = ["states", "open", "on", "permit.tried"];
const ends: Path = ["states", "open", "after", "endsAt"];
const triedPlace = "permit.states.open.on[permit.tried]";
const endsPlace = "permit.states.open.after.endsAt";
const says = { says: "Something else.", clauses: ["C4"] } as const;

export const transitionMistakes: readonly Mistake[] = [
  {
    what: "an unknown target",
    path: [...tried, 0, "target"],
    by: instead("closed"),
    code: "target-unknown",
    place: `${triedPlace}[0].target`,
    reason: '"closed"',
  },
  {
    what: "a target by XState's id",
    path: [...tried, 0, "target"],
    by: instead("#permit.open"),
    code: "target-unknown",
    place: `${triedPlace}[0].target`,
    reason: "#permit.open",
  },
  {
    what: "entering nothing anew",
    path: [...tried, 0, "reenter"],
    by: instead(true),
    code: "reenter-without-target",
    place: `${triedPlace}[0]`,
    reason: "no state",
  },
  {
    what: "a refusal that tells",
    path: [...tried, 1, "actions"],
    by: added({ type: "tell", params: { type: "permit.tried" } }),
    code: "refusal-does-more",
    place: `${triedPlace}[1]`,
    reason: "as well",
  },
  {
    what: "a refusal that sets",
    path: [...tried, 1, "actions"],
    by: added({ type: "set", params: { tries: literal(0) } }),
    code: "refusal-does-more",
    place: `${triedPlace}[1]`,
    reason: "as well",
  },
  {
    what: "a refusal that goes somewhere",
    path: [...tried, 1, "target"],
    by: instead("open"),
    code: "refusal-does-more",
    place: `${triedPlace}[1]`,
    reason: "goes somewhere",
  },
  {
    what: "two refusals at once",
    path: [...tried, 1, "actions"],
    by: added({ type: "refuse", params: { code: "permit-odd" } }),
    code: "two-refusals",
    place: `${triedPlace}[1].actions`,
    reason: "two codes",
  },
  {
    what: "two updates at once",
    path: [...tried, 0, "actions"],
    by: added({ type: "set", params: { late: literal(false) } }),
    code: "action-repeated",
    place: `${triedPlace}[0].actions`,
    reason: '"set"',
  },
  {
    what: "an alternative after an unguarded one",
    path: tried,
    by: added(stay(says)),
    code: "never-reached",
    place: `${triedPlace}[2]`,
    reason: "Alternative 1",
  },
  {
    what: "a guard left out before an alternative",
    path: [...tried, 0, "guard"],
    by: gone,
    code: "never-reached",
    place: `${triedPlace}[1]`,
    reason: "Alternative 0",
  },
  {
    what: "a field left set when erased",
    path: [...ends, 1, "actions", 0, "params", "askedBy"],
    by: gone,
    code: "field-left-set",
    place: `${endsPlace}[1]`,
    reason: "askedBy",
  },
  {
    what: "a flag left up when erased",
    path: ["states", "open", "on", "permit.ended", 0, "actions", 0, "params", "late"],
    by: gone,
    code: "field-left-set",
    place: "permit.states.open.on[permit.ended][0]",
    reason: "late",
  },
  {
    what: "a field set in a state that does not keep it",
    path: [...ends, 1, "actions", 0, "params", "level"],
    by: instead(literal("serious")),
    code: "field-set-not-kept",
    place: `${endsPlace}[1]`,
    reason: "level",
  },
];
