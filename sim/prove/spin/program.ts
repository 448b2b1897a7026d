/**
 * Runs SPIN, or the compiler or the program that it needs, to its end.
 * Where one of them is missing or cannot be run, it is told as SPIN's own problem, with what to install.
 */
import { Effect } from "effect";
import * as outside from "../../program.ts";
import { failed, missing } from "./problem.ts";

export const runProgram = (...asked: Parameters<typeof outside.runProgram>) =>
  outside
    .runProgram(...asked)
    .pipe(
      Effect.catchTag("PlatformError", (error) =>
        Effect.fail(
          error.reason._tag === "NotFound"
            ? missing(asked[0])
            : failed("program-failed", `${asked[0]} could not be run: ${error.message}.`, []),
        ),
      ),
    );
