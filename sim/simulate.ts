// A simulation from scenario to files: the world made, the city run at the service level, what was found written down.
// `simulate` and `start` call it. An interrupted run keeps what there is: counts, series, trace and stores, marked as not complete.
// It prints nothing; what people read is said by reporttext.ts.
import { DateTime, Effect, Path, Result } from "effect";
import packageJson from "../package.json" with { type: "json" };
import { modelHash } from "../impl/generated/stamp.ts";
import { exitCodes, Stop } from "../impl/exit.ts";
import { PolicyInForce } from "../impl/lifecycle/desk.ts";
import type { Durability } from "../impl/store/sqlite.ts";
import type { StoreUnavailable } from "../impl/store/unavailable.ts";
import { untilTaken } from "./output/claim.ts";
import { prepareOut } from "./output/outfolder.ts";
import { makeProgress } from "./output/progress.ts";
import { makeDecisionLedger } from "./decisions.ts";
import { policyOf } from "./policychoice.ts";
import { toldFaults } from "./results/faults.ts";
import { judged } from "./results/judging.ts";
import { writeResults } from "./results/resultfiles.ts";
import { runSchemaVersion, type Run } from "./results/run.ts";
import { dateOf } from "./results/seouldate.ts";
import { readScenario, type Scenario, type ScenarioInvalid } from "./scenario.ts";
import { findScenario } from "./scenarios.ts";
import { prepareRun } from "./service/run.ts";
import type { Tally } from "./service/tally.ts";
import { Stopwatch } from "./stopwatch.ts";
import { makeVirtualClock } from "./virtualclock.ts";
import { openWatch } from "./watch.ts";
import { standsFor, type Overrides } from "./world/size.ts";
import { makeWorld, type World } from "./world/world.ts";

export interface SimulateOptions {
  /** A path, or the name of a scenario that comes with the program. */
  readonly scenario: string;
  readonly people: number | undefined;
  readonly venues: number | undefined;
  readonly days: number | undefined;
  readonly seed: number | undefined;
  readonly out: string;
  readonly durability: Durability;
}

export interface Simulated {
  readonly run: Run;
  readonly out: string;
}

const invalid = (source: string, mistakes: ScenarioInvalid): Stop =>
  new Stop({
    code: exitCodes.usage,
    reason: "scenario-invalid",
    sentence: `${source} cannot be run:\n${mistakes.message}`,
    advice: "Mend what is named above and run it again.",
  });

const storeFailed = (error: StoreUnavailable): Stop =>
  new Stop({ code: exitCodes.usage, reason: error.code, sentence: error.sentence, advice: error.advice });

/** Bytes a visit takes in stores and trace, generously. */
const bytesAVisit = 1_500;
const visitsAVenueADay = 10.5;
const bytesAtLeast = 50_000_000;

const bytesNeeded = ({ size }: World): number =>
  bytesAtLeast + size.venues * size.days * visitsAVenueADay * bytesAVisit;

const commandOf = ({ scenario, out }: SimulateOptions, { size }: World): string =>
  `npm run -s entrylog -- simulate ${scenario} --people ${String(size.people)} --venues ${String(size.venues)} --days ${String(size.days)} --seed ${String(size.seed)} --out ${out}`;

const decided = <A>(source: string, result: Result.Result<A, ScenarioInvalid>): Effect.Effect<A, Stop> =>
  Result.isSuccess(result) ? Effect.succeed(result.success) : Effect.fail(invalid(source, result.failure));

const total = ({ days }: Tally, column: "verifications" | "withdrawals"): number =>
  days.reduce((sum, day) => sum + day[column], 0);

/** The world of the asked run, or what is wrong with it. */
export const worldOf = Effect.fnUntraced(function* (options: Overrides & { readonly scenario: string }) {
  const { source, text, shipped } = yield* findScenario(options.scenario);
  const scenario: Scenario = yield* decided(source, readScenario(text, shipped));
  const policy = yield* decided(source, policyOf(scenario));
  const world = yield* decided(source, makeWorld(scenario, options));
  return { scenario, policy, world };
});

