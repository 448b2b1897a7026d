// The committed table of slices: what each follows, its clocks and constants, and how many states, transitions and zones it has.
// A change of the law that changes a count changes the table, and whoever reads the change sees it there.
// The largest slice takes a minute and is searched again only when all long searches are.
import { describe, expect, it } from "vitest";
import { cellsOf } from "../../../models/language/cells.ts";
import { smallPolicy } from "../../../models/language/small.ts";
import type { Slice } from "../../../models/language/slice.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { isSliceId, sliceOf, slices } from "../../../models/slices.ts";
import table from "../../../sim/prove/counts.json" with { type: "json" };
import { law } from "../../../sim/prove/mistakes.ts";
import { generated } from "../../../sim/prove/states/generated.ts";
import { searchStates } from "../../../sim/prove/states/search.ts";
import { searchZones } from "../../../sim/prove/zones/search.ts";

const full = process.env["FULL_TESTS"] === "1";
const searchedAlways = ["gate", "door", "retention", "case"];

const sliceNamed = (name: string): Slice => {
  const slice = isSliceId(name) ? sliceOf(name) : undefined;
  if (slice === undefined) throw new Error(`there is no slice ${name}`);
  return slice;
};

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

  it.each(table.filter(({ slice }) => full || searchedAlways.includes(slice)))(
    "counts $slice: $states states",
    async ({ slice: name, states, transitions, hash }) => {
      const slice = sliceNamed(name);
      const found = await searchStates({ slice, law: generated, policy: smallPolicy(slice, defaultPolicy) });
      expect(found).toMatchObject({ states, transitions, hash, unexplored: 0 });
    },
  );

  it.each(table.filter(({ zones }) => zones !== undefined))(
    "counts the zones of $slice: $zones",
    ({ slice: name, zones }) => {
      const slice = isSliceId(name) ? sliceOf(name, "timed") : undefined;
      if (slice === undefined) throw new Error(`${name} is not searched in real time`);
      expect(searchZones({ slice, law, policy: defaultPolicy })).toMatchObject({ zones, cut: 0, stuck: 0 });
    },
  );
});
