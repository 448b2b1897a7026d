// Small timed systems, 64 combinations of two numbers each: what zones say can happen is what happens millisecond after millisecond.
// Zones over real numbers and zones without constants raise false alarms besides, at combinations that are written down here and no others.
// Each answer is known beforehand by the arithmetic that stands with its system.
import { describe, expect, it } from "vitest";
import { answersOf, combinations, eight, without, type Combination } from "./grid.ts";
import { chained, chainedLate } from "./systems/chained.ts";
import { heldTooLong } from "./systems/held.ts";
import { lookedTwiceAfter, lookedTwiceFrom } from "./systems/polled.ts";
import { shownLate } from "./systems/shown.ts";
import { endedBySecond } from "./systems/twodeadlines.ts";
import type { System } from "./systems/system.ts";

interface Expected {
  readonly name: string;
  readonly system: System;
  /** Whether it can happen in whole milliseconds, and in how many of the combinations. */
  readonly happens: (first: number, second: number) => boolean;
  readonly times: number;
  /** Where real time, in which there is an instant between any two, raises a false alarm. */
  readonly falseInRealTime: readonly Combination[];
}

const expectations: readonly Expected[] = [
  {
    name: "two looks strictly within a lease",
    system: lookedTwiceAfter,
    happens: (lasting, period) => lasting >= period + 2,
    // 6 + 5 + 4 + 3 + 2 + 1
    times: 21,
    falseInRealTime: [
      [2, 1],
      [3, 2],
      [4, 3],
      [5, 4],
      [6, 5],
      [7, 6],
      [8, 7],
    ],
  },
  {
    name: "two looks within a lease, its first instant with it",
    system: lookedTwiceFrom,
    happens: (lasting, period) => lasting >= period + 1,
    // 7 + 6 + 5 + 4 + 3 + 2 + 1
    times: 28,
    falseInRealTime: [],
  },
  {
    name: "a lease that is over before two chained deadlines are",
    system: chained,
    happens: (first, second) => first + second >= 7,
    // All but the 1 + 2 + 3 + 4 + 5 sums of up to 6.
    times: 49,
    falseInRealTime: [
      [1, 5],
      [2, 4],
      [3, 3],
      [4, 2],
      [5, 1],
    ],
  },
  {
    name: "chained deadlines that wait for a late sweep",
    system: chainedLate,
    happens: (first, second) => first + second >= 6,
    // All but the 1 + 2 + 3 + 4 sums of up to 5.
    times: 54,
    falseInRealTime: [],
  },
  {
    name: "a token ended by the second of its deadlines",
    system: endedBySecond,
    happens: (first, second) => second < first,
    times: 28,
    falseInRealTime: [],
  },
  {
    name: "a row that is still held when it was promised to be gone",
    system: heldTooLong,
    happens: (late, stated) => late > stated,
    times: 28,
    falseInRealTime: [],
  },
  {
    name: "a token shown late that was issued by a clock ahead",
    system: shownLate,
    happens: (ahead, lasting) => ahead + lasting >= 10,
    // Sums of 10 to 16: 7 + 6 + 5 + 4 + 3 + 2 + 1
    times: 28,
    falseInRealTime: [
      [1, 8],
      [2, 7],
      [3, 6],
      [4, 5],
      [5, 4],
      [6, 3],
      [7, 2],
      [8, 1],
    ],
  },
];

describe.each(expectations)("$name", ({ system, happens, times, falseInRealTime }) => {
  const all = combinations(eight);
  const answers = answersOf(system, all);
  const { lived } = answers;

  it("happens millisecond after millisecond where the arithmetic says so, and only there", () => {
    expect(all).toHaveLength(64);
    expect(lived).toHaveLength(times);
    expect(lived).toEqual(all.filter(([first, second]) => happens(first, second)));
  });

  it("happens in the zones at the same combinations, however finely they are told apart", () => {
    expect(answers.zones).toEqual(lived);
    expect(answers.exactly).toEqual(lived);
  });

  it("comes with a story that plays to it", () => {
    expect(answers.told).toEqual(lived);
  });

  it("is a false alarm in real time at these combinations, and real time overlooks nothing", () => {
    expect(without(answers.dense, lived)).toEqual(falseInRealTime);
    expect(without(lived, answers.dense)).toEqual([]);
  });

  it("is an alarm without constants at every combination, false at all those in which it cannot happen", () => {
    expect(answers.untimed).toEqual(all);
    expect(without(answers.untimed, lived)).toHaveLength(64 - times);
  });
});
