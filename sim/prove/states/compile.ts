/**
 * Compiles a slice: for each move a JavaScript function that asks its condition, calls the generated rule or machine,
 * remembers what is to be remembered, and judges what came of it by the promises.
 * The functions work on frames and allocate nothing; what they leave in frame A has still to be brought to normal form.
 */
import { compileFunction } from "node:vm";
import { later, never, startOfDayIfAny } from "../../../impl/lifecycle/core.ts";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import { LawMistake } from "../../../models/language/evaluate.ts";
import { judgedOn, type Judged } from "../../../models/language/judged.ts";
import { timePasses } from "../../../models/language/slice.ts";
import type { Policy } from "../../../models/policy.ts";
import { footprintOf, footprintOfWatch } from "./footprint.ts";
import type { GeneratedLaw } from "./generated.ts";
import { heldOf, log, type Held } from "./held.ts";
import { layoutOf, type Layout } from "./parts.ts";
import { makePrinter } from "./print.ts";
import { judging, makeMovePrinter } from "./printmove.ts";

/**
 * From frame B into frame A, at the instant N; verdicts go to J: 0 nothing to say, 1 kept, 2 broken.
 * Answers -1 where the move cannot be made, else the number of the refusal or 0.
 */
export type Made = (B: Float64Array, A: Float64Array, N: number, J: Uint8Array) => number;

/** What a promise asks of a move, by the kind of observation. */
export type Asked = Pick<Judged, "promise" | "kind">;

export interface CompiledMove {
  readonly id: string;
  readonly make: Made;
  /** The parts that it reads or changes. */
  readonly parts: readonly number[];
  /** By verdict: whose it is, and about what. */
  readonly asks: readonly Asked[];
}

export interface Compiled {
  readonly layout: Layout;
  readonly policy: Policy;
  readonly law: GeneratedLaw;
  readonly held: ReadonlyMap<string, Held>;
  readonly moves: readonly CompiledMove[];
  /** What is asked whenever time has passed; these change nothing. */
  readonly watches: readonly CompiledMove[];
}

const isMade = (made: unknown): made is Made => typeof made === "function" && made.length === 4;

/** Compiles a body over names for what it works with. */
function compiled(body: string, surroundings: Readonly<Record<string, unknown>>): Made {
  const factory = compileFunction(`return (B, A, N, J) => {\n${body}\n};`, Object.keys(surroundings));
  const made: unknown = Reflect.apply(factory, undefined, Object.values(surroundings));
  if (!isMade(made)) throw new LawMistake("what was compiled is no function of four");
  return made;
}

export function compileSlice(slice: Layout["slice"], law: GeneratedLaw, policy: Policy): Compiled {
  const layout = layoutOf(slice, law);
  const printer = makePrinter(layout, policy);
  const held = new Map(Object.keys(slice.instances).map((name) => [name, heldOf(layout, law, name)]));
  const names = new Map([...held.keys()].map((name, number) => [name, `held${String(number)}`]));
  const surroundings = {
    ...Object.fromEntries([...held].map(([name, one]) => [names.get(name) ?? "", one])),
    ...Object.fromEntries([...law.rules].map(([id, rule]) => [`rule_${id.replace(/\W/g, "_")}`, rule])),
    policy: policyNumbers(policy),
    refusalOf: law.refusalOf,
    log,
    never,
    dayOf: startOfDayIfAny,
    plus: (one: number, other: number): number => (other === never ? never : later(one, other)),
  };
  const judged = Map.groupBy(judgedOn(slice), ({ move }) => move);
  const judgedBy = (id: string): readonly Judged[] => judged.get(id) ?? [];
  const printed = makeMovePrinter(layout, law, printer, held, names);
  return {
    layout,
    policy,
    law,
    held,
    moves: slice.moves.map((move) => ({
      id: move.id,
      make: compiled(printed(move, judgedBy(move.id)), surroundings),
      parts: footprintOf(layout, move, judgedBy(move.id)),
      asks: judgedBy(move.id),
    })),
    watches: judgedBy(timePasses).map((one) => ({
      id: timePasses,
      make: compiled(`${judging(printer, [one])}\nreturn 0;`, surroundings),
      parts: footprintOfWatch(layout, one),
      asks: [one],
    })),
  };
}
