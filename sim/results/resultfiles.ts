// Writes what a run found into its folder: run.json, its days and its busiest day as tables for other programs; and its scenario before.
// Every level ends with it. The tables hold nothing that is not in run.json.
// The folder is the run's own already (sim/output/outfolder.ts); files of an earlier run are gone from it.
import { Effect, FileSystem, Path } from "effect";
import { columnsOf } from "./columns.ts";
import { Day, ProfileRow } from "./days.ts";
import { encodeParquet } from "./parquet.ts";
import { encodeRun, type Run } from "./run.ts";
import { encodeSeries } from "./series.ts";

/** What a folder of a run has its scenario under. */
export const scenarioFile = "scenario.json";

/** The scenario goes along before anything runs, so that the run can be made again from its folder alone. */
export const writeScenario = Effect.fnUntraced(function* (out: string, whole: string) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  yield* files.writeFileString(path.join(out, scenarioFile), whole);
});

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
