// Who finds a venue full, worked out by hand: a room for two people, and the night before.
// Whoever is turned away takes up no room, and a stay that ends makes room at that very instant.
import { describe, expect, it } from "vitest";
import { turnAway } from "../../../sim/world/crowding.ts";
import { fates, type IntendedDay } from "../../../sim/world/intended.ts";
import { plainScenario, worldOf } from "./city.ts";

const minute = 60_000;
const roomForTwo = worldOf({
  ...plainScenario,
  venues: {
    ...plainScenario.venues,
    kinds: plainScenario.venues.kinds.map((kind) => ({ ...kind, capacity: 2 })),
  },
}).venues;

/** Visits of one venue, as pairs of minutes after midnight. */
const dayWith = (stays: readonly (readonly [number, number])[], day = 1): IntendedDay => ({
  day,
  startsAtMs: 0,
  endsAtMs: 86_400_000,
  parts: [
    {
      count: stays.length,
      person: Int32Array.from(stays, (_, row) => row),
      number: new Uint16Array(stays.length),
      venue: new Int32Array(stays.length),
      arriveMs: Int32Array.from(stays, ([from]) => from * minute),
      leaveMs: Int32Array.from(stays, ([, to]) => to * minute),
      fate: new Uint8Array(stays.length),
    },
  ],
});

const turned = (today: IntendedDay): readonly number[] =>
  today.parts.flatMap(({ count, fate }) =>
    Array.from({ length: count }, (_, row) => row).filter((row) => fates[fate[row] ?? 0] === "turnedAway"),
  );

const afterwards = (today: IntendedDay, yesterday?: IntendedDay): readonly number[] => {
  turnAway(roomForTwo, today, yesterday);
  return turned(today);
};

describe("a room for two", () => {
  it("turns away the third, and lets in whoever comes when somebody leaves", () => {
    const stays = [
      [0, 30],
      [5, 60],
      [29, 90],
      [30, 50],
      [49, 70],
      [50, 55],
    ] as const;
    expect(afterwards(dayWith(stays))).toEqual([2, 4]);
  });

  it("lets people in by the time at which they come, not by their number", () => {
    expect(
      afterwards(
        dayWith([
          [20, 60],
          [10, 60],
          [0, 60],
        ]),
      ),
    ).toEqual([0]);
    expect(
      afterwards(
        dayWith([
          [10, 60],
          [10, 60],
          [10, 60],
        ]),
      ),
    ).toEqual([2]);
  });

  it("counts who came yesterday evening and is still inside, and nobody who stayed at home", () => {
    const yesterday = dayWith(
      [
        [1_400, 1_500],
        [1_430, 1_470],
        [1_430, 1_500],
      ],
      0,
    );
    yesterday.parts.forEach(({ fate }) => fate.set([0, 0, 1]));
    // The two are inside until 01:00 and 00:30 of today.
    const today = dayWith([
      [10, 20],
      [30, 40],
      [50, 55],
      [35, 100],
    ]);
    expect(afterwards(today, yesterday)).toEqual([0, 3]);
  });
});
