// The flags of runs at the policy level that several commands make: their size, their first seed, their threads.
// `simulate`, `compare` and `sweep` take them from here, so that they are called alike and refused alike.
import { Effect, Option } from "effect";
import { Flag } from "effect/cli";
import { exitCodes, Stop } from "../impl/exit.ts";

const whole = (name: string, says: string) => Flag.Int(name).pipe(Flag.withDescription(says), Flag.optional);

export const runFlags = {
  people: whole("people", "how many people, instead of the scenario's; venues follow in proportion"),
  venues: whole("venues", "how many venues, instead of the scenario's; people follow in proportion"),
  days: whole("days", "how many days, instead of the scenario's"),
  seed: whole("seed", "the seed of everything random, 1 if not given; the same seed gives the same trace"),
  workers: Flag.Int("workers").pipe(
    Flag.withDefault(1),
    Flag.withDescription("threads of the policy level; what comes out is the same for any number"),
  ),
};

const workersMost = 256;

export const usableWorkers = (workers: number): Effect.Effect<number, Stop> =>
  workers >= 1 && !(workers > workersMost)
    ? Effect.succeed(workers)
    : Effect.fail(
        new Stop({
          code: exitCodes.usage,
          reason: "workers-unusable",
          sentence: `--workers ${String(workers)} is no number of threads.`,
          advice: `Give a number from 1 to ${String(workersMost)}.`,
        }),
      );

interface Sizes {
  readonly people: Option.Option<number>;
  readonly venues: Option.Option<number>;
  readonly days: Option.Option<number>;
  readonly workers: number;
}

/** A city of so many people lives through weeks in a second or two. */
export const peopleEnough = 5_000;

/** For commands that make many runs. */
export const manyRunsFlags = {
  ...runFlags,
  people: whole(
    "people",
    `how many people; if not given the scenario's, and at most ${peopleEnough.toLocaleString("en-US")}`,
  ),
};

/** The sizes that were asked for, or why they cannot be had. */
export const sizesOf = Effect.fnUntraced(function* ({ people, venues, days, workers }: Sizes) {
  return {
    people: Option.getOrUndefined(people),
    venues: Option.getOrUndefined(venues),
    days: Option.getOrUndefined(days),
    workers: yield* usableWorkers(workers),
  };
});
