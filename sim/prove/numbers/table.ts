// The table of numbers as a file: what it holds already is kept when it was proved of the same law and the same promises.
// So proving can be interrupted and gone on with; values that nobody asks about any more fall out.
// A file of another form is written over, as one of another law is.
import { Effect, FileSystem, Option } from "effect";
import { modelHash } from "../../../impl/generated/stamp.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import {
  encodeNumbers,
  numbersSchemaVersion,
  readNumbers,
  type Numbers,
  type NumbersEntry,
  type NumbersVerdict,
} from "../../results/numbers.ts";
import { writeFile } from "../../output/writefile.ts";
import { promisesHash } from "../promiseshash.ts";
import { grid, type Asked } from "./grid.ts";

export type Entries = ReadonlyMap<Asked, NumbersEntry>;

/** What the file holds of the present law. */
export const keptIn = Effect.fnUntraced(function* (file: string) {
  const files = yield* FileSystem.FileSystem;
  const text = yield* Effect.orElseSucceed(files.readFileString(file), () => "");
  const table = Option.getOrUndefined(readNumbers(text));
  const isOurs = table?.modelHash === modelHash && table.promisesHash === promisesHash;
  return new Map(
    grid.flatMap((asked) => {
      const constant = isOurs ? table.constants.find(({ name }) => name === asked.name) : undefined;
      const entry = constant?.values.find(({ value }) => value === asked.value);
      return entry === undefined ? [] : [[asked, entry] as const];
    }),
  );
});

/** The verdicts of a value that are not what they are as things stand. */
export const entryOf = (
  { value }: Asked,
  verdicts: readonly NumbersVerdict[],
  usual: readonly NumbersVerdict[],
): NumbersEntry => ({
  value,
  otherwise: verdicts.filter((one) => !usual.some((known) => JSON.stringify(known) === JSON.stringify(one))),
});

const tableOf = (asItStands: readonly NumbersVerdict[], entries: Entries): Numbers => ({
  schemaVersion: numbersSchemaVersion,
  modelHash,
  promisesHash,
  preset: defaultPolicy.preset,
  asItStands,
  constants: [...Map.groupBy(grid, ({ name }) => name)].map(([name, asked]) => ({
    name,
    values: asked.flatMap((one) => entries.get(one) ?? []),
  })),
});

export const writeTable = (file: string, asItStands: readonly NumbersVerdict[], entries: Entries) =>
  writeFile(file, encodeNumbers(tableOf(asItStands, entries)));
