/**
 * Mistakes in which something is not data: closures, accessors, what JavaScript has besides, and what contains itself.
 * Each is one change of the good machine.
 */
import { literal } from "../../../models/language/expression.ts";
import { instead, type Mistake, type Path, withParts } from "./mistake.ts";

const open: Path = ["states", "open"];
const asked: Path = ["states", "absent", "on", "permit.asked"];
const tried: Path = ["states", "open", "on", "permit.tried"];
const askedPlace = "permit.states.absent.on[permit.asked]";
const triedPlace = "permit.states.open.on[permit.tried]";
const closure = () => true;
const deep = (levels: number): unknown =>
  levels === 0 ? { kind: "flag", value: literal(true) } : { kind: "not", of: deep(levels - 1) };
const circle: Record<string, unknown> = { kind: "not" };
circle["of"] = circle;

export const dataMistakes: readonly Mistake[] = [
  {
    what: "a closure for a guard",
    path: [...tried, 0, "guard"],
    by: instead(closure),
    code: "closure",
    place: `${triedPlace}[0].guard`,
    reason: "function",
  },
  {
    what: "a closure among the actions",
    path: [...tried, 0, "actions", 0],
    by: instead(closure),
    code: "closure",
    place: `${triedPlace}[0].actions[0]`,
    reason: "function",
  },
  {
    what: "a closure for a value to set",
    path: [...asked, 1, "actions", 0, "params", "endsAt"],
    by: instead(closure),
    code: "closure",
    place: `${askedPlace}[1].actions[0].params.endsAt`,
    reason: "function",
  },
  {
    what: "a closure for the context",
    path: ["context"],
    by: instead(() => ({})),
    code: "closure",
    place: "permit.context",
    reason: "function",
  },
  {
    what: "a closure for a target",
    path: [...asked, 1, "target"],
    by: instead(closure),
    code: "closure",
    place: `${askedPlace}[1].target`,
    reason: "function",
  },
  {
    what: "a delay by name",
    path: ["delays", "endsAt"],
    by: instead(10),
    code: "unknown-key",
    place: "permit.delays",
    reason: '"delays"',
  },
  {
    what: "a target computed whenever it is read",
    path: [...asked, 1],
    by: (old) => Object.defineProperty(withParts({})(old), "target", { get: () => "open", enumerable: true }),
    code: "closure",
    place: `${askedPlace}[1].target`,
    reason: "accessor",
  },
  {
    what: "an event forbidden by undefined",
    path: [...open, "on", "permit.asked"],
    by: instead(undefined),
    code: "not-data",
    place: "permit.states.open.on[permit.asked]",
    reason: "undefined",
  },
  {
    what: "a date in the context",
    path: ["context", "endsAt"],
    by: instead(new Date(0)),
    code: "not-data",
    place: "permit.context.endsAt",
    reason: "an object",
  },
  {
    what: "a guard that contains itself",
    path: [...tried, 0, "guard", "params"],
    by: instead(circle),
    code: "cyclic",
    place: `${triedPlace}[0].guard.params.of`,
    reason: "itself",
  },
  {
    what: "a guard of a thousand levels",
    path: [...tried, 0, "guard", "params"],
    by: instead(deep(1_000)),
    code: "too-deep",
    place: `${triedPlace}[0].guard.params${".of".repeat(57)}`,
    reason: "64",
  },
];
