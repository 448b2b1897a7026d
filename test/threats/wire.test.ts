// Every field of every contract between the parties has a term, and no term is without its field; and what follows from all of them
// together, kept for ever, is not what the role of whoever hears it forbids.
// With one term more in one field it would be.
import { describe, expect, it } from "vitest";
import { closure, ownKnowledge, type Sight } from "../../models/knowledge.ts";
import { atom } from "../../models/messages.ts";
import { forbiddenTo } from "../../models/properties/knowing.ts";
import { termsOf, wire, type WireGroup } from "../../models/wire.ts";
import { wireFields } from "./wirefields.ts";

const heard = (party: "issuer" | "venue" | "custodian", groups: readonly WireGroup[]): readonly Sight[] =>
  groups
    .filter(({ heardBy }) => heardBy.includes(party))
    .map(({ fields }) => ({
      terms: Object.values(fields).flat(),
      own: ownKnowledge[party],
      atTheDoor: true,
    }));

const known = (
  party: "issuer" | "venue" | "custodian",
  groups: readonly WireGroup[] = Object.values(wire),
) => {
  const all = closure(heard(party, groups), ownKnowledge[party]);
  return forbiddenTo[party].filter((what) => all.has(what));
};

describe("the fields of the wire", () => {
  it("have a term each", () => {
    const without = [...wireFields].flatMap(([group, paths]) =>
      paths.filter((path) => termsOf(group, path) === undefined).map((path) => `${group} ${path}`),
    );
    expect(without).toEqual([]);
    expect([...wireFields.values()].flat().length).toBeGreaterThan(200);
  });

  it("are all there: no term stands for a field that no contract has", () => {
    expect(Object.keys(wire).sort()).toEqual([...wireFields.keys()].sort());
    const idle = Object.entries(wire).flatMap(([group, { fields }]) =>
      Object.keys(fields)
        .filter((key) => {
          const paths = wireFields.get(group) ?? [];
          return !paths.some((path) =>
            key.endsWith(".**") ? path.startsWith(key.slice(0, -2)) : path === key,
          );
        })
        .map((key) => `${group} ${key}`),
    );
    expect(idle).toEqual([]);
  });

  it.each(["issuer", "venue", "custodian"] as const)("tell %s nothing that its role forbids", (party) => {
    expect(known(party)).toEqual([]);
  });

  it("would tell, with one term more", () => {
    const leak = (heardBy: WireGroup["heardBy"], name: string): readonly WireGroup[] => [
      ...Object.values(wire),
      { heardBy, fields: { leak: [atom(name)] } },
    ];
    expect(known("issuer", leak(["issuer"], "place"))).toEqual(["place", "whoWasWhere"]);
    // The challenge alone: with it the hash of place and challenge is tried for every place.
    expect(known("issuer", leak(["issuer"], "challenge"))).toEqual(["place", "whoWasWhere"]);
    expect(known("issuer", leak(["issuer"], "salt"))).toEqual(["scopeOfVenues"]);
    expect(known("custodian", leak(["custodian"], "phone"))).toEqual(["phone", "whoWasWhere"]);
    expect(known("custodian", leak(["custodian"], "epochSecret"))).toEqual(["epochSecret"]);
  });
});
