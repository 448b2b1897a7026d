// One run at the policy level, lived in shards by the runners of a cluster, and gathered here: the same run as without a cluster.
// A shard goes to the cluster as one stored message with all that it depends on, so it does not matter who does it, when, or how often.
// Interrupted, it takes back what nobody has answered yet, and there is no run: the days of a city are whole when all its people have lived them.
import { Effect, Schedule, Schema, type Redacted } from "effect";
import { askingLayer } from "../../impl/cluster/asking.ts";
import { RunnerStorage } from "../../impl/cluster/effectcluster.ts";
import { randomBytes } from "../../impl/protocol/randomness.ts";
import type { Progress } from "../output/progress.ts";
import type { Policy } from "../../models/policy.ts";
import type { World } from "../world/world.ts";
import { clusterSchema, Shard, shardId, textMost } from "./contract.ts";
import { program } from "./program.ts";
import { gathered, wholeCourse, workOf } from "./shards.ts";
import {
  clusterStop,
  howToStart,
  lineLost,
  nobodyWorks,
  noRunner,
  otherProgram,
  shardTooLarge,
} from "./stops.ts";
import { clearLeftovers, clearRun, waitFor } from "./waiting.ts";
import { AnswerText, WorkText } from "./work.ts";

export interface ClusterRunOptions {
  readonly world: World;
  readonly policy: Policy;
  readonly url: Redacted.Redacted;
  readonly shards: number;
  readonly progress: Progress;
}

/** How often nobody is found at work before it is said. */
const looksMost = 10;
const lookEvery = "1 second";

const isSomebodyThere = Effect.gen(function* () {
  const runners = yield* (yield* RunnerStorage.RunnerStorage).getRunners;
  return runners.length > 0;
});

const awaitRunner = (url: Redacted.Redacted) =>
  Effect.filterOrFail(
    isSomebodyThere,
    (isThere) => isThere,
    () => noRunner(url),
  ).pipe(
    Effect.retry({
      while: ({ _tag }) => _tag === "Stop",
      times: looksMost,
      schedule: Schedule.spaced(lookEvery),
    }),
  );

/** Says it whenever nobody has been there for a while; whoever comes later goes on. */
const tellOfAbsence = (url: Redacted.Redacted, progress: Progress) => {
  let absent = 0;
  return Effect.gen(function* () {
    absent = (yield* isSomebodyThere) ? 0 : absent + 1;
    if (absent === looksMost) yield* progress.say(`${nobodyWorks} ${howToStart(url)}`);
  }).pipe(Effect.delay(lookEvery), Effect.forever);
};

/** The course takes about a third of the time of one thread. */
const shareOfCourse = 0.2;

export const runInCluster = ({ world, policy, url, shards, progress }: ClusterRunOptions) =>
  Effect.gen(function* () {
    yield* awaitRunner(url);
    yield* clearLeftovers;
    const run = Buffer.from(randomBytes(8)).toString("hex");
    yield* waitFor(run);
    const course = yield* Effect.promise((signal) =>
      wholeCourse(world, shards, signal, (day) => {
        progress.show((shareOfCourse * (day + 1)) / world.size.days, "the city's days");
      }),
    );
    const clientOf = yield* Shard.client;
    let done = 0;
    const answered = Effect.forEach(
      Array.from({ length: shards }).keys(),
      Effect.fnUntraced(function* (shard) {
        const work = yield* Effect.orDie(Schema.encodeEffect(WorkText)(workOf(world, course, shard, shards)));
        if (work.length > textMost) return yield* Effect.fail(shardTooLarge);
        const text = yield* clientOf(shardId(run, shard)).Live({ run, ...program, work });
        done += 1;
        progress.show(
          shareOfCourse + ((1 - shareOfCourse) * done) / shards,
          `${String(done)} of ${String(shards)} shards`,
        );
        return yield* Effect.orDie(Schema.decodeEffect(AnswerText)(text));
      }),
      { concurrency: "unbounded" },
    );
    const answers = yield* Effect.raceFirst(answered, tellOfAbsence(url, progress));
    yield* clearRun(run);
    return yield* Effect.promise(() => gathered(world, policy, course, answers));
  }).pipe(
    Effect.scoped,
    Effect.provide(askingLayer({ url, schema: clusterSchema })),
    Effect.catchTags({
      OtherProgram: (other) => Effect.fail(otherProgram(other)),
      NobodyWaits: () => Effect.fail(lineLost),
      PersistenceError: () => Effect.fail(lineLost),
      SqlError: () => Effect.fail(lineLost),
      ClusterUnavailable: (error) => Effect.fail(clusterStop(error)),
    }),
  );
