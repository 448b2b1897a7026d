// The hash of a transition relation: worked out once more with big integers, straight from its description.
// It does not change with the order of transitions, and it does change with each of them.
import { describe, expect, it } from "vitest";
import { firstPart, hashOfState, relationHash, secondPart } from "../../../../sim/prove/hash.ts";

const low = (value: bigint): bigint => value & 0xffff_ffffn;
const turned = (value: bigint, by: bigint): bigint => low((value << by) | (value >> (32n - by)));

const slowly = (cells: readonly number[]): readonly [bigint, bigint] => {
  let a = 0x9747b28cn;
  let b = 0x5bd1e995n;
  for (const cell of cells) {
    const x = BigInt(cell) & 0xffffn;
    a = turned(low((a ^ x) * 0x01000193n), 13n);
    b = turned(low((b ^ x) * 0x85ebca6bn), 15n);
  }
  return [a, b];
};

const slowRelation = (
  transitions: readonly (readonly [readonly number[], number, readonly number[]])[],
): string => {
  let [sumA, sumB] = [0n, 0n];
  for (const [from, move, to] of transitions) {
    const [[a, b], [toA, toB]] = [slowly(from), slowly(to)];
    const moved = low(BigInt(move + 1) * 0x9e3779b1n);
    const p = low((a ^ turned(toA, 7n) ^ moved) * 0xc2b2ae35n);
    const q = low((b ^ turned(toB, 7n) ^ moved) * 0x27d4eb2fn);
    sumA = low(sumA + (p ^ (p >> 16n)));
    sumB = low(sumB + (q ^ (q >> 15n)));
  }
  return sumA.toString(16).padStart(8, "0") + sumB.toString(16).padStart(8, "0");
};

const quickRelation: typeof slowRelation = (transitions) => {
  let [sumA, sumB] = [0, 0];
  for (const [from, move, to] of transitions) {
    const [before, after] = [hashOfState(from), hashOfState(to)];
    sumA = (sumA + firstPart(before.a, move, after.a)) | 0;
    sumB = (sumB + secondPart(before.b, move, after.b)) | 0;
  }
  return relationHash(sumA, sumB);
};

const transitions = [
  [[0, 1, 999, -4], 0, [0, 2, -1, -4]],
  [[0, 2, -1, -4], 7, [0, 2, -1, -4]],
  [[3, 0, 12, 999], 78, [0, 1, 999, -4]],
] as const;

describe("the hash of a transition relation", () => {
  it("is what its description says", () => {
    expect(quickRelation(transitions)).toBe(slowRelation(transitions));
  });

  it("does not change with the order", () => {
    expect(quickRelation(transitions.toReversed())).toBe(quickRelation(transitions));
  });

  it("changes with a transition left out, turned round, or made by another move", () => {
    const [first, ...others] = transitions;
    const [from, move, to] = first;
    const different = [others, [...others, [to, move, from]], [...others, [from, move + 1, to]]] as const;
    for (const other of different) expect(quickRelation(other)).not.toBe(quickRelation(transitions));
  });
});
