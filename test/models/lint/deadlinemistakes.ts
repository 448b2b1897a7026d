/**
 * Mistakes with deadlines: timers that stay, are lost, or fire for ever.
 * Each is one change of the good machine and would pass as an XState machine without a word.
 */
import { field, never, now, policy, sum } from "../../../models/language/expression.ts";
import { refuse, stay, to } from "../../../models/language/lifecycle.ts";
import { nothingLeft } from "./good.ts";
import { gone, instead, type Mistake, type Path } from "./mistake.ts";

const open: Path = ["states", "open"];
const tried: Path = ["states", "open", "on", "permit.tried"];
const ends: Path = ["states", "open", "after", "endsAt"];
const triedPlace = "permit.states.open.on[permit.tried]";
const endsPlace = "permit.states.open.after.endsAt";
const says = { says: "Something else.", clauses: ["C4"] } as const;
const ending = [to("over", { ...says, set: nothingLeft })];

export const deadlineMistakes: readonly Mistake[] = [
  {
    what: "a deadline moved without entering the state anew",
    path: [...tried, 0, "actions", 0, "params", "endsAt"],
    by: instead(sum(now, policy("retention"))),
    code: "timer-kept",
    place: `${triedPlace}[0]`,
    reason: "endsAt",
  },
  {
    what: "a deadline that goes back to its state without entering it",
    path: [...ends, 0, "reenter"],
    by: gone,
    code: "timer-kept",
    place: `${endsPlace}[0]`,
    reason: "entered anew",
  },
  {
    what: "a deadline in milliseconds",
    path: [...open, "after", "1000"],
    by: instead(ending),
    code: "deadline-unknown",
    place: "permit.states.open.after[1000]",
    reason: "no field",
  },
  {
    what: "a deadline on a flag",
    path: [...open, "after", "late"],
    by: instead(ending),
    code: "deadline-not-instant",
    place: "permit.states.open.after.late",
    reason: "a flag",
  },
  {
    what: "a deadline that the state does not keep",
    path: ["states", "absent", "after"],
    by: instead({
      endsAt: [{ ...stay({ ...says, set: { endsAt: never } }), target: "absent", reenter: true }],
    }),
    code: "deadline-not-kept",
    place: "permit.states.absent.after.endsAt",
    reason: "does not keep",
  },
  {
    what: "a deadline that may go unanswered",
    path: ends,
    by: (old) => (Array.isArray(old) ? old.slice(0, 1) : old),
    code: "deadline-guarded",
    place: `${endsPlace}[0]`,
    reason: "none may be taken",
  },
  {
    what: "a deadline that sets another field only",
    path: [...ends, 0, "actions", 0, "params", "endsAt"],
    by: gone,
    code: "deadline-forever",
    place: `${endsPlace}[0]`,
    reason: "without end",
  },
  {
    what: "a deadline set to the present",
    path: [...ends, 0, "actions", 0, "params", "endsAt"],
    by: instead(now),
    code: "deadline-forever",
    place: `${endsPlace}[0]`,
    reason: "without end",
  },
  {
    what: "a deadline set to itself",
    path: [...ends, 0, "actions", 0, "params", "endsAt"],
    by: instead(field("endsAt")),
    code: "deadline-forever",
    place: `${endsPlace}[0]`,
    reason: "without end",
  },
  {
    what: "a deadline that refuses",
    path: [...ends, 1],
    by: instead(refuse("permit-over", says)),
    code: "deadline-forever",
    place: `${endsPlace}[1]`,
    reason: "without end",
  },
];
