// `entrylog prove-ways`: the shortest story that zones know to each state and each transition of the law, as a table for pages.
// It takes a minute or two; slice by slice it says on a terminal how far it is.
// Exit codes: 0 written, 2 a file that cannot be written, 130 interrupted, and then nothing is written.
import { setImmediate } from "node:timers/promises";
import { Console, Effect } from "effect";
import { Command, Flag } from "effect/cli";
import { modelHash } from "../../../impl/generated/stamp.ts";
import { law } from "../../../models/law.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { makeProgress } from "../../output/progress.ts";
import { makeRoomFor, writeFile } from "../../output/writefile.ts";
import { encodeWays, waysSchemaVersion } from "../../results/ways.ts";
import { Stopwatch } from "../../stopwatch.ts";
import { shortestIn, timedSlices, waysOf } from "./shortest.ts";

const flags = {
  out: Flag.String("out").pipe(
    Flag.withDefault(".entrylog/ways.json"),
    Flag.withDescription("the file of the table"),
  ),
};

export const waysCommand = Command.make("prove-ways", flags, ({ out }) =>
  Effect.gen(function* () {
    yield* makeRoomFor(out);
    const progress = makeProgress(yield* Stopwatch);
    const bySlice = yield* Effect.forEach(timedSlices, (slice, place) => {
      progress.show((place + 0.5) / timedSlices.length, `ways through ${slice.id}`);
      return Effect.promise(async () => {
        await setImmediate();
        return { slice, stories: shortestIn(slice, law, defaultPolicy) };
      });
    }).pipe(Effect.ensuring(progress.end));
    const ways = waysOf(law, bySlice);
    const table = {
      schemaVersion: waysSchemaVersion,
      modelHash,
      preset: defaultPolicy.preset,
      ways,
    } as const;
    yield* writeFile(out, encodeWays(table));
    const without = ways.filter(({ story }) => story === undefined).map(({ id }) => id);
    yield* Console.log(
      [
        `${String(ways.length - without.length)} of ${String(ways.length)} states and transitions have a story.`,
        ...without.map((id) => `none: ${id}`),
        `written: ${out}`,
      ].join("\n"),
    );
  }),
).pipe(
  Command.withDescription("The shortest story to each state and transition of the law, as a table for pages"),
);
