// A simulation at the load level as it stands in run.json: real servers in processes of their own, asked over HTTP on the wall clock.
// `simulate --level load` calls it. An interrupted run keeps what there is, and what the servers stored, marked as not complete.
// Where a server sent people away or did not answer, that is told: such a run is no equal of those at the other levels.
import { Effect, Path } from "effect";
import { makeDecisionLedger } from "../../decisions.ts";
import { untilTaken } from "../../output/claim.ts";
import type { Progress } from "../../output/progress.ts";
import { manifestOf, type Prepared } from "../../preparing.ts";
import { judged } from "../../results/judging.ts";
import { writeResults } from "../../results/resultfiles.ts";
import { runSchemaVersion, type Run } from "../../results/run.ts";
import { besideCore } from "./besidecore.ts";
import { prepareLoadLevel } from "./run.ts";

/** Runs in the folder, which is ours already, and writes what there is when it ends, however it ends. */
export const simulateLoad = Effect.fnUntraced(function* (
  prepared: Prepared,
  out: string,
  progress: Progress,
) {
  const { scenario, policy, world } = prepared;
  const path = yield* Path.Path;
  const ledger = makeDecisionLedger(world.startsAtMs, world.size.days);
  const level = yield* prepareLoadLevel({
    world,
    policy,
    folder: path.join(out, "stores"),
    decided: ledger.hears,
    progress: progress.show,
  });
  let complete = false;

  const keep = Effect.gen(function* () {
    const { run: found, lost } = yield* level.found;
    const lostCount = Object.values(lost).reduce((sum, count) => sum + count, 0);
    if (lostCount > 0)
      yield* progress.say(
        `${String(lostCount)} requests were sent away or not answered: other levels may have decided otherwise.`,
      );
    const run: Run = judged(scenario, {
      schemaVersion: runSchemaVersion,
      // Servers answer when all is on disk, as they are deployed.
      manifest: { ...(yield* manifestOf(prepared, complete)), durability: "full" },
      ...found,
      ...(yield* besideCore(prepared, ledger.hash(), found)),
      refusals: { ...found.refusals, ...lost },
      outcomeHash: ledger.hash(),
    });
    yield* writeResults(out, run);
    return run;
  });

  yield* level.run.pipe(
    Effect.tap(() => Effect.sync(() => void (complete = true))),
    Effect.raceFirst(untilTaken(out)),
    Effect.onInterrupt(() =>
      progress
        .say(`Interrupted; what there is stays in ${prepared.asked.out}.`)
        .pipe(Effect.andThen(keep), Effect.ignore),
    ),
  );
  return yield* Effect.uninterruptible(keep);
});
