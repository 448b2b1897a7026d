// What git says of this copy of the product: the commit it stands at, and a file as another commit has it.
// `entrylog atlas --commit` and `--against REV` ask for it; without them no page depends on git.
import { Effect } from "effect";
import { ChildProcess, ChildProcessSpawner } from "effect/process";
import { Stop } from "../stop.ts";

const said = Effect.fnUntraced(function* (args: readonly string[]) {
  const spawner = yield* ChildProcessSpawner.ChildProcessSpawner;
  return yield* spawner.string(ChildProcess.make("git", args));
});

const unknown = new Stop({
  code: 2,
  reason: "commit-unknown",
  sentence: "Git knows no commit of this copy.",
  advice: "Leave out --commit, or draw from a clone.",
});

/** The commit at which this copy stands. */
export const commitOf = said(["rev-parse", "HEAD"]).pipe(
  Effect.mapError(() => unknown),
  Effect.map((text) => text.trim()),
  Effect.filterOrFail(
    (text) => /^[0-9a-f]{40,64}$/.test(text),
    () => unknown,
  ),
);

/** A file of the product as a revision has it; empty where the revision or the file is not there. */
export const fileAt = (revision: string, file: string) =>
  said(["show", `${revision}:${file}`]).pipe(Effect.orElseSucceed(() => ""));
