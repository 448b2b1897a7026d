// The hash of what was proved: the promises, the mistakes that must break them, and the slices they were asked on.
// The law's own hash says nothing of these, and a promise made weaker must not pass for the same proof.
import { createHash } from "node:crypto";
import { companions, type Companion } from "../../models/companions.ts";
import type { Slice } from "../../models/language/slice.ts";
import { law } from "../../models/law.ts";
import { properties, type Property } from "../../models/properties.ts";
import { sliceOf, slices } from "../../models/slices.ts";

export interface Proved {
  readonly properties: readonly Property[];
  readonly companions: readonly Companion[];
  readonly slices: readonly Slice[];
}

/** Conditions and moves are data, and so is what a mistake makes of the law or of its slice. */
const mistaken = (companion: Companion): unknown => {
  switch (companion.kind) {
    case "law":
      return companion.change(law);
    case "slice": {
      const slice = sliceOf(companion.slice);
      return slice === undefined ? undefined : companion.change(slice);
    }
    case "knowledge":
      return undefined;
  }
};

export const hashOf = ({ properties: promises, companions: mistakes, slices: parts }: Proved): string => {
  const asked = promises.map(({ id, clauses, prose, judges, knows }) => ({
    id,
    clauses,
    prose,
    judges,
    knows,
  }));
  const made = mistakes.map((companion) => [companion, mistaken(companion)]);
  return createHash("sha256")
    .update(JSON.stringify([asked, made, parts]))
    .digest("hex");
};

export const promisesHash = hashOf({
  properties,
  companions,
  slices: slices.flatMap((slice) => [slice, sliceOf(slice.id, "timed") ?? []].flat()),
});
