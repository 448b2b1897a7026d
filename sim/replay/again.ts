// Runs again what stands in the folder of a run, at the policy level, and holds the decisions against those of the run: the same seed, the same lives.
// `replay DIR` asks it. Runs of the service level are compared too, because every level decides the same.
// It refuses what cannot be the same again: a run of other models, one that was interrupted, and one of real servers in real time.
import { Console, Effect, Path } from "effect";
import { isDeepStrictEqual } from "node:util";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { modelHash } from "../../impl/generated/stamp.ts";
import { makeProgress } from "../output/progress.ts";
import { simulatePolicy } from "../policy/simulated.ts";
import { prepare } from "../preparing.ts";
import { grouped } from "../reportlines.ts";
import { readRun } from "../results/readrun.ts";
import { scenarioFile } from "../results/resultfiles.ts";
import type { Run } from "../results/run.ts";
import { Stopwatch } from "../stopwatch.ts";
import { untilStopped } from "../untilstopped.ts";

const refused = (reason: string, sentence: string, advice: string): Effect.Effect<never, Stop> =>
  Effect.fail(new Stop({ code: exitCodes.usage, reason, sentence, advice }));

/** The run of a folder, and all that is needed to make it again. */
export const preparedFrom = Effect.fnUntraced(function* (folder: string) {
  const path = yield* Path.Path;
  const run = yield* readRun(folder);
  const { manifest } = run;
  if (manifest.modelHash !== modelHash)
    return yield* refused(
      "run-models",
      `The run was made by the models ${manifest.modelHash.slice(0, 12)}, and these are ${modelHash.slice(0, 12)}.`,
      `Run it anew with: ${manifest.command}`,
    );
  const { people, venues, days, seed, policy, workers = 1 } = manifest;
  const prepared = yield* prepare({
    scenario: path.join(folder, scenarioFile),
    level: "policy",
    workers,
    set: Object.fromEntries(Object.entries(policy.set).map(([name, value]) => [name, String(value)])),
    people,
    venues,
    days,
    seed,
    out: folder,
    durability: "normal",
  });
  return { run, prepared };
});

const notTheSame = (folder: string, run: Run, hash: string, where: string): Effect.Effect<never, Stop> =>
  Effect.fail(
    new Stop({
      code: exitCodes.notDeterministic,
      reason: "not-deterministic",
      sentence: `The run decided otherwise: its hash is ${String(run.outcomeHash).slice(0, 16)}, and now it is ${hash.slice(0, 16)}${where}.`,
      advice: `See it again with: npm run -s entrylog -- replay ${folder}`,
    }),
  );

/** Fails unless what is decided now is what the run decided. */
export const sameDecisions = (
  folder: string,
  run: Run,
  hash: string,
  where = "",
): Effect.Effect<void, Stop> =>
  run.outcomeHash === hash ? Effect.void : notTheSame(folder, run, hash, where);

/** The first day of which something else is told now. */
const firstOther = (run: Run, again: Run): string => {
  const place = run.days.findIndex((day, each) => !isDeepStrictEqual(day, again.days[each]));
  const day = run.days[place];
  return day === undefined || run.manifest.level !== "policy" ? "" : `; the days part on ${day.day}`;
};

export const runAgain = Effect.fnUntraced(function* (folder: string) {
  const { run, prepared } = yield* preparedFrom(folder);
  const { manifest } = run;
  if (!manifest.complete)
    return yield* refused(
      "run-interrupted",
      "The run was interrupted, and how far it came is chance: there is nothing to compare with.",
      `Run it to its end with: ${manifest.command}`,
    );
  if (manifest.level === "load")
    return yield* refused(
      "run-real-time",
      "The run was one of real servers in real time, which is never twice the same.",
      "Run its scenario with --level policy or --level service, and replay that.",
    );
  const progress = makeProgress(yield* Stopwatch);
  const again = yield* untilStopped((isStopped) => simulatePolicy(prepared, progress.show, isStopped)).pipe(
    Effect.ensuring(progress.end),
  );
  const hash = again.outcomeHash ?? "";
  yield* sameDecisions(folder, run, hash, firstOther(run, again));
  const decided = grouped(again.pace?.decisions ?? 0);
  yield* Console.log(
    `The same again: ${decided} decisions about ${grouped(manifest.people)} people, hash ${hash.slice(0, 16)}.`,
  );
});
