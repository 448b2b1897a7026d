// Ids are compared only for equality, in the law, in the promises and in the slices: who has which id can make no difference.
// Every condition and term is walked; a field that holds an id may stand in `equals` and `present`, or be handed on as it is.
// Conditions that order or add ids are planted, to see that they would be found.
import { describe, expect, it } from "vitest";
import {
  below,
  equals,
  field,
  given,
  literal,
  min,
  present,
} from "../../../../models/language/expression.ts";
import type { Fields } from "../../../../models/language/fields.ts";
import { machines } from "../../../../models/machines.ts";
import { observed } from "../../../../models/observations.ts";
import { properties } from "../../../../models/properties.ts";
import { slices } from "../../../../models/slices.ts";
import { rules } from "../../../../models/system.ts";

const namesOf = (fields: Fields, isWanted: (kind: string) => boolean): readonly string[] =>
  Object.entries(fields).flatMap(([name, { kind }]) => (isWanted(kind) ? [name] : []));

/** Everything in the law and the slices that declares fields. */
const declared: readonly Fields[] = [
  ...machines.flatMap(({ meta }): readonly Fields[] => [
    meta.fields,
    ...Object.values(meta.events).map(({ fields }) => fields),
  ]),
  ...rules.map(({ trigger }) => trigger.fields),
  ...slices.map(({ variables }) => variables),
];
const idsAmong = (forms: readonly Fields[]): ReadonlySet<string> =>
  new Set(forms.flatMap((fields) => namesOf(fields, (kind) => kind === "id")));

const ordering = new Set(["reached", "below", "oneOf", "flag", "sum", "min", "startOfDay"]);

/** Where a field that holds an id is ordered, added or asked for something else than equality. */
function misused(law: unknown, ids: ReadonlySet<string>, within = ""): readonly string[] {
  if (Array.isArray(law)) return law.flatMap((part: unknown) => misused(part, ids, within));
  if (typeof law !== "object" || law === null) return [];
  const kind = "kind" in law ? String(law.kind) : "";
  if ((kind === "field" || kind === "given") && "field" in law)
    return ids.has(String(law.field)) && ordering.has(within) ? [`${within} ${String(law.field)}`] : [];
  return Object.values(law).flatMap((part: unknown) => misused(part, ids, kind === "" ? within : kind));
}

const ids = idsAmong(declared);

describe("ids are compared only for equality", () => {
  it("and are never called like something else", () => {
    const others = new Set(declared.flatMap((fields) => namesOf(fields, (kind) => kind !== "id")));
    expect([...ids].filter((name) => others.has(name))).toEqual([]);
    expect([...ids].toSorted()).toContain("requestedBy");
  });

  it.for([
    ["machines", machines.map(({ states }) => states)],
    ["rules", rules.map(({ refusals, steps, instances }) => [refusals, steps, instances])],
    ["slices", slices.map(({ moves, watches, atLast }) => [moves, watches, atLast])],
  ] as const)("in the %s", ([, law]) => {
    expect(misused(law, ids)).toEqual([]);
  });

  it("in the promises", () => {
    expect(
      misused(
        properties.map(({ judges }) => judges),
        idsAmong(Object.values(observed)),
      ),
    ).toEqual([]);
  });

  it("and it would be found if they were not", () => {
    const fine = [equals(given("officer"), field("requestedBy")), present(field("approvedBy", "case"))];
    expect(misused(fine, ids)).toEqual([]);
    const ordered = below(given("officer"), field("requestedBy"));
    expect(misused([{ guard: ordered }], ids)).toEqual(["below officer", "below requestedBy"]);
    expect(misused(equals(min(field("approvedBy", "case"), literal(1)), literal(1)), ids)).toEqual([
      "min approvedBy",
    ]);
  });
});
