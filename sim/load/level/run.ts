// One run of a scenario at the load level: everybody started, the visits of a window carried out one by one on the wall clock, and what was found.
// A run lasts as long as its window does in the scenario. It is for short ones, whose visits are the same at the other levels.
// It counts and hands over; files are written by those who asked for the run. Cases are not investigated at this level.
import { Clock, Effect, FileSystem } from "effect";
import { exitCodes, Stop } from "../../../impl/exit.ts";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import { issuerNumber } from "../../../impl/house.ts";
import { passVersions } from "../../../impl/protocol/pass.ts";
import { millisecondsADay, type Policy } from "../../../models/policy.ts";
import { codeSentTo } from "../../conform/harness/inbox.ts";
import type { HearsDecision } from "../../decisions.ts";
import type { Run } from "../../results/run.ts";
import { makeCustodianRounds } from "../../service/custodianrounds.ts";
import { makeIssuerRounds } from "../../service/issuerrounds.ts";
import { makePhones } from "../../service/phones.ts";
import { makeTally } from "../../service/tally.ts";
import { makeRecorder, Stopwatch } from "../../stopwatch.ts";
import { strangers } from "../../world/attempts.ts";
import type { Away } from "../../world/awaytimes.ts";
import type { World } from "../../world/world.ts";
import { makeCounting } from "../counting.ts";
import { addLatency, noLatencies, percentilesOf, type Percentiles } from "../latencies.ts";
import { announce } from "../place.ts";
import { countedOf, lostIn, type LevelCounting } from "./counted.ts";
import { lookOutside } from "./finding.ts";
import { intendedIn, spanOf, type Window } from "./intended.ts";
import { makeHttpIssuer } from "./issuing.ts";
import { live, type Rounds } from "./living.ts";
import { openLevel } from "./opening.ts";
import { makeHttpCustodian } from "./recording.ts";
import { inScenarioTime, noTruth, tallyInScenarioTime, type Later, type WallClock } from "./wallclock.ts";

export interface LoadLevelOptions {
  readonly world: World;
  readonly policy: Policy;
  /** Where the parties keep their stores; removed by nobody. */
  readonly folder: string;
  /** Visits that begin in it are carried out; the whole run of the world unless given. */
  readonly window?: Window;
  readonly decided: HearsDecision;
  readonly progress: (share: number, doing: string) => void;
}

/** What run.json holds of it, and what stands only here. */
export interface LoadLevelFound {
  readonly run: Omit<Run, "schemaVersion" | "manifest" | "outcomeHash">;
  /** Requests that a busy server sent away, or nobody answered, by code. Without any, outcomes are those of the other levels. */
  readonly lost: Readonly<Record<string, number>>;
  /** How much after their instants steps began: the lateness of this machine. */
  readonly late: Percentiles;
}

/** A moment for the first people to be reached by the clock. */
const aMomentMs = 1_000;
const progressEveryMs = 250;

const refused = (reason: string, sentence: string, advice: string): Stop =>
  new Stop({ code: exitCodes.usage, reason, sentence, advice });

/** Servers that really run fail by themselves or not at all: a scenario's faults are for the other levels. */
const noFaults: Away = { custodianUntilMs: () => 0, isSmsAway: () => false };

