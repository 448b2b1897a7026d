// The committed table of slices: what each follows, its clocks and constants, and how many states, transitions and zones it has.
// A change of the law that changes a count changes the table, and whoever reads the change sees it there.
// The largest slice takes a minute and is searched again only when all long searches are.
// The same searches show that no promise is broken, and that every condition of each really happens: none is true of nothing.
import { describe, expect, it } from "vitest";
import { cellsOf } from "../../../models/language/cells.ts";
import { smallPolicy } from "../../../models/language/small.ts";
import type { Slice } from "../../../models/language/slice.ts";
import { law } from "../../../models/law.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { isObservedKind } from "../../../models/observations.ts";
import { properties } from "../../../models/properties.ts";
import { isSliceId, sliceOf, slices, type SliceForm } from "../../../models/slices.ts";
import table from "../../../sim/prove/counts.json" with { type: "json" };
import { generated } from "../../../sim/prove/states/generated.ts";
import type { StatesFound } from "../../../sim/prove/states/result.ts";
import { searchStates } from "../../../sim/prove/states/search.ts";
import { searchZones, type ZonesFound } from "../../../sim/prove/zones/search.ts";

const full = process.env["FULL_TESTS"] === "1";
const timeout = 600_000;
const searchedAlways = ["gate", "door", "retention", "case"];

const sliceNamed = (name: string, form?: SliceForm): Slice => {
  const slice = isSliceId(name) ? sliceOf(name, form) : undefined;
  if (slice === undefined) throw new Error(`there is no slice ${name} in this form`);
  return slice;
};

const counted = table.filter(({ slice }) => full || searchedAlways.includes(slice));
const timed = table.filter(({ zones }) => zones !== undefined);

type Found = Pick<StatesFound | ZonesFound, "promises">;

/** Searches take long, so that each is made once for all that is asked of it. */
const once = <Answer>(search: (name: string) => Answer): ((name: string) => Answer) => {
  const known = new Map<string, Answer>();
  return (name) => {
    const answer = known.get(name) ?? search(name);
    known.set(name, answer);
    return answer;
  };
};
const statesOf = once((name) => {
  const slice = sliceNamed(name);
  return searchStates({ slice, law: generated, policy: smallPolicy(slice, defaultPolicy) });
});
const zonesOf = once((name) => {
  const slice = sliceNamed(name, "timed");
  return searchZones({ slice, law, policy: defaultPolicy });
});

describe("the table of slices", () => {
  it("names every slice, in order, and one of them has ten million states", () => {
    expect(table.map(({ slice }) => slice)).toEqual(slices.map(({ id }) => id));
    expect(Math.max(...table.map(({ states }) => states))).toBeGreaterThan(10_000_000);
  });

  it.each(table)("says of $slice what it follows", ({ slice: name, ...said }) => {
    const slice = sliceNamed(name);
    const cells = cellsOf(slice, law);
    const clocks = cells.filter(
      (cell) => (cell.kind === "field" || cell.kind === "variable") && cell.form.kind === "instant",
    );
    const { ticksADay, horizon, small, instances, moves } = slice;
    expect(said).toMatchObject({
      instances: Object.keys(instances).length,
      moves: moves.length + 1,
      cells: cells.length,
      clocks: clocks.length,
      ticksADay,
      horizon,
      small,
    });
  });

  it.each(counted)(
    "counts $slice: $states states",
    { timeout },
    async ({ slice, states, transitions, hash }) => {
      expect(await statesOf(slice)).toMatchObject({ states, transitions, hash, unexplored: 0 });
    },
  );

  it.each(timed)(
    "counts the zones of $slice: $zones, and none breaks a promise",
    { timeout },
    ({ slice, zones }) => {
      const { promises, ...found } = zonesOf(slice);
      expect(found).toMatchObject({ zones, cut: 0, stuck: 0 });
      expect([...promises].filter(([, { story }]) => story !== undefined)).toEqual([]);
    },
  );
});

describe("every condition of every promise happens", () => {
  /** What was never met, as promise and kind of observation. */
  const neverIn = (all: readonly Found[]): readonly string[] =>
    properties.flatMap(({ id, observes }) =>
      observes
        .filter(isObservedKind)
        .filter((kind) => !all.some(({ promises }) => promises.get(id)?.kinds.includes(kind) === true))
        .map((kind) => `${id}: ${kind}`),
    );

  it("by states, and not without the slice that alone observes it", { timeout }, async () => {
    const found = await Promise.all(counted.map(({ slice }) => statesOf(slice)));
    expect(neverIn(found)).toEqual([]);
    const place = counted.findIndex(({ slice }) => slice === "retention");
    expect(neverIn(found.toSpliced(place, 1))).toContain("erased-stays-erased: daySeenAgain");
  });

  it("by zones", { timeout }, () => {
    expect(neverIn(timed.map(({ slice }) => zonesOf(slice)))).toEqual([]);
  });
});
