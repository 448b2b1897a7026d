// coverage.json, what tests and simulations met of the law: by id, how often each suite or run met it.
// evidence.ts reads it; pairs of transitions are counted in the shares and left out of the page, which has no place for hundreds of them.
import { Schema } from "effect";

const By = Schema.Record(Schema.String, Schema.Number);
const Item = Schema.Struct({ id: Schema.String, by: By });
const Share = Schema.Struct({ all: Schema.Number, byTests: Schema.Number, bySimulation: Schema.Number });

export const CoverageFile = Schema.Struct({
  schemaVersion: Schema.Literal(1),
  modelHash: Schema.String,
  sources: Schema.Array(Schema.Struct({ id: Schema.String, kind: Schema.Literals(["test", "simulation"]) })),
  shares: Schema.Struct({ states: Share, transitions: Share, pairs: Share, clauses: Share, promises: Share }),
  states: Schema.Array(Item),
  transitions: Schema.Array(Item),
  clauses: Schema.Array(
    Schema.Struct({ id: Schema.String, by: By, withoutTest: Schema.optionalKey(Schema.String) }),
  ),
  promises: Schema.Array(Item),
});

const byId = (items: readonly (typeof Item.Type)[]) =>
  Object.fromEntries(items.map(({ id, by }) => [id, by]));

/** What the page shows of it: by id, and there by source, how often. */
export const coverageData = (file: typeof CoverageFile.Type) => ({
  modelHash: file.modelHash,
  kinds: Object.fromEntries(file.sources.map(({ id, kind }) => [id, kind])),
  shares: file.shares,
  states: byId(file.states),
  transitions: byId(file.transitions),
  clauses: byId(file.clauses),
  promises: byId(file.promises),
  withoutTest: Object.fromEntries(
    file.clauses.flatMap(({ id, withoutTest }) => (withoutTest === undefined ? [] : [[id, withoutTest]])),
  ),
});
export type CoverageData = ReturnType<typeof coverageData>;