/** Opens everything, and gives the effect that runs it and what was found by then, so that an interrupted run still has that. */
export const prepareLoadLevel = Effect.fnUntraced(function* (options: LoadLevelOptions) {
  const { world, policy, folder, progress } = options;
  const given = policyNumbers(policy);
  if (Object.keys(world.scenario.policy.set).length > 0)
    return yield* refused(
      "load-policy",
      "Servers are started under a preset, and this scenario sets constants of its own.",
      "Run it at the level service or policy.",
    );
  const intended = intendedIn(world, options.window ?? { fromMs: world.startsAtMs, untilMs: world.endsAtMs });
  const span = spanOf(intended);
  if (span === undefined)
    return yield* refused("load-empty", "Nobody comes in this time.", "Give a time in which somebody does.");
  if (span.untilMs - span.fromMs > millisecondsADay)
    return yield* refused(
      "load-too-long",
      "A run at the load level lasts as long as its visits do, and these last more than a day.",
      "Give a shorter scenario, or run it at the level service or policy.",
    );
  const opened = yield* openLevel({ world, folder, preset: policy.preset }, intended, (done, of) =>
    progress(done / of, "devices registered"),
  );
  const { place, line, notice, devices, forRounds } = opened;
  const standing = intended.levels.findLast(({ atMs }) => atMs <= span.fromMs);
  if (standing !== undefined) yield* announce(folder, standing.level);
  const files = yield* FileSystem.FileSystem;
  // Readers of a run's stores know its one issuer by this name.
  yield* Effect.orDie(files.symlink("issuer-1", `${folder}/issuer`));

  const stopwatch = yield* Stopwatch;
  const clock = yield* Clock.Clock;
  const startsAtMs = (yield* Clock.currentTimeMillis) + aMomentMs;
  const wallClock: WallClock = {
    aheadMs: startsAtMs - span.fromMs,
    nowMs: () => clock.currentTimeMillisUnsafe(),
  };
  const sinceMs = (atMs: number): number => wallClock.nowMs() - atMs;
  const counting: LevelCounting = {
    issuance: makeCounting(),
    other: makeCounting(),
    checkIn: makeCounting(),
  };
  const tally = makeTally(world.startsAtMs, makeRecorder);
  tally.begin(Math.floor((span.fromMs - world.startsAtMs) / millisecondsADay));
  const late = noLatencies();
  const phones = makePhones(world.people.count + strangers);
  const issuer = makeHttpIssuer({ line, notice, counting, sinceMs });
  const custodian = makeHttpCustodian({ line, devices, counting: counting.checkIn, sinceMs });
  let passes = 0;

  const roundsOf = (later: Later): Rounds => {
    const told = {
      phones,
      tally: tallyInScenarioTime(later, wallClock, tally),
      hears: inScenarioTime(later, options.decided),
      stopwatch,
      away: noFaults,
    };
    return {
      issuing: makeIssuerRounds({
        ...told,
        issuer,
        readCode: (phone) => codeSentTo(place.carrier, phone),
        policy: given,
        issued: () => {
          passes += 1;
          return passes - 1;
        },
      }),
      showing: makeCustodianRounds({
        ...told,
        custodian,
        devices: forRounds,
        forger: { version: passVersions.deployed, issuer: issuerNumber },
        truth: noTruth,
      }),
    };
  };

  const lengthMs = span.untilMs - span.fromMs;
  const telling = Effect.forever(
    Effect.delay(
      Effect.sync(() => progress(Math.min(1, Math.max(0, sinceMs(startsAtMs)) / lengthMs), "visits")),
      progressEveryMs,
    ),
  );
  const living = live({
    intended: { ...intended, levels: intended.levels.filter((each) => each.atMs > span.fromMs) },
    wallClock,
    roundsOf,
    announce: (level) => Effect.provideService(announce(folder, level), FileSystem.FileSystem, files),
    begun: (lateMs) => addLatency(late, lateMs),
  });

  const found = Effect.gen(function* () {
    const at = wallClock.nowMs();
    const looked = { stores: folder, deviceKeys: forRounds.publicKeys, at };
    const outside = yield* lookOutside(policy, looked, counting.checkIn.counted().done);
    const counted = yield* countedOf(line, place.counts, counting, tally, Math.max(1, sinceMs(startsAtMs)));
    return {
      run: { ...counted, ...outside },
      lost: lostIn(counting),
      late: percentilesOf(late),
    } satisfies LoadLevelFound;
  });
  return { run: Effect.raceFirst(living, telling), found };
});
