// One run at the service level: the house opened in a folder, its venues registered, the city let loose, the measured phase.
// Everything is real but time: services, passes, signatures, stores, and the traces of what was decided.
// It counts and hands over; files are written by those who asked for the run.
import { Effect } from "effect";
import { policyNumbers } from "../../impl/generated/policy.ts";
import { issuerNumber, openHouse } from "../../impl/house.ts";
import { PolicyInForce } from "../../impl/lifecycle/desk.ts";
import { passVersions } from "../../impl/protocol/pass.ts";
import type { Durability } from "../../impl/store/sqlite.ts";
import type { Policy } from "../../models/policy.ts";
import { makeRecorder, Stopwatch } from "../stopwatch.ts";
import type { VirtualClock } from "../virtualclock.ts";
import { awayTimes } from "../world/awaytimes.ts";
import { strangers } from "../world/attempts.ts";
import type { HearsDecision } from "../decisions.ts";
import type { CityDay } from "../world/city.ts";
import type { World } from "../world/world.ts";
import { runCity } from "./city.ts";
import { makeCustodianRounds } from "./custodianrounds.ts";
import { registerDevices } from "./devices.ts";
import { receiveGuests } from "./doorstep.ts";
import { makeInvestigations } from "./investigations.ts";
import { makeIssuerRounds } from "./issuerrounds.ts";
import { measure } from "./measuring.ts";
import { makePhones } from "./phones.ts";
import { makeTally } from "./tally.ts";
import { makeTruth } from "./truth.ts";
import type { Learned } from "./investigations.ts";
import { sweepAll, type Swept } from "./sweeping.ts";

/** Who watches a run. */
export interface Watchers {
  /** A pass was issued, so many-th of the run. */
  readonly issued: (pass: Uint8Array) => void;
  readonly learned: (learned: Learned) => void;
  readonly swept: (swept: Swept, atMs: number) => void;
  readonly withdrew: (person: number, atMs: number) => void;
  /** A virtual day is over, and everything due has been swept. */
  readonly dayOver: (atMs: number, day: CityDay) => void;
  readonly progress: (share: number, doing: string) => void;
  /** Every decision about a person, as all levels see it. */
  readonly decided: HearsDecision;
}

export interface ServiceRunOptions {
  readonly world: World;
  readonly policy: Policy;
  /** Where the parties keep their stores. */
  readonly folder: string;
  readonly durability: Durability;
  readonly clock: VirtualClock;
  readonly watchers: Watchers;
}

/** The share of a run's progress that the city takes; the measured phase takes the rest. */
const cityShare = 0.95;

/** Opens everything, and gives what counts and the effect that runs it; so that an interrupted run still has its counts. */
export const prepareRun = Effect.fnUntraced(function* (options: ServiceRunOptions) {
  const { world, clock, watchers, folder, durability } = options;
  const stopwatch = yield* Stopwatch;
  const house = yield* openHouse({
    folder,
    version: passVersions.simulation,
    durability,
    officers: world.scenario.investigation.officers,
    sweeps: "driven",
  });
  const devices = yield* registerDevices(world, house.custodian);
  const tally = makeTally(world.startsAtMs, makeRecorder);
  const truth = makeTruth(world.venues.count);
  const phones = makePhones(world.people.count + strangers);
  const away = awayTimes(world.scenario);
  let passes = 0;

  const issuing = makeIssuerRounds({
    issuer: house.issuer,
    readCode: house.smsOutbox.read,
    policy: policyNumbers(yield* PolicyInForce),
    phones,
    tally,
    stopwatch,
    hears: watchers.decided,
    away,
    issued: (pass) => {
      watchers.issued(pass);
      passes += 1;
      return passes - 1;
    },
  });
  const showing = makeCustodianRounds({
    custodian: house.custodian,
    devices,
    forger: { version: passVersions.simulation, issuer: issuerNumber },
    phones,
    tally,
    truth,
    stopwatch,
    hears: watchers.decided,
    away,
  });
  const investigations = makeInvestigations({
    authority: house.authority,
    issuer: house.issuerPort,
    officers: house.officers,
    custodianKey: house.custodianKey,
    truth,
    tally,
    stopwatch,
    learned: watchers.learned,
  });

  const run = Effect.gen(function* () {
    yield* runCity({
      world,
      house,
      clock,
      phones,
      tally,
      truth,
      stopwatch,
      issuing,
      showing,
      investigations,
      swept: watchers.swept,
      withdrew: watchers.withdrew,
      dayOver: watchers.dayOver,
      progress: (share) => watchers.progress(share * cityShare, "the city's days"),
    });
    yield* receiveGuests({
      world,
      house,
      clock,
      phones,
      tally,
      issuing,
      stopwatch,
      hears: watchers.decided,
    });
    yield* measure(
      {
        world,
        house,
        truth,
        tally,
        stopwatch,
        investigations,
        progress: (done, of) =>
          watchers.progress(cityShare + (1 - cityShare) * (done / Math.max(of, 1)), "lookups and joins"),
      },
      clock.now(),
    );
    watchers.swept(yield* sweepAll(house, stopwatch, tally), clock.now());
  });
  return { house, tally, cases: investigations.counts, devices, run };
});
