/**
 * Runs SPIN, or the compiler or the program that it needs, and says in SPIN's own words what was missing or went wrong.
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
