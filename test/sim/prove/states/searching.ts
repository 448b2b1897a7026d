// What the tests of the search share: the founding policy in the small, the states that were found, and a sample of them.
// With FULL_TESTS=1 every state of a slice is asked, or a million drawn at random where there are more.
import { smallPolicy } from "../../../../models/language/small.ts";
import type { Slice } from "../../../../models/language/slice.ts";
import { presets, type Policy } from "../../../../models/policy.ts";
import { generated, type GeneratedLaw, type RuleFunction } from "../../../../sim/prove/states/generated.ts";
import type { Searched } from "../../../../sim/prove/states/search.ts";
import { stream, wholeBelow } from "../../../../sim/world/random.ts";

export const inFull = process.env["FULL_TESTS"] === "1";

export const foundingSmall = (slice: Slice): Policy => smallPolicy(slice, presets["2020-07"]);

/** A policy in which some constants are set otherwise. */
export const setting = (slice: Slice, constants: Policy["constants"]): Policy => {
  const founding = presets["2020-07"];
  return smallPolicy(slice, { ...founding, constants: { ...founding.constants, ...constants } });
};

const seed = 20_200_701;
const inFullMost = 1_000_000;

/** So many of the states that were looked at, drawn at random; in a full run a million, or all where there are no more. */
export function* someOf({ exploration, explored, begins }: Searched, inShort: number): Generator<Int32Array> {
  const most = inFull ? inFullMost : inShort;
  const chance = stream(seed, "states of a slice");
  const numbers = new Int32Array(begins.length);
  for (let place = 1; place <= Math.min(most, explored); place += 1) {
    const drawn = explored <= most ? place : 1 + wholeBelow(chance, place, 0, explored);
    exploration.numbersOf(drawn, numbers);
    yield numbers;
  }
}

/** The generated law with one rule's function replaced. */
export const planted = (rule: string, function_: RuleFunction): GeneratedLaw => ({
  ...generated,
  rules: new Map([...generated.rules, [rule, function_]]),
});
