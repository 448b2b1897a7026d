// One run at the policy level: a whole city on the generated core, day by day, in one thread or several.
// It counts, watches the promises and hands over what it found; files are written by those who asked for the run.
// Passes are counted here and never made: there is no signature and no store, and what is proved of the law is what runs.
import { setImmediate } from "node:timers/promises";
import { courseOf } from "./course.ts";
import { makeGathering, type PolicyRan } from "./gathering.ts";
import { openThreads, type ThreadsOptions } from "./threads.ts";

export interface PolicyRunOptions extends ThreadsOptions {
  /** Told after each day, as a share of the run. */
  readonly progress?: (share: number) => void;
  /** Asked after each day: when true the run ends there, with what there is. */
  readonly isInterrupted?: () => boolean;
}

export const runPolicy = async (options: PolicyRunOptions): Promise<PolicyRan> => {
  const { world, policy, progress, isInterrupted } = options;
  const threads = openThreads(options);
  try {
    const gathering = makeGathering({
      world,
      policy,
      find: async (lookup) => (await Promise.all(threads.map(({ find }) => find(lookup)))).flat(),
    });
    for await (const today of courseOf(world, threads)) {
      const lived = await Promise.all(
        threads.map(({ live }, part) => {
          const toLive = today.toLive[part];
          if (toLive === undefined) throw new RangeError(`there is no day for part ${String(part)}`);
          return live(toLive);
        }),
      );
      await gathering.dayLived(today, lived);
      progress?.((today.day + 1) / world.size.days);
      // Signals are heard between two days.
      await setImmediate();
      if (isInterrupted?.() === true) break;
    }
    return gathering.ran(await Promise.all(threads.map(({ end }) => end())));
  } finally {
    await Promise.all(threads.map(({ close }) => close()));
  }
};
