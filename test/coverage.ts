// The last step of `npm test`: joins what all suites met of the law, and fails where a transition or a clause has no test.
// It is `entrylog coverage` with a copy of the whole beside the other files for CI, in .entrylog/ci.
// It runs no test; without parts of this law it fails as well.
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as NodeRuntime from "@effect/platform-node/NodeRuntime";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Console, Effect } from "effect";
import { coverageMissed, tellCoverage } from "../sim/coverage/command.ts";
import { partOfRun, wholeFile } from "../sim/coverage/partfiles.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Written whether or not something is missing: what is missing stands in it. */
const copied = Effect.sync(() => {
  copyFileSync(join(root, wholeFile), join(root, ".entrylog", "ci", partOfRun));
});

tellCoverage(root, false).pipe(
  Effect.tap(() => copied),
  Effect.tapError((stop) => ("reason" in stop && stop.reason === coverageMissed ? copied : Effect.void)),
  Effect.catchTag("Stop", ({ code, reason, sentence, advice }) =>
    Effect.andThen(
      Console.error(`${reason}: ${sentence}\n${advice}`),
      Effect.sync(() => {
        process.exitCode = code;
      }),
    ),
  ),
  Effect.provide(NodeServices.layer),
  NodeRuntime.runMain,
);
