// The three ways held against each other: they agree where nothing is planted, and every planted difference is told in a sentence that names it.
// A comparison that would let one of these pass would call three searches one opinion.
import { describe, expect, it } from "vitest";
import { timePasses } from "../../../models/language/slice.ts";
import type { SpinFound } from "../../../sim/prove/spin/spin.ts";
import type { Searched } from "../../../sim/prove/threeways.ts";
import { disagreementsOf, isBrokenInZones } from "../../../sim/prove/agreeing.ts";
import {
  broken,
  brokenInZones,
  kept,
  kinds,
  moves,
  never,
  promise,
  slice,
  spinFound,
  spinSearched,
  statesFound,
  zoneAnswer,
  zonesFound,
} from "./planting.ts";

const agreeing: Searched = {
  slice,
  states: statesFound(),
  zones: zonesFound(zoneAnswer({ met: 5, broken: 0, kinds })),
  spin: spinSearched(spinFound(), { [promise]: true, "at-last-case": true }),
};

const told = (changes: Partial<Searched>, isOwn = true): readonly string[] =>
  disagreementsOf({ ...agreeing, ...changes }, isOwn);

const withSpin = (changes: Partial<SpinFound>): readonly string[] =>
  told({ spin: spinSearched(spinFound(changes)) });

describe("three ways that agree", () => {
  it("have nothing to tell, and neither has one way alone", () => {
    expect(told({})).toEqual([]);
    expect(disagreementsOf({ slice, states: statesFound() }, true)).toEqual([]);
    expect(disagreementsOf({ slice, spin: spinSearched() }, true)).toEqual([]);
    expect(disagreementsOf({ slice, zones: zonesFound(zoneAnswer(brokenInZones)) }, true)).toEqual([]);
    expect(disagreementsOf({ slice }, true)).toEqual([]);
  });
});

describe("a difference between our search and SPIN's", () => {
  const without = (move: string, by: number): readonly number[] =>
    moves.map((one, place) => (one === move ? place + 1 + by : place + 1));

  it("of states is told with both numbers", () => {
    expect(withSpin({ states: 101 })).toEqual(["states: 100 by states, 101 by SPIN"]);
  });

  it("of transitions", () => {
    expect(withSpin({ transitions: 299 })).toEqual(["transitions: 300 by states, 299 by SPIN"]);
  });

  it("of the relation, though every count is equal", () => {
    expect(withSpin({ hash: "fedcba9876543210" })).toEqual([
      "hash of the transition relation: 0123456789abcdef by states, fedcba9876543210 by SPIN",
    ]);
  });

  it("of one move, by its name", () => {
    expect(moves[2]).toBe("request by first");
    expect(withSpin({ perMove: without("request by first", 4) })).toEqual([
      'transitions of "request by first": 3 by states, 7 by SPIN',
    ]);
  });

  it("of two moves whose sum is the same", () => {
    const [first = 0, second = 0, ...rest] = without("", 0);
    expect(withSpin({ perMove: [second, first, ...rest] })).toEqual([
      `transitions of "${moves[0] ?? ""}": 1 by states, 2 by SPIN`,
      `transitions of "${moves[1] ?? ""}": 2 by states, 1 by SPIN`,
    ]);
  });

  it("of the passing of time, and of moves that SPIN says nothing of", () => {
    expect(withSpin({ perMove: without(timePasses, 1) })).toEqual([
      `transitions of "${timePasses}": ${String(moves.length)} by states, ${String(moves.length + 1)} by SPIN`,
    ]);
    expect(withSpin({ perMove: [] })).toHaveLength(moves.length);
  });

  it("of how often a promise is asked, and how often broken, by its name", () => {
    expect(withSpin({ promises: new Map([[promise, { met: 6, broken: 0 }]]) })).toEqual([
      "two-officers, times met: 5 by states, 6 by SPIN",
    ]);
    expect(withSpin({ promises: new Map([[promise, { met: 5, broken: 1 }]]) })).toEqual([
      "two-officers, times broken: 0 by states, 1 by SPIN",
    ]);
    expect(withSpin({ promises: new Map() })).toEqual(["two-officers, times met: 5 by states, 0 by SPIN"]);
  });
});

describe("a formula", () => {
  const formulas = (isKept: boolean, holds: boolean): readonly string[] => {
    const states = statesFound({ promises: new Map([[promise, isKept ? kept : broken]]) });
    return told({ spin: spinSearched(spinFound(), { [promise]: holds }, states) });
  };

  it("that holds although a transition breaks the promise, or fails although none does, is told", () => {
    expect(formulas(false, true)).toEqual(["two-officers: broken by states, kept as a formula"]);
    expect(formulas(true, false)).toEqual(["two-officers: kept by states, broken as a formula"]);
  });

  it("that says what the states say is not", () => {
    expect(formulas(true, true)).toEqual([]);
    expect(formulas(false, false)).toEqual([]);
  });

  it("of an end that is never reached is told whatever else agrees", () => {
    const spin = spinSearched(spinFound(), { [promise]: true, "at-last-case": false });
    expect(told({ spin })).toEqual(["at-last-case: does not come to its end although time goes on"]);
  });
});

describe("a promise kept by one way and broken by another", () => {
  const brokenByStates = { states: statesFound({ promises: new Map([[promise, broken]]) }) };
  const alone = (changes: Partial<Searched>, isOwn = true): readonly string[] =>
    disagreementsOf({ slice, states: statesFound(), zones: zonesFound(zoneAnswer(kept)), ...changes }, isOwn);
  const brokenByZones = { zones: zonesFound(zoneAnswer(brokenInZones)) };

  it("is told by its name, with small constants and with the real ones", () => {
    expect(alone({})).toEqual([]);
    expect(alone(brokenByStates)).toEqual([
      "two-officers: broken with small constants, kept with the real ones",
    ]);
    expect(alone(brokenByZones)).toEqual([
      "two-officers: kept with small constants, broken with the real ones",
    ]);
    expect(alone({ ...brokenByStates, ...brokenByZones })).toEqual([]);
  });

  it("counts as broken in zones only by a story that was played", () => {
    const unplayed = { slice, zones: zonesFound(zoneAnswer({ met: 5, broken: 2, kinds })) };
    expect(isBrokenInZones(unplayed, promise)).toBe(false);
    expect(isBrokenInZones({ slice, ...brokenByZones }, promise)).toBe(true);
    expect(alone(unplayed)).toEqual([]);
  });

  it("is not compared where the small search never asks it, nor with constants that are small in proportion only", () => {
    const unasked = statesFound({ promises: new Map([[promise, never]]) });
    expect(alone({ ...brokenByZones, states: unasked })).toEqual([]);
    expect(alone(brokenByStates, false)).toEqual([]);
    expect(alone(brokenByZones, false)).toEqual([]);
  });
});

describe("zones in which time stands still", () => {
  it("are told with their number, own constants or not", () => {
    const zones = zonesFound(zoneAnswer(kept, { stuck: 3 }));
    const sentence = "3 zones let no time pass and fire no deadline";
    expect(told({ zones })).toEqual([sentence]);
    expect(told({ zones }, false)).toEqual([sentence]);
  });
});
