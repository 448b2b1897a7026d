/**
 * Mistakes in what states and the context say: where a machine begins, what it reaches, what is over or gone.
 * Each is one change of the good machine and would pass as an XState machine without a word.
 */
import { stay } from "../../../models/language/lifecycle.ts";
import { added, gone, instead, type Mistake, type Path } from "./mistake.ts";

const open: Path = ["states", "open"];
const says = { says: "Something else.", clauses: ["C4"] } as const;
const lost = { description: "Nobody comes here.", meta: { clauses: ["C4"], keeps: [] } };

export const stateMistakes: readonly Mistake[] = [
  {
    what: "an event that nobody declared",
    path: [...open, "on", "permit.lent"],
    by: instead([stay(says)]),
    code: "undeclared-event",
    place: "permit.states.open.on[permit.lent]",
    reason: "permit.lent",
  },
  {
    what: "an event that nobody answers",
    path: ["meta", "events", "permit.lent"],
    by: instead({ fields: {}, durable: true, clauses: ["C4"] }),
    code: "event-unused",
    place: "permit.meta.events[permit.lent]",
    reason: "permit.lent",
  },
  {
    what: "an unknown initial state",
    path: ["initial"],
    by: instead("closed"),
    code: "initial-unknown",
    place: "permit.initial",
    reason: '"closed"',
  },
  {
    what: "a context that begins with something said",
    path: ["context", "tries"],
    by: instead(1),
    code: "context-not-at-rest",
    place: "permit.context.tries",
    reason: "begins with 0",
  },
  {
    what: "a field of the context that nobody declared",
    path: ["context", "colour"],
    by: instead(null),
    code: "context-not-at-rest",
    place: "permit.context.colour",
    reason: "declared nowhere",
  },
  {
    what: "a field missing from the context",
    path: ["context", "late"],
    by: gone,
    code: "context-not-at-rest",
    place: "permit.context.late",
    reason: "undefined",
  },
  {
    what: "a state that no transition reaches",
    path: ["states", "lost"],
    by: instead(lost),
    code: "state-unreached",
    place: "permit.states.lost",
    reason: "to lost",
  },
  {
    what: "a final state that goes on",
    path: ["states", "over", "on"],
    by: instead({ "permit.ended": [stay(says)] }),
    code: "final-continues",
    place: "permit.states.over",
    reason: "final",
  },
  {
    what: "a gone state that keeps a field",
    path: ["states", "over", "meta", "keeps"],
    by: instead(["late"]),
    code: "gone-keeps",
    place: "permit.states.over.meta.keeps",
    reason: "late",
  },
  {
    what: "a kept field that nobody declared",
    path: [...open, "meta", "keeps"],
    by: added("colour"),
    code: "unknown-field",
    place: "permit.states.open.meta.keeps[5]",
    reason: "colour",
  },
];
