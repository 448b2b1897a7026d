/**
 * Reads what a search by SPIN has written: its own report, and what the observer in the exported text counted.
 * A search that was cut off by its depth or its memory has no result, and neither has one in which the two disagree.
 */
import type { PropertyId } from "../../../models/properties.ts";
import { properties } from "../../../models/properties.ts";
import { failed, type SpinFailed } from "./problem.ts";

export interface SpinCounted {
  readonly states: number;
  readonly transitions: number;
  /** By the place of the move in the slice, time last. */
  readonly perMove: readonly number[];
  readonly hash: string;
  readonly promises: ReadonlyMap<PropertyId, { readonly met: number; readonly broken: number }>;
  /** What the states and the table of them took; the stack is as deep as it was told to be, and left out. */
  readonly bytes: number;
}

export interface SpinProgress {
  readonly states: number;
  readonly transitions: number;
}

const numberIn = (line: string, pattern: RegExp): number | undefined => {
  const found = pattern.exec(line)?.[1];
  return found === undefined ? undefined : Number(found);
};

const first = (lines: readonly string[], pattern: RegExp): number | undefined =>
  lines.map((line) => numberIn(line, pattern)).find((number) => number !== undefined);

/** SPIN says how far it is once every million states. */
export function progressIn(line: string): SpinProgress | undefined {
  const found = /States=\s*(\S+)\s+Transitions=\s*(\S+)/.exec(line);
  return found === null ? undefined : { states: Number(found[1]), transitions: Number(found[2]) };
}

/** Why a search was not of everything, if it was not. */
export function cutOff(lines: readonly string[]): SpinFailed | undefined {
  const text = lines.join("\n");
  if (/max search depth too small/.test(text))
    return failed("depth-reached", "SPIN's stack is too short for this slice: give it more depth.", lines);
  if (/reached -DMEMLIM bound|out of memory/i.test(text))
    return failed("memory-reached", "SPIN ran out of the memory that it may use.", lines);
  if (/cannot find claim/.test(text))
    return failed("formula-unknown", "The text has no formula of this name.", lines);
  if (!/State-vector \d+ byte/.test(text) || /Search not completed/.test(text))
    return failed("search-unfinished", "SPIN did not finish its search.", lines);
  return undefined;
}

export const errorsIn = (lines: readonly string[]): number => first(lines, /errors: (\d+)/) ?? 0;
export const statesIn = (lines: readonly string[]): number => first(lines, /^\s*(\S+) states, stored/) ?? 0;

const promiseIn = (line: string) => {
  const [, name, met, broken] = /^observed promise (\S+) (\d+) (\d+)$/.exec(line) ?? [];
  const known = properties.find(({ id }) => id === name);
  return known === undefined ? [] : [[known.id, { met: Number(met), broken: Number(broken) }] as const];
};

/** The result of a search of every state, or why there is none; without an observer only states and transitions are counted. */
export function readSearch(lines: readonly string[], observed: boolean): SpinCounted | SpinFailed {
  const cut = cutOff(lines);
  if (cut !== undefined) return cut;
  if (errorsIn(lines) > 0) return failed("spin-error", "SPIN met an error in the text itself.", lines);
  const perMove = lines.flatMap((line) => numberIn(line, /^observed move \d+ (\d+)$/) ?? []);
  // SPIN counts the way into the beginning too, and prints eight digits.
  const found = (first(lines, /^\s*(\S+) transitions \(/) ?? 0) - 1;
  const transitions = observed ? perMove.reduce((sum, count) => sum + count, 0) : found;
  if (Math.abs(found - transitions) > transitions * 1e-7)
    return failed(
      "observer-disagrees",
      `SPIN made ${String(found)} transitions and its observer saw ${String(transitions)}.`,
      lines,
    );
  const megabytes = (pattern: RegExp): number => first(lines, pattern) ?? 0;
  const used =
    megabytes(/^\s*(\S+)\s+actual memory usage/) + megabytes(/^\s*(\S+)\s+memory used for hash table/);
  return {
    states: statesIn(lines),
    transitions,
    perMove,
    hash:
      lines.map((line) => /^observed hash (\w{16})$/.exec(line)?.[1]).find((hash) => hash !== undefined) ??
      "",
    promises: new Map(lines.flatMap(promiseIn)),
    bytes: Math.round(used * 2 ** 20),
  };
}
