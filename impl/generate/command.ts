/**
 * `entrylog generate [--check]`: writes impl/generated/ from the models, or checks that what is committed is what they give.
 * A stale file ends the check with exit code 11 and its name.
 */
import { Console, Effect } from "effect";
import { Command, Flag } from "effect/cli";
import { fileURLToPath } from "node:url";
import { exitCodes, Stop } from "../exit.ts";
import { current, staleFiles, writeFiles } from "./files.ts";

export const generatedFolder = fileURLToPath(new URL("../generated", import.meta.url));

/** Fails when a generated file is not what the models give. */
export const checkGenerated = Effect.gen(function* () {
  const generated = yield* current;
  const stale = yield* staleFiles(generatedFolder, generated);
  if (stale.length > 0)
    return yield* new Stop({
      code: exitCodes.generatedStale,
      reason: "generated-stale",
      sentence: `${String(stale.length)} generated file(s) differ from what the models give: ${stale.join(", ")}.`,
      advice: "Run `npm run -s entrylog -- generate` and read the difference before you commit it.",
    });
  return generated;
});

export const generateCommand = Command.make(
  "generate",
  {
    check: Flag.Boolean("check").pipe(
      Flag.withDefault(false),
      Flag.withDescription("only compare; exit 11 when a file is stale"),
    ),
  },
  ({ check }) =>
    Effect.gen(function* () {
      if (check) {
        const { files, modelHash } = yield* checkGenerated;
        return yield* Console.log(
          `${String(files.size)} generated files are what the models give (law ${modelHash.slice(0, 12)}).`,
        );
      }
      const generated = yield* current;
      const written = yield* writeFiles(generatedFolder, generated);
      yield* Console.log(
        written.length === 0
          ? `${String(generated.files.size)} generated files were current already.`
          : `Written: ${written.join(", ")}.`,
      );
    }),
).pipe(Command.withDescription("Generate the service's core, rules, tables and diagrams from the models"));
