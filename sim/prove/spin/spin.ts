/**
 * Has SPIN search every state of a slice that was exported as Promela, and count what our own search counts.
 * SPIN is somebody else's program and knows nothing of this one; agreeing.ts compares what the two have found.
 */
import { Effect } from "effect";
import { readSearch, type SpinCounted } from "./panoutput.ts";
import { SpinFailed } from "./problem.ts";
import { compiled, searched, textOf, type SliceSearch, type SpinSearch } from "./searching.ts";

export { runFormulas, type FormulaFound } from "./formulas.ts";

export interface SpinFound extends SpinCounted {
  /** Of the search alone: writing and compiling the searching program is left out. */
  readonly seconds: number;
}

/** Every state of a text. */
export const searchText = Effect.fnUntraced(function* (search: SpinSearch) {
  const without = search.unobserved === true ? ["-DUNOBSERVED"] : [];
  const folder = yield* compiled(search, without, ["-DSAFETY"]);
  const { lines, seconds } = yield* searched(search, folder, ["-c0"]);
  const result = readSearch(lines, search.unobserved !== true);
  if (result instanceof SpinFailed) return yield* result;
  return { ...result, seconds } satisfies SpinFound;
});

/** Every state of a slice. */
export const runSpin = (search: SliceSearch) => searchText(textOf(search));
