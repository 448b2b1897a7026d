// A simulation from what was asked to files: prepared, its folder taken, run at the level that was asked for, and written down.
// `simulate`, `start` and what compares runs call it. An interrupted run keeps what there is, marked as not complete.
// It prints nothing; what people read is said by reporttext.ts.
import { Effect } from "effect";
import { exitCodes, Stop } from "../impl/exit.ts";
import type { StoreUnavailable } from "../impl/store/unavailable.ts";
import { simulateLoad } from "./load/level/simulated.ts";
import { prepareOut } from "./output/outfolder.ts";
import { makeProgress } from "./output/progress.ts";
import { reported, simulatePolicy } from "./policy/simulated.ts";
import { prepare, type Asked, type Prepared } from "./preparing.ts";
import { writeResults, writeScenario } from "./results/resultfiles.ts";
import type { Run } from "./results/run.ts";
import { simulateService } from "./service/simulated.ts";
import { Stopwatch } from "./stopwatch.ts";
import { untilStopped } from "./untilstopped.ts";

export interface Simulated {
  readonly run: Run;
  readonly out: string;
}

const storeFailed = (error: StoreUnavailable): Stop =>
  new Stop({ code: exitCodes.usage, reason: error.code, sentence: error.sentence, advice: error.advice });

/** Bytes a visit takes in stores and trace, generously. */
const bytesAVisit = 1_500;
const visitsAVenueADay = 10.5;
const bytesAtLeast = 50_000_000;

const bytesNeeded = ({ asked, world: { size } }: Prepared): number =>
  bytesAtLeast + (asked.level === "policy" ? 0 : size.venues * size.days * visitsAVenueADay * bytesAVisit);

export const simulate = Effect.fnUntraced(function* (asked: Asked) {
  const prepared = yield* prepare(asked);
  const out = yield* prepareOut(asked.out, bytesNeeded(prepared));
  const progress = makeProgress(yield* Stopwatch);

  yield* writeScenario(out, prepared.whole);

  const inCluster = Effect.fnUntraced(function* (cluster: NonNullable<Asked["cluster"]>) {
    const { runInCluster } = yield* Effect.promise(() => import("./cluster/run.ts"));
    const { world, policy } = prepared;
    const run = yield* reported(
      prepared,
      runInCluster({ world, policy, ...cluster, progress }).pipe(
        Effect.onInterrupt(() =>
          progress.say("Interrupted; a run in shards is whole when all of them are done, so there is none."),
        ),
      ),
      progress.show,
    );
    yield* writeResults(out, run);
    return run;
  });

  /** Ends after the day that runs when it is interrupted; what there is by then is written. */
  const inThreads = untilStopped(
    (isStopped) =>
      Effect.tap(simulatePolicy(prepared, progress.show, isStopped), (run) => writeResults(out, run)),
    progress.say(`Interrupted; what there is stays in ${asked.out}.`),
  );

  const levels = {
    policy: asked.cluster === undefined ? inThreads : inCluster(asked.cluster),
    service: Effect.catchTag(simulateService(prepared, out, progress), "StoreUnavailable", (error) =>
      Effect.fail(storeFailed(error)),
    ),
    load: Effect.scoped(simulateLoad(prepared, out, progress)),
  };
  const run = yield* levels[asked.level];
  yield* progress.end;
  return { run, out } satisfies Simulated;
});
