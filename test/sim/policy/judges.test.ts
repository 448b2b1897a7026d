// What is compiled of the promises answers what the promises themselves answer, for whatever may be observed.
// Frames are drawn around the instants that matter, so that both sides of every comparison are met.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { never } from "../../../impl/lifecycle/core.ts";
import { judgesOf } from "../../../sim/policy/judges.ts";
import type { Fields } from "../../../models/language/fields.ts";
import { predicateOf, type Given } from "../../../models/language/predicate.ts";
import { observed, type ObservedKind } from "../../../models/observations.ts";
import { constants, presets, type Policy } from "../../../models/policy.ts";
import { properties } from "../../../models/properties.ts";

const noon = Date.parse("2020-07-01T12:00:00+09:00");
const durations = Object.values(constants).flatMap(({ kind, value }) =>
  kind === "duration" && typeof value === "number" ? [value] : [],
);
const midnight = Date.parse("2020-07-01T00:00:00+09:00");
const instants = fc
  .tuple(
    fc.constantFrom(noon, midnight),
    fc.constantFrom(0, ...durations),
    fc.constantFrom(-1, 0, 1),
    fc.constantFrom(1, -1),
  )
  .map(([from, duration, near, way]) => from + way * duration + near);

const frameOf = (kind: ObservedKind) => {
  const fields: Fields = observed[kind];
  return fc.tuple(
    ...Object.values(fields).map((field) => {
      switch (field.kind) {
        case "instant":
          return "maybe" in field ? fc.oneof(instants, fc.constant(never)) : instants;
        case "choice":
          return fc.nat(field.words.length - 1);
        case "flag":
          return fc.nat(1);
        default:
          return fc.nat(3);
      }
    }),
  );
};

/** What a promise itself answers about what a frame says; undefined where its premise does not hold. */
const verdictOf = (id: string, kind: ObservedKind, given: Given, policy: Policy): boolean | undefined => {
  const judge = properties.find((each) => each.id === id)?.judges[kind];
  if (judge === undefined) throw new Error(`${id} says nothing about ${kind}`);
  if (judge.when !== undefined && !predicateOf(judge.when)(given, policy)) return undefined;
  return predicateOf(judge.then)(given, policy);
};

describe.each(["passIssued", "visitStored", "passStored"] as const)("what is compiled about %s", (kind) => {
  it.each(Object.values(presets))("answers as the promises do under the preset $preset", (policy) => {
    const { judge, promises, said } = judgesOf(kind, policy);
    expect(promises.length).toBeGreaterThan(0);
    const met = promises.map(() => ({ held: 0, broken: 0 }));
    fc.assert(
      fc.property(frameOf(kind), (values) => {
        const frame = Float64Array.from(values);
        const checked = new Float64Array(promises.length);
        const broken = judge(frame, checked);
        const verdicts = promises.map((id) => verdictOf(id, kind, said(frame), policy));
        expect([...checked]).toEqual(verdicts.map((verdict) => (verdict === undefined ? 0 : 1)));
        expect(promises.filter((_, place) => (broken & (1 << place)) !== 0)).toEqual(
          promises.filter((_, place) => verdicts[place] === false),
        );
        for (const [place, verdict] of verdicts.entries()) {
          const counts = met[place];
          if (verdict !== undefined && counts !== undefined) counts[verdict ? "held" : "broken"] += 1;
        }
      }),
      { numRuns: 20_000 },
    );
    for (const { held, broken } of met) expect(Math.min(held, broken)).toBeGreaterThan(10);
  });
});
