// Makes each companion's mistake and sees whether its promise is broken: a promise that no mistake breaks says nothing.
// A changed law has no generated code, so it is searched plainly, and only until the promise is broken.
import { Effect } from "effect";
import { companions, type Companion } from "../../models/companions.ts";
import type { Law } from "../../models/language/compose.ts";
import type { Slice } from "../../models/language/slice.ts";
import { smallPolicy } from "../../models/language/small.ts";
import { law } from "../../models/law.ts";
import { defaultPolicy } from "../../models/policy.ts";
import { propertyOf, type PropertyId } from "../../models/properties.ts";
import { sliceOf } from "../../models/slices.ts";
import { isCaughtByKnowledge } from "./derived.ts";
import { searchPlain } from "./plain.ts";

export interface Mistake {
  readonly promise: PropertyId;
  readonly says: string;
  readonly caught: boolean;
  /** For a mistake of law or slice: the shortest story, as names of moves. */
  readonly story?: readonly string[];
}

/** More states than any of the mistakes needs. */
const limit = 200_000;

interface Mistaken {
  readonly law: Law;
  readonly slice: Slice;
}

const madeBy = (companion: Companion, slice: Slice): Mistaken => {
  switch (companion.kind) {
    case "law":
      return { law: companion.change(law), slice };
    case "slice":
      return { law, slice: companion.change(slice) };
    case "knowledge":
      return { law, slice };
  }
};

/** The law and the slice with the mistake that must break this promise; without a name, as they are. */
export const mistakenBy = (promise: PropertyId | undefined, slice: Slice): Mistaken => {
  const companion = companions.find((one) => one.promise === promise);
  return companion === undefined ? { law, slice } : madeBy(companion, slice);
};

const one = (companion: Companion): Effect.Effect<Mistake> => {
  const { promise, says } = companion;
  if (companion.kind === "knowledge") {
    const property = propertyOf(promise);
    const caught = property !== undefined && isCaughtByKnowledge(property, companion);
    return Effect.succeed({ promise, says, caught });
  }
  const whole = sliceOf(companion.slice);
  if (whole === undefined) return Effect.succeed({ promise, says, caught: false });
  const { law: mistaken, slice } = madeBy(companion, whole);
  return Effect.map(
    Effect.promise((signal) =>
      searchPlain({
        slice,
        law: mistaken,
        policy: smallPolicy(slice, defaultPolicy),
        until: promise,
        limit,
        signal,
      }),
    ),
    ({ promises }) => {
      const found = promises.get(promise);
      const story = found?.story;
      return { promise, says, caught: (found?.broken ?? 0) > 0, ...(story === undefined ? {} : { story }) };
    },
  );
};

/** Every mistake, by the promise that it must break. */
export const catchMistakes = (
  caught: (mistake: Mistake) => void = () => undefined,
): Effect.Effect<readonly Mistake[]> =>
  Effect.forEach(companions, (companion) =>
    Effect.tap(one(companion), (mistake) => Effect.sync(() => caught(mistake))),
  );
