// One measurement: a load of some stretches sent by all threads together, and what was counted of it after the warm-up.
// The command measures once, the search for the limit again and again. The crowd grows before a measurement that needs more of it.
// Threads ask with people and devices of their own, each so often in a minute as the law lets them.
import { Effect } from "effect";
import type { StopwatchService } from "../stopwatch.ts";
import { expected, lengthMs, mostPerSecond, shareOf, type Stretch } from "./arrivals.ts";
import { sumOfCounts, type Counts } from "./counting.ts";
import type { makeCrowd } from "./crowd.ts";
import { percentilesOf, sumOfLatencies, type Percentiles } from "./latencies.ts";
import type { Done, Order, Part } from "./messages.ts";
import type { Place } from "./place.ts";
import type { Threads } from "./threads.ts";

export interface Load {
  readonly stretches: readonly Stretch[];
  readonly warmupMs: number;
  readonly seed: number;
  /** To the issuer, of all threads together. */
  readonly connections: number;
  readonly withinMs: number;
  /** Whether each pass is scanned too. */
  readonly scans: boolean;
}

export interface Measurement {
  readonly load: Load;
  readonly issuance: Counts;
  readonly checkIn: Counts;
  /** The same by parts of this length, from the end of the warm-up. */
  readonly parts: readonly Part[];
  readonly partMs: number;
  /** How much after their instants requests were sent: where this is long, the machine of the load was the limit. */
  readonly late: Percentiles;
  /** How long it was counted, which is shorter where it was interrupted. */
  readonly countedMs: number;
  readonly complete: boolean;
}

export interface MeasuringParts {
  readonly place: Place;
  readonly crowd: ReturnType<typeof makeCrowd>;
  readonly threads: Threads;
  readonly stopwatch: StopwatchService;
  readonly progress: (share: number, doing: string) => void;
}

const secondsAMinute = 60;
const partsAtMost = 60;
const partLeastMs = 1_000;
const progressEveryMs = 250;

const sumOfParts = (all: readonly Done[], place: number): Part => {
  const parts = all.flatMap(({ parts: own }) => own[place] ?? []);
  return {
    issuance: sumOfCounts(parts.map(({ issuance }) => issuance)),
    checkIn: sumOfCounts(parts.map(({ checkIn }) => checkIn)),
  };
};

const measurementOf = (
  load: Load,
  partMs: number,
  all: readonly Done[],
  elapsedMs: number,
  complete: boolean,
): Measurement => {
  const longest = Math.max(0, ...all.map(({ parts }) => parts.length));
  const parts = Array.from({ length: longest }, (_, place) => sumOfParts(all, place));
  return {
    load,
    parts,
    partMs,
    issuance: sumOfCounts(parts.map(({ issuance }) => issuance)),
    checkIn: sumOfCounts(parts.map(({ checkIn }) => checkIn)),
    late: percentilesOf(sumOfLatencies(all.map(({ late }) => late))),
    countedMs: Math.max(0, Math.min(elapsedMs, lengthMs(load.stretches)) - load.warmupMs),
    complete,
  };
};

export const makeMeasuring = ({ place, crowd, threads, stopwatch, progress }: MeasuringParts) => {
  let measurements = 0;

  return Effect.fnUntraced(function* (load: Load, keep: (cutShort: Measurement) => Effect.Effect<void>) {
    const { stretches, warmupMs } = load;
    const inAllMs = lengthMs(stretches);
    const visitsAMinute = Math.min(expected(stretches), mostPerSecond(stretches) * secondsAMinute);
    const taken = yield* crowd.take(visitsAMinute, stopwatch.now(), (done, of) =>
      progress(done / of, "people and devices made ready"),
    );
    const partMs = Math.max(partLeastMs, Math.ceil((inAllMs - warmupMs) / partsAtMost));
    const ownOf = <A>(all: readonly A[], thread: number): readonly A[] =>
      all.filter((_, each) => each % threads.count === thread);
    const orders = Array.from({ length: threads.count }, (_, thread): Order => ({
      kind: "order",
      issuer: place.issuer,
      custodian: place.custodian,
      stretches: shareOf(stretches, threads.count),
      seed: load.seed,
      chances: `arrivals ${String(measurements)} ${String(thread)}`,
      warmupMs,
      partMs,
      people: ownOf(taken.people, thread),
      devices: load.scans ? ownOf(taken.devices, thread) : [],
      connections: Math.ceil(load.connections / threads.count),
      withinMs: load.withinMs,
    }));
    measurements += 1;
    const beganAtMs = stopwatch.now();
    const telling = Effect.forever(
      Effect.delay(
        Effect.sync(() => progress(Math.min(1, (stopwatch.now() - beganAtMs) / inAllMs), "sending")),
        progressEveryMs,
      ),
    );
    const done = yield* Effect.raceFirst(
      threads.perform(orders, (all) =>
        keep(measurementOf(load, partMs, all, stopwatch.now() - beganAtMs, false)),
      ),
      telling,
    );
    crowd.giveBack(taken, stopwatch.now());
    return measurementOf(load, partMs, done, stopwatch.now() - beganAtMs, true);
  });
};

export type Measure = ReturnType<typeof makeMeasuring>;
