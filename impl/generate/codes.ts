/**
 * The numbers of refusals and of what transitions tell, over the whole law, in order of first mention.
 * A refusal's code is stable; its number is only valid within one generated law.
 */
import { refusalOf, toldBy, transitionsOf } from "../../models/language/lifecycle.ts";
import { machines } from "../../models/machines.ts";
import { rules } from "../../models/system.ts";

const transitions = machines.flatMap((machine) => transitionsOf(machine).map(({ transition }) => transition));

/** By number; 1 is the answer to an event that a state does not know. */
export const refusalCodes: readonly string[] = [
  ...new Set([
    "",
    "not-allowed",
    ...rules.flatMap((rule) => rule.refusals.map(({ code }) => code)),
    ...transitions.flatMap((transition) => refusalOf(transition) ?? []),
  ]),
];

export const toldNames: readonly string[] = [
  ...new Set(["", ...transitions.flatMap((transition) => toldBy(transition) ?? [])]),
];

export const refusalNumber = (code: string): number => refusalCodes.indexOf(code);
export const toldNumber = (name: string): number => toldNames.indexOf(name);

/** Every clause that stands behind a refusal. */
export const clausesOfRefusal = (code: string): readonly string[] => [
  ...new Set([
    ...rules.flatMap((rule) =>
      rule.refusals.filter((refusal) => refusal.code === code).flatMap(({ clauses }) => clauses),
    ),
    ...transitions.filter((transition) => refusalOf(transition) === code).flatMap(({ meta }) => meta.clauses),
  ]),
];
