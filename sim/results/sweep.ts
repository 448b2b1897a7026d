// sweep.json: what a scenario came to with a few constants of the policy set to many values, a run each, in one versioned form.
// The people are the same in all of them. sweep.csv beside it holds the same rows for spreadsheets.
// A reader decodes it with this Schema and refuses any other version.
import { Schema } from "effect";
import { Count } from "./figures.ts";

export const sweepSchemaVersion = 1;

export const SweptRun = Schema.Struct({
  /** Constants as people write them: retention 7d. */
  set: Schema.Record(Schema.String, Schema.String),
  /** By the figure's name; what the run does not know is not there. */
  figures: Schema.Record(Schema.String, Schema.Finite),
  promisesBroken: Schema.Array(Schema.String),
  traceHash: Schema.String,
  /** What makes this run again, with all its files. */
  command: Schema.String,
});
export type SweptRun = typeof SweptRun.Type;

export const Sweep = Schema.Struct({
  schemaVersion: Schema.Literal(sweepSchemaVersion),
  modelHash: Schema.String,
  scenario: Schema.String,
  seed: Schema.Int,
  people: Count,
  venues: Count,
  days: Count,
  /** How many runs were asked for; fewer are there where it was interrupted. */
  asked: Count,
  runs: Schema.Array(SweptRun),
});
export type Sweep = typeof Sweep.Type;

/** The columns: what was set, the figures that any run knows, and which promises broke. */
export const sweptColumns = ({
  runs,
}: Pick<Sweep, "runs">): readonly (readonly [string, (run: SweptRun) => string])[] => {
  const namesIn = (of: (run: SweptRun) => object): readonly string[] => [
    ...new Set(runs.flatMap((run) => Object.keys(of(run)))),
  ];
  return [
    ...namesIn(({ set }) => set).map((name) => [name, ({ set }: SweptRun) => set[name] ?? ""] as const),
    ...namesIn(({ figures }) => figures).map(
      (name) => [name, ({ figures }: SweptRun) => String(figures[name] ?? "")] as const,
    ),
    ["broken", ({ promisesBroken }) => promisesBroken.join(" ")],
  ];
};

export const encodeSweepCsv = (sweep: Sweep): string => {
  const columns = sweptColumns(sweep);
  return [
    columns.map(([name]) => name).join(","),
    ...sweep.runs.map((run) => columns.map(([, of]) => of(run)).join(",")),
    "",
  ].join("\n");
};
