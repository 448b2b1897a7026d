// How far the clock of a demonstration is ahead of the machine's, kept in its folder, so that one that is started again goes on where it was.
// The demonstration writes it before it tells its processes; each of them reads it when it starts.
// A folder without it is at the machine's own time.
import { Effect, FileSystem, Schema } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";

const Kept = Schema.fromJsonString(Schema.Struct({ aheadMs: Schema.Int }));
const decode = Schema.decodeUnknownEffect(Kept);
const encode = Schema.encodeSync(Kept);

const fileIn = (folder: string): string => `${folder}/clock.json`;

const unusable = (file: string): Stop =>
  new Stop({
    code: exitCodes.usage,
    reason: "clock-unusable",
    sentence: `The demonstration's clock in ${file} can be neither read nor written.`,
    advice: "Name another folder with --dir.",
  });

export const readAhead = Effect.fnUntraced(function* (folder: string) {
  const files = yield* FileSystem.FileSystem;
  const file = fileIn(folder);
  return yield* Effect.gen(function* () {
    if (!(yield* files.exists(file))) return 0;
    return (yield* decode(yield* files.readFileString(file))).aheadMs;
  }).pipe(Effect.mapError(() => unusable(file)));
});

/** Whole or not at all: a process that starts may be reading it. */
export const writeAhead = Effect.fnUntraced(function* (folder: string, aheadMs: number) {
  const files = yield* FileSystem.FileSystem;
  const file = fileIn(folder);
  yield* Effect.mapError(
    Effect.andThen(
      files.writeFileString(`${file}.part`, encode({ aheadMs })),
      files.rename(`${file}.part`, file),
    ),
    () => unusable(file),
  );
});
