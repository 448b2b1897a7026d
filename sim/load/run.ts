// A load from what is asked to its report: flags checked, servers found or started, people and devices made ready, then measured.
// The command calls it. An interrupted load hands over what it has before it ends.
// It prints nothing.
import { Effect, FileSystem } from "effect";
import packageJson from "../../package.json" with { type: "json" };
import { exitCodes, Stop } from "../../impl/exit.ts";
import { writeFile } from "../output/writefile.ts";
import { makeProgress } from "../output/progress.ts";
import { loadSchemaVersion, type LoadReport } from "../results/loadreport.ts";
import { Stopwatch } from "../stopwatch.ts";
import { worldOf } from "../preparing.ts";
import { constant, type Stretch } from "./arrivals.ts";
import { compareWithWrk } from "./comparing.ts";
import { makeCrowd } from "./crowd.ts";
import { makeMeasuring, type Load } from "./measuring.ts";
import { announce, startEverybody, type Place } from "./place.ts";
import { offeredOf } from "./reporting.ts";
import { searchLimit } from "./search.ts";
import { mistaken, shapeOf, timeOf } from "./shape.ts";
import { openThreads } from "./threads.ts";
import { wrkReady } from "./wrk.ts";

export interface RunOptions {
  readonly rate: number;
  readonly ramp: string | undefined;
  readonly spike: number | undefined;
  readonly scenario: string | undefined;
  readonly for: string;
  readonly warmup: string;
  readonly workers: number;
  readonly connections: number;
  readonly timeout: string;
  readonly findLimit: boolean;
  readonly p99: string | undefined;
  readonly lost: number;
  readonly compareWith: "wrk" | undefined;
  readonly issuer: string | undefined;
  readonly custodian: string | undefined;
  readonly carrier: string | undefined;
  readonly preset: string;
  readonly seed: number;
  readonly out: string | undefined;
}

const usualP99MostMs = 200;
const workersMost = 16;
const connectionsMost = 4_000;
/** Beyond what one machine sends. */
const searchedMost = 20_000;
const level = "alert";

const whole = (flag: string, value: number, most: number): Effect.Effect<number, Stop> =>
  value >= 1 && value <= most
    ? Effect.succeed(value)
    : Effect.fail(mistaken(flag, String(value), `a whole number from 1 to ${String(most)}`));

const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** The servers that were named, or everybody started in a folder of this run. */
const placeOf = Effect.fnUntraced(function* ({ issuer, custodian, carrier, preset }: RunOptions) {
  const given = [issuer, custodian, carrier].filter((url) => url !== undefined);
  if (issuer !== undefined && custodian !== undefined && carrier !== undefined) {
    const wrong = given.find((url) => !isAddress(url));
    if (wrong !== undefined)
      return yield* mistaken("issuer", `given with "${wrong}"`, "URLs that begin with http:// or https://");
    return { issuer, custodian, carrier } satisfies Place;
  }
  if (given.length > 0)
    return yield* mistaken(
      "issuer",
      "not enough alone",
      "--issuer, --custodian and --carrier together, or none of them to have everybody started here",
    );
  const files = yield* FileSystem.FileSystem;
  const folder = yield* Effect.mapError(
    files.makeTempDirectoryScoped({ prefix: "entrylog-load-" }),
    () =>
      new Stop({
        code: exitCodes.usage,
        reason: "temporary-unwritable",
        sentence: "No temporary folder can be made for the parties.",
        advice: "Set TMPDIR to a folder that can be written.",
      }),
  );
  const place = yield* startEverybody(folder, preset);
  yield* announce(folder, level);
  return place;
});

/** What precedes the counted time comes at the rate with which that begins. */
const withWarmup = (stretches: readonly Stretch[], warmupMs: number): readonly Stretch[] => [
  ...constant(stretches[0]?.fromPerSecond ?? 0, warmupMs),
  ...stretches,
];

export const runLoad = Effect.fnUntraced(function* (
  options: RunOptions,
  cutShort: (report: LoadReport) => Effect.Effect<void>,
) {
  const forMs = yield* timeOf("for", options.for, 1_000);
  const warmupMs = yield* timeOf("warmup", options.warmup, 0);
  const withinMs = yield* timeOf("timeout", options.timeout, 1);
  const p99 = options.p99 === undefined ? undefined : yield* timeOf("p99", options.p99, 1);
  const workers = yield* whole("workers", options.workers, workersMost);
  const connections = yield* whole("connections", options.connections, connectionsMost);
  const world =
    options.scenario === undefined
      ? undefined
      : (yield* worldOf({ scenario: options.scenario, seed: options.seed })).world;
  const { seed } = options;
  const stretches = yield* shapeOf({ ...options, perSecond: options.rate, world, forMs });
  if (options.compareWith !== undefined) yield* wrkReady((line) => process.stderr.write(`${line}\n`));

  return yield* Effect.gen(function* () {
    const stopwatch = yield* Stopwatch;
    const { show, end } = makeProgress(stopwatch);
    const place = yield* placeOf(options);
    const crowd = makeCrowd(place);
    const threads = yield* openThreads(workers);
    const measure = makeMeasuring({ place, crowd, threads, stopwatch, progress: show });
    const load = { warmupMs, seed, connections, withinMs, scans: true } satisfies Omit<Load, "stretches">;
    const base = {
      schemaVersion: loadSchemaVersion,
      issuer: place.issuer,
      custodian: place.custodian,
      workers,
      connections,
      seed,
      warmupSeconds: warmupMs / 1_000,
      versions: { entrylog: packageJson.version, node: process.version },
    } as const;
    const measured = Effect.gen(function* () {
      if (options.compareWith !== undefined) {
        const parts = { issuer: place.issuer, crowd, measure, stopwatch, progress: show };
        return { compared: yield* compareWithWrk(parts, load, Math.ceil(forMs / 1_000)) };
      }
      if (!options.findLimit) {
        const all = withWarmup(stretches, warmupMs);
        const keep = (measurement: Parameters<typeof offeredOf>[0]) =>
          cutShort({ ...base, offered: offeredOf(measurement) });
        return { offered: offeredOf(yield* measure({ ...load, stretches: all }, keep)) };
      }
      const bounds = { p99MostMs: p99 ?? usualP99MostMs, lostMost: options.lost };
      const search = { ...bounds, firstPerSecond: options.rate, mostPerSecond: searchedMost, forMs, load };
      return { limit: yield* searchLimit(measure, search, (limit) => cutShort({ ...base, limit })) };
    });
    const report: LoadReport = { ...base, ...(yield* Effect.ensuring(measured, end)) };
    if (options.out !== undefined)
      yield* writeFile(`${options.out}/load.json`, `${JSON.stringify(report, null, 2)}\n`);
    return { report, p99MostMs: p99 };
  }).pipe(Effect.scoped);
});
