// Every combination of the values that were asked for: the runs of a sweep, in the order in which they were typed, the last one changing fastest.
// A grid that is too large is refused before anything runs.
import { Effect } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { runsMost, valuesOf } from "./values.ts";

export type Settings = Readonly<Record<string, string>>;

export const gridOf = Effect.fnUntraced(function* (asked: Settings) {
  let grid: readonly Settings[] = [{}];
  for (const [name, text] of Object.entries(asked)) {
    const values = yield* valuesOf(name, text);
    grid = grid.flatMap((set) => values.map((value) => ({ ...set, [name]: value })));
    if (grid.length > runsMost)
      return yield* new Stop({
        code: exitCodes.usage,
        reason: "grid-too-large",
        sentence: `These are ${String(grid.length)} runs and more, and ${String(runsMost)} are the most.`,
        advice: "Take larger steps, or set fewer constants.",
      });
  }
  return grid;
});

/** "retention=7d officersRequired=2" */
export const settingsText = (set: Settings): string =>
  Object.entries(set)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");
