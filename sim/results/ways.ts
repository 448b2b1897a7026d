// ways.json: the shortest story that the prover knows to each transition of the law and to each state, in real time.
// What no slice leads to stands there too, without a story: then the slices, which follow parts of the system, have nothing of it.
// A reader decodes it with this Schema and refuses any other version.
import { Schema } from "effect";
import { ToldStory } from "./toldstory.ts";

export const waysSchemaVersion = 1;

/** The id of a transition, or of a state as `visit:erased`. */
export const WayTo = Schema.Struct({ id: Schema.String, story: Schema.optionalKey(ToldStory) });
export type WayTo = typeof WayTo.Type;

export const Ways = Schema.Struct({
  schemaVersion: Schema.Literal(waysSchemaVersion),
  modelHash: Schema.String,
  preset: Schema.String,
  ways: Schema.Array(WayTo),
});
export type Ways = typeof Ways.Type;

/** A line for each way, so that a change of the table can be read. */
export const encodeWays = ({ ways, ...first }: Ways): string =>
  [
    `${JSON.stringify(first).slice(0, -1)},"ways":[`,
    ways.map((way) => JSON.stringify(way)).join(",\n"),
    "]}",
    "",
  ].join("\n");
