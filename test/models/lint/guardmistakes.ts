/**
 * Mistakes in the form of guards, actions and expressions.
 * Each is one change of the good machine; types of expressions stand in typemistakes.ts.
 */
import { literal, never, now } from "../../../models/language/expression.ts";
import { added, gone, instead, type Mistake, type Path } from "./mistake.ts";

const asked: Path = ["states", "absent", "on", "permit.asked"];
const tried: Path = ["states", "open", "on", "permit.tried"];
const askedPlace = "permit.states.absent.on[permit.asked]";
const triedPlace = "permit.states.open.on[permit.tried]";

export const guardMistakes: readonly Mistake[] = [
  {
    what: "an unknown guard",
    path: [...tried, 0, "guard"],
    by: instead({ type: "isLate" }),
    code: "unknown-guard",
    place: `${triedPlace}[0].guard`,
    reason: "isLate",
  },
  {
    what: "a guard by name only",
    path: [...tried, 0, "guard"],
    by: instead("isLate"),
    code: "unknown-guard",
    place: `${triedPlace}[0].guard`,
    reason: "isLate",
  },
  {
    what: "a guard of an older XState",
    path: [...tried, 0, "cond"],
    by: instead("isLate"),
    code: "unknown-guard",
    place: `${triedPlace}[0].cond`,
    reason: "cond",
  },
  {
    what: "a guard without params",
    path: [...tried, 0, "guard", "params"],
    by: gone,
    code: "guard-without-params",
    place: `${triedPlace}[0].guard.params`,
    reason: "params",
  },
  {
    what: "the right guard by name only",
    path: [...tried, 0, "guard"],
    by: instead("holds"),
    code: "guard-without-params",
    place: `${triedPlace}[0].guard`,
    reason: "no condition",
  },
  {
    what: "a spawned actor",
    path: [...tried, 0, "actions"],
    by: added({ type: "xstate.spawnChild", params: {} }),
    code: "unknown-action",
    place: `${triedPlace}[0].actions[1]`,
    reason: "spawnChild",
  },
  {
    what: "an action by name only",
    path: [...tried, 0, "actions"],
    by: added("log"),
    code: "unknown-action",
    place: `${triedPlace}[0].actions[1]`,
    reason: "log",
  },
  {
    what: "an update without params",
    path: [...tried, 0, "actions", 0, "params"],
    by: gone,
    code: "action-without-params",
    place: `${triedPlace}[0].actions[0].params`,
    reason: "params",
  },
  {
    what: "a refusal without a code",
    path: [...tried, 1, "actions", 0],
    by: instead("refuse"),
    code: "action-without-params",
    place: `${triedPlace}[1].actions[0]`,
    reason: "given nothing",
  },
  {
    what: "an unknown kind of condition",
    path: [...tried, 0, "guard", "params"],
    by: instead({ kind: "after", instant: now }),
    code: "unknown-expression",
    place: `${triedPlace}[0].guard.params.kind`,
    reason: "after",
  },
  {
    what: "a kind that every object has",
    path: [...tried, 0, "guard", "params"],
    by: instead({ kind: "constructor" }),
    code: "unknown-expression",
    place: `${triedPlace}[0].guard.params.kind`,
    reason: "constructor",
  },
  {
    what: "a condition without its second part",
    path: [...tried, 0, "guard", "params", "right"],
    by: gone,
    code: "expression-shape",
    place: `${triedPlace}[0].guard.params.right`,
    reason: "right",
  },
  {
    what: "a condition with a part too many",
    path: [...tried, 0, "guard", "params", "middle"],
    by: instead(never),
    code: "expression-shape",
    place: `${triedPlace}[0].guard.params.middle`,
    reason: "middle",
  },
  {
    what: "a term for a guard",
    path: [...tried, 0, "guard", "params"],
    by: instead(literal(true)),
    code: "expression-shape",
    place: `${triedPlace}[0].guard.params`,
    reason: "where a condition",
  },
  {
    what: "a bare number for a term",
    path: [...tried, 0, "guard", "params", "right"],
    by: instead(5),
    code: "expression-shape",
    place: `${triedPlace}[0].guard.params.right`,
    reason: "5",
  },
  {
    what: "a sum of nothing",
    path: [...asked, 1, "actions", 0, "params", "endsAt"],
    by: instead({ kind: "sum", of: [] }),
    code: "empty-list",
    place: `${askedPlace}[1].actions[0].params.endsAt.of`,
    reason: "empty",
  },
  {
    what: "a condition that joins nothing",
    path: [...tried, 0, "guard", "params"],
    by: instead({ kind: "and", of: [] }),
    code: "empty-list",
    place: `${triedPlace}[0].guard.params.of`,
    reason: "empty",
  },
];
