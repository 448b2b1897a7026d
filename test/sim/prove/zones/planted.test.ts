// Mistakes planted in the reading of zones, one at a time, are seen by the grid: each at combinations that can be told beforehand.
// So the grid would not have agreed by chance: a millisecond more or less, `<=` for `<`, a deadline that does not fire, a sweep that is never due.
// Mistakes that only make zones larger raise false alarms; those that make them smaller overlook what happens.
import { expect, it } from "vitest";
import type { Timing } from "../../../../sim/prove/zones/moment.ts";
import { combinations, eight, without, type Combination } from "./grid.ts";
import { canHappen, type Misreading } from "./misreading.ts";
import { chainedLate } from "./systems/chained.ts";
import { lookedTwiceAfter } from "./systems/polled.ts";
import type { System } from "./systems/system.ts";

const all = combinations(eight);
const where = (system: System, misreading: Misreading): readonly Combination[] =>
  all.filter((combination) => canHappen(system, combination, misreading));

const timed = (change: Partial<Timing>): Misreading => ({
  reading: (reading) => ({ ...reading, timing: { ...reading.timing, ...change } }),
});

const twice = all.filter(([lasting, period]) => lasting >= period + 2);
const tooLong = all.filter(([first, second]) => first + second >= 6);

it("without a mistake the search by a reading says what the grid says", () => {
  expect(where(lookedTwiceAfter, {})).toEqual(twice);
  expect(where(chainedLate, {})).toEqual(tooLong);
});

it("time in steps of two milliseconds overlooks what is only just possible, and more", () => {
  const found = where(lookedTwiceAfter, timed({ grain: 2 }));
  expect(without(found, twice)).toEqual([]);
  const onlyJust = twice.filter(([lasting, period]) => lasting === period + 2);
  expect(without(twice, found)).toEqual(expect.arrayContaining([...onlyJust]));
});

it("`<=` for `<` lets an errand go on too long that is there for 10 ms and no longer", () => {
  // Strictly after 10 ms is then at 10 ms, and first + second + 1 + 4 is 10.
  expect(without(where(chainedLate, timed({ grain: 0 })), tooLong)).toEqual([
    [1, 4],
    [2, 3],
    [3, 2],
    [4, 1],
  ]);
});

it("deadlines that never fire on time let every lease last until both looks have been", () => {
  expect(where(lookedTwiceAfter, { reading: (reading) => ({ ...reading, punctual: [] }) })).toEqual(all);
});

it("sweeps that can be waited for without end let every errand go on too long", () => {
  expect(where(chainedLate, { reading: (reading) => ({ ...reading, swept: [] }) })).toEqual(all);
});

it("whoever hears of no comparison forgets the times, and takes everything to be possible", () => {
  expect(where(lookedTwiceAfter, { isDeaf: true })).toEqual(all);
});

it("zones of one state made one raise false alarms, which is why finer ones are searched after them", () => {
  const found = where(lookedTwiceAfter, { joins: true });
  expect(without(twice, found)).toEqual([]);
  expect(without(found, twice).length).toBeGreaterThan(0);
});
