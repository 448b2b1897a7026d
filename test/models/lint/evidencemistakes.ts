/**
 * Mistakes in what everything must have: declared fields, a description, clauses, a known party, a stable code.
 * Each is one change of the good machine.
 */
import { gone, instead, type Mistake, type Path } from "./mistake.ts";

const open: Path = ["states", "open"];
const tried: Path = ["states", "open", "on", "permit.tried"];
const triedPlace = "permit.states.open.on[permit.tried]";

export const evidenceMistakes: readonly Mistake[] = [
  {
    what: "a domain beyond the greatest count",
    path: ["meta", "fields", "tries", "domain"],
    by: instead([0, 6]),
    code: "field-declaration",
    place: "permit.meta.fields.tries.domain",
    reason: "beyond",
  },
  {
    what: "an unknown kind of field",
    path: ["meta", "fields", "late"],
    by: instead({ kind: "text" }),
    code: "field-declaration",
    place: "permit.meta.fields.late",
    reason: "text",
  },
  {
    what: "a state without description",
    path: [...open, "description"],
    by: gone,
    code: "description-missing",
    place: "permit.states.open.description",
    reason: "description",
  },
  {
    what: "a transition with an empty description",
    path: [...tried, 0, "description"],
    by: instead(" "),
    code: "description-missing",
    place: `${triedPlace}[0].description`,
    reason: "Nothing",
  },
  {
    what: "a state without meta",
    path: [...open, "meta"],
    by: gone,
    code: "clauses-missing",
    place: "permit.states.open.meta",
    reason: "meta",
  },
  {
    what: "a transition without clauses",
    path: [...tried, 0, "meta", "clauses"],
    by: instead([]),
    code: "clauses-missing",
    place: `${triedPlace}[0].meta.clauses`,
    reason: "empty",
  },
  {
    what: "a clause that does not exist",
    path: [...tried, 0, "meta", "clauses", 0],
    by: instead("C99"),
    code: "clause-unknown",
    place: `${triedPlace}[0].meta.clauses[0]`,
    reason: "C99",
  },
  {
    what: "a party that does not exist",
    path: ["meta", "parties", 0],
    by: instead("police"),
    code: "party-unknown",
    place: "permit.meta.parties[0]",
    reason: "police",
  },
  {
    what: "a refusal code in camel case",
    path: [...tried, 1, "actions", 0, "params", "code"],
    by: instead("permitTried"),
    code: "refusal-code",
    place: `${triedPlace}[1].actions[0].params.code`,
    reason: "permitTried",
  },
];
