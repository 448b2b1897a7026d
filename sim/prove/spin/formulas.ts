/**
 * Has SPIN check formulas of linear temporal logic on a slice that was exported as Promela.
 * Promises are checked all together, and each by itself only where one of them fails: then it is said which.
 * What has to hold at last is checked in a search of its own each, because it needs the premise that time goes on.
 */
import { Effect } from "effect";
import { formulasOf } from "../../../impl/generate/promela.ts";
import { formulaName } from "../../../impl/generate/promela/glossary.ts";
import { allPromises } from "../../../impl/generate/promela/observer.ts";
import { cutOff, errorsIn, statesIn } from "./panoutput.ts";
import { compiled, searched, textOf, type SliceSearch, type SpinSearch } from "./searching.ts";

export interface FormulaFound {
  readonly holds: boolean;
  /** States of slice and formula together, as many as were searched. */
  readonly states: number;
  readonly seconds: number;
}

const isAtLast = (formula: string): boolean => formula.startsWith("at-last-");

const checked = Effect.fnUntraced(function* (
  search: SpinSearch,
  folder: string,
  formula: string,
  flags: readonly string[],
) {
  const { lines, seconds } = yield* searched(search, folder, [...flags, "-N", formulaName(formula)]);
  const errors = errorsIn(lines);
  // A search stops at the first way in which the formula fails: that one is enough.
  const cut = errors > 0 ? undefined : cutOff(lines);
  if (cut !== undefined) return yield* cut;
  return { holds: errors === 0, states: statesIn(lines), seconds } satisfies FormulaFound;
});

const checkPromises = Effect.fnUntraced(function* (search: SpinSearch, promises: readonly string[]) {
  const folder = yield* compiled(search, ["-DLTL", "-DTIMELESS"], ["-DSAFETY"]);
  const found = new Map<string, FormulaFound>();
  const together = promises.length > 1 ? yield* checked(search, folder, allPromises, []) : undefined;
  for (const promise of promises)
    found.set(promise, together?.holds === true ? together : yield* checked(search, folder, promise, []));
  return found;
});

const checkAtLast = Effect.fnUntraced(function* (search: SpinSearch, formulas: readonly string[]) {
  const folder = yield* compiled(search, ["-DLTL"], ["-DNOFAIR"]);
  const found = new Map<string, FormulaFound>();
  for (const formula of formulas) found.set(formula, yield* checked(search, folder, formula, ["-a"]));
  return found;
});

/** Formulas of a text, by their names. */
export const checkFormulas = Effect.fnUntraced(function* (search: SpinSearch, formulas: readonly string[]) {
  const [promises, atLast] = [formulas.filter((one) => !isAtLast(one)), formulas.filter(isAtLast)];
  const nothing: ReadonlyMap<string, FormulaFound> = new Map();
  const kept = promises.length === 0 ? nothing : yield* checkPromises(search, promises);
  const ended = atLast.length === 0 ? nothing : yield* checkAtLast(search, atLast);
  return new Map([...kept, ...ended]);
});

/** Formulas of a slice; `formulasOf` says which there are. */
export const runFormulas = (search: SliceSearch, formulas: readonly string[] = formulasOf(search.slice)) =>
  checkFormulas(textOf(search), formulas);
