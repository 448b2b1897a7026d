// A simulation at the service level as it stands in run.json: the real parties in virtual time, with their traces and their stores.
// `simulate` and `start` call it. An interrupted run keeps what there is: counts, series, trace and stores, marked as not complete.
// It prints nothing; what people read is said by reporttext.ts.
import { Effect, Path } from "effect";
import { modelHash } from "../../impl/generated/stamp.ts";
import { policyNumbers } from "../../impl/generated/policy.ts";
import { PolicyInForce } from "../../impl/lifecycle/desk.ts";
import { makeDecisionLedger } from "../decisions.ts";
import { untilTaken } from "../output/claim.ts";
import type { Progress } from "../output/progress.ts";
import { manifestOf, type Prepared } from "../preparing.ts";
import { judged } from "../results/judging.ts";
import { makeLived } from "../results/lived.ts";
import { writeResults } from "../results/resultfiles.ts";
import { runSchemaVersion, type Run } from "../results/run.ts";
import { makeVirtualClock } from "../virtualclock.ts";
import { openWatch } from "../watch.ts";
import { prepareRun } from "./run.ts";
import type { Tally } from "./tally.ts";

const total = ({ days }: Tally, column: "verifications" | "withdrawals"): number =>
  days.reduce((sum, day) => sum + day[column], 0);

/** Runs in the folder, which is ours already, and writes what there is when it ends, however it ends. */
export const simulateService = Effect.fnUntraced(function* (
  prepared: Prepared,
  out: string,
  progress: Progress,
) {
  const { asked, scenario, policy, world } = prepared;
  const path = yield* Path.Path;
  const clock = makeVirtualClock(world.startsAtMs);
  const lived = makeLived(world);
  const ledger = makeDecisionLedger(world.startsAtMs, world.size.days);

  const running = Effect.gen(function* () {
    const stores = path.join(out, "stores");
    const watch = yield* openWatch({ out, stores, policy, scenario, world, modelHash, clock });
    const service = yield* prepareRun({
      world,
      policy,
      folder: stores,
      durability: asked.durability,
      clock,
      watchers: {
        ...watch.watchers,
        dayOver: (atMs, day) => {
          lived.dayOver(day);
          watch.watchers.dayOver(atMs, day);
        },
        progress: progress.show,
        decided: ledger.hears,
      },
    }).pipe(Effect.provide(watch.witness));
    let complete = false;

    const keep = Effect.gen(function* () {
      const watched = yield* watch.end(service.house, service.devices);
      const { recorded, live, erased } = yield* service.house.custodian.counts;
      const { tally, cases } = service;
      const run: Run = judged(scenario, {
        schemaVersion: runSchemaVersion,
        manifest: yield* manifestOf(prepared, complete),
        issuance: tally.issuance.measured(),
        checkIn: tally.checkIn.measured(),
        lookup: tally.lookup.measured(),
        reidentification: tally.reidentification.measured(),
        erasure: tally.erasure.measured(),
        records: { recorded, live, erased },
        accounts: {
          verified: total(tally, "verifications"),
          withdrawn: total(tally, "withdrawals"),
          ended: tally.accountsEnded(),
        },
        cases: { ...cases },
        refusals: Object.fromEntries([...tally.refusals].toSorted(([a], [b]) => (a < b ? -1 : 1))),
        days: tally.days,
        ...lived.profile(tally.profile()),
        ...lived.findings(recorded, policyNumbers(policy).retention),
        outcomeHash: ledger.hash(),
        ...watched,
      });
      yield* writeResults(out, run);
      return run;
    });

    const keepWhatThereIs = progress.say(`Interrupted; what there is stays in ${asked.out}.`).pipe(
      Effect.andThen(keep),
      Effect.catchTag("StoreUnavailable", ({ sentence }) =>
        progress.say(`It could not be kept: ${sentence}`),
      ),
      Effect.ignore,
    );
    yield* service.run.pipe(
      Effect.tap(() => Effect.sync(() => void (complete = true))),
      Effect.raceFirst(untilTaken(out)),
      Effect.onInterrupt(() => keepWhatThereIs),
    );
    progress.show(1, "checking the trace against the models");
    // From here on everything is known: an interruption waits until it is written.
    return yield* Effect.uninterruptible(keep);
  });

  return yield* running.pipe(
    Effect.scoped,
    Effect.provideService(PolicyInForce, policy),
    Effect.provide(clock.layer),
  );
});
