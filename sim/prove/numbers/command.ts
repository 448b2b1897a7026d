// `entrylog prove-numbers`: proves every promise again for other values of single constants, and writes a table of it for pages.
// It takes a quarter of an hour on two processors, goes on with what the file holds of the same law, and leaves what it has when it is interrupted.
// Exit codes: 0 written, 2 a constant that nobody asks about or a file that cannot be written, 130 interrupted.
import { Console, Effect, Option, Ref } from "effect";
import { Command, Flag } from "effect/cli";
import { exitCodes, Stop } from "../../../impl/exit.ts";
import { sayValueOf } from "../../../models/language/sentence.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { setOver } from "../../../models/settings.ts";
import type { NumbersEntry } from "../../results/numbers.ts";
import { makeProgress } from "../../output/progress.ts";
import { Stopwatch } from "../../stopwatch.ts";
import { grid, type Asked } from "./grid.ts";
import { asItStands, ground, proveWith } from "./proving.ts";
import { entryOf, keptIn, writeTable, type Entries } from "./table.ts";

const flags = {
  constant: Flag.String("constant").pipe(
    Flag.withDescription("one constant, and not all that are asked about"),
    Flag.optional,
  ),
  out: Flag.String("out").pipe(
    Flag.withDefault(".entrylog/numbers.json"),
    Flag.withDescription("the file of the table"),
  ),
};

const askedOf = (constant: Option.Option<string>): Effect.Effect<readonly Asked[], Stop> => {
  const asked = grid.filter(({ name }) => Option.getOrElse(constant, () => name) === name);
  return asked.length > 0
    ? Effect.succeed(asked)
    : Effect.fail(
        new Stop({
          code: exitCodes.usage,
          reason: "constant-unknown",
          sentence: `No other values of ${Option.getOrElse(constant, () => "this")} are asked about.`,
          advice: `They are asked about for ${[...new Set(grid.map(({ name }) => name))].join(", ")}.`,
        }),
      );
};

const sayAsked = ({ name, value }: Asked): string =>
  `${name} = ${sayValueOf(name, "en", setOver(defaultPolicy, { [name]: value }))}`;

const sayEntry = (asked: Asked, { otherwise }: NumbersEntry): string => {
  const changes = otherwise.map((one) =>
    one.verdict === "held" ? `${one.id} held ${one.grade}` : `${one.id} ${one.verdict}`,
  );
  return `${sayAsked(asked)}: ${changes.length === 0 ? "every promise as before" : changes.join(", ")}`;
};

/** Proves what is still open, and writes the table; when it is interrupted, with what there is. */
const proveOpen = Effect.fnUntraced(function* (open: readonly Asked[], kept: Entries, out: string) {
  const progress = makeProgress(yield* Stopwatch);
  const entries = yield* Ref.make(kept);
  progress.show(1 / (open.length + 2), "the policy as it stands");
  const before = yield* ground;
  const usual = asItStands(before);
  const write = Effect.flatMap(Ref.get(entries), (all) => writeTable(out, usual, all));
  const proveOne = Effect.fnUntraced(function* (one: Asked, place: number) {
    progress.show((place + 1) / (open.length + 2), sayAsked(one));
    const entry = entryOf(one, yield* proveWith(before, one), usual);
    yield* Ref.update(entries, (all) => new Map([...all, [one, entry]]));
  });
  yield* Effect.forEach(open, proveOne, { concurrency: 2, discard: true }).pipe(
    Effect.onInterrupt(() => Effect.ignore(write)),
    Effect.ensuring(progress.end),
  );
  yield* write;
  return yield* Ref.get(entries);
});

export const numbersCommand = Command.make("prove-numbers", flags, ({ constant, out }) =>
  Effect.gen(function* () {
    const asked = yield* askedOf(constant);
    const kept = yield* keptIn(out);
    const open = asked.filter((one) => !kept.has(one));
    const all = open.length === 0 ? kept : yield* proveOpen(open, kept, out);
    const lines = asked.flatMap((one) => {
      const entry = all.get(one);
      return entry === undefined ? [] : [sayEntry(one, entry)];
    });
    yield* Console.log([...lines, `written: ${out}`].join("\n"));
  }),
).pipe(
  Command.withDescription("Prove every promise for other values of single constants, as a table for pages"),
);
