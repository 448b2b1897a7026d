// Writes what a run found into its folder: run.json, and its days and its busiest day as tables for other programs.
// Every level ends with it. The tables hold nothing that is not in run.json.
// The folder is the run's own already (sim/output/outfolder.ts); files of an earlier run are gone from it.
import { Effect, FileSystem, Path } from "effect";
import { columnsOf } from "./columns.ts";
import { Day, ProfileRow } from "./days.ts";
import { encodeParquet } from "./parquet.ts";
import { encodeRun, type Run } from "./run.ts";
import { encodeSeries } from "./series.ts";

export const writeResults = Effect.fnUntraced(function* (out: string, run: Run) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  yield* files.writeFileString(path.join(out, "run.json"), encodeRun(run));
  yield* files.writeFileString(path.join(out, "series.csv"), encodeSeries(run.days));
  yield* files.writeFile(path.join(out, "series.parquet"), encodeParquet(columnsOf(Day, run.days)));
  if (run.profile === undefined) return;
  const rows = columnsOf(ProfileRow, run.profile.rows);
  yield* files.writeFile(path.join(out, "profile.parquet"), encodeParquet(rows));
});
