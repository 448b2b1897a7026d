// Draws what a run has found into its folder, and says what a person finds there: a line for each file.
// The simulator knows no pictures; the front door, which knows both, provides them, and commands that run a scenario list them.
// Without a front door nothing is drawn.
import { Context, Effect, type FileSystem, type Path } from "effect";

/** A command's ending, by its shape; the pictures make their own. */
interface NotDrawn {
  readonly _tag: "Stop";
  readonly code: number;
  readonly reason: string;
  readonly sentence: string;
  readonly advice: string;
}

/** Draws the pictures of the run in this folder. */
export type DrawPictures = (
  out: string,
) => Effect.Effect<readonly string[], NotDrawn, FileSystem.FileSystem | Path.Path>;

export const Pictures = Context.Reference<DrawPictures>("entrylog/sim/Pictures", {
  defaultValue: () => () => Effect.succeed([]),
});