export const simulate = Effect.fnUntraced(function* (options: SimulateOptions) {
  const path = yield* Path.Path;
  const { scenario, policy, world } = yield* worldOf(options);
  const out = yield* prepareOut(options.out, bytesNeeded(world));
  const ranOn = DateTime.formatIsoDateUtc(yield* DateTime.now);
  const stopwatch = yield* Stopwatch;
  const progress = makeProgress(stopwatch);
  const clock = makeVirtualClock(world.startsAtMs);
  const ledger = makeDecisionLedger(world.startsAtMs, world.size.days);

  const running = Effect.gen(function* () {
    const stores = path.join(out, "stores");
    const watch = yield* openWatch({ out, stores, policy, scenario, world, modelHash, clock });
    const prepared = yield* prepareRun({
      world,
      policy,
      folder: stores,
      durability: options.durability,
      clock,
      watchers: { ...watch.watchers, progress: progress.show, decided: ledger.hears },
    }).pipe(Effect.provide(watch.witness));
    let complete = false;

    const keep = Effect.gen(function* () {
      const watched = yield* watch.end(prepared.house, prepared.devices);
      const counts = yield* prepared.house.custodian.counts;
      const { tally, cases } = prepared;
      const profile = tally.profile();
      const run: Run = judged(scenario, {
        schemaVersion: runSchemaVersion,
        manifest: {
          modelHash,
          scenario: scenario.name,
          about: scenario.about,
          level: "service",
          passes: "real",
          policy: { preset: scenario.policy.preset, set: scenario.policy.set },
          seed: world.size.seed,
          people: world.size.people,
          venues: world.size.venues,
          days: world.size.days,
          startsOn: dateOf(world.startsAtMs, 0),
          standsFor: standsFor(scenario, world.size),
          complete,
          durability: options.durability,
          faults: toldFaults(scenario),
          ranOn,
          versions: { entrylog: packageJson.version, node: process.version },
          command: commandOf(options, world),
        },
        issuance: tally.issuance.measured(),
        checkIn: tally.checkIn.measured(),
        lookup: tally.lookup.measured(),
        reidentification: tally.reidentification.measured(),
        erasure: tally.erasure.measured(),
        records: { recorded: counts.recorded, live: counts.live, erased: counts.erased },
        accounts: {
          verified: total(tally, "verifications"),
          withdrawn: total(tally, "withdrawals"),
          ended: tally.accountsEnded(),
        },
        cases: { ...cases },
        refusals: Object.fromEntries([...tally.refusals].toSorted(([a], [b]) => (a < b ? -1 : 1))),
        days: tally.days,
        ...(profile === undefined ? {} : { profile }),
        outcomeHash: ledger.hash(),
        ...watched,
      });
      yield* writeResults(out, run);
      return run;
    });

    const keepWhatThereIs = progress.say(`Interrupted; what there is stays in ${options.out}.`).pipe(
      Effect.andThen(keep),
      Effect.catchTag("StoreUnavailable", ({ sentence }) =>
        progress.say(`It could not be kept: ${sentence}`),
      ),
      Effect.ignore,
    );
    yield* prepared.run.pipe(
      Effect.tap(() => Effect.sync(() => void (complete = true))),
      Effect.raceFirst(untilTaken(out)),
      Effect.onInterrupt(() => keepWhatThereIs),
    );
    progress.show(1, "checking the trace against the models");
    // From here on everything is known: an interruption waits until it is written.
    const run = yield* Effect.uninterruptible(keep);
    yield* progress.end;
    return { run, out } satisfies Simulated;
  });

  return yield* running.pipe(
    Effect.scoped,
    Effect.provideService(PolicyInForce, policy),
    Effect.provide(clock.layer),
    Effect.catchTag("StoreUnavailable", (error) => Effect.fail(storeFailed(error))),
  );
});
