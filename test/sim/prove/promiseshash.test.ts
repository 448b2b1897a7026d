// The hash of what was proved is another as soon as a promise, the mistake that must break it or a slice is another.
// The law's own hash stays the same then, so that only this one tells a weakened proof from a whole one.
import { expect, it } from "vitest";
import { companions, type Companion } from "../../../models/companions.ts";
import type { Law } from "../../../models/language/compose.ts";
import { equals, literal } from "../../../models/language/expression.ts";
import { properties, type Property } from "../../../models/properties.ts";
import { slices } from "../../../models/slices.ts";
import { hashOf } from "../../../sim/prove/promiseshash.ts";

const usual = { properties, companions, slices };
const usualHash = hashOf(usual);

const changedFirst = <One>(all: readonly One[], fits: (one: One) => boolean, change: (one: One) => One) => {
  const place = all.findIndex(fits);
  if (place < 0) throw new Error("there is nothing to change");
  return all.map((one, at) => (at === place ? change(one) : one));
};

it("is the same for the same", () => {
  expect(hashOf({ ...usual })).toBe(usualHash);
  expect(usualHash).toMatch(/^[0-9a-f]{64}$/);
});

it("is another where a promise is asked under a condition that never happens", () => {
  const never = equals(literal(1), literal(2));
  const weakened = changedFirst<Property>(
    properties,
    ({ judges }) => judges.reidentified !== undefined,
    (one) => ({
      ...one,
      judges: { ...one.judges, reidentified: { then: never, ...one.judges.reidentified, when: never } },
    }),
  );
  expect(hashOf({ ...usual, properties: weakened })).not.toBe(usualHash);
});

it("is another where a mistake changes nothing any more", () => {
  const disarmed = changedFirst<Companion>(
    companions,
    ({ kind }) => kind === "law",
    (one) => (one.kind === "law" ? { ...one, change: (law: Law) => law } : one),
  );
  expect(hashOf({ ...usual, companions: disarmed })).not.toBe(usualHash);
});

it("is another where a slice has a move less", () => {
  const fewer = slices.map((slice, place) =>
    place === 0 ? { ...slice, moves: slice.moves.slice(1) } : slice,
  );
  expect(hashOf({ ...usual, slices: fewer })).not.toBe(usualHash);
});
