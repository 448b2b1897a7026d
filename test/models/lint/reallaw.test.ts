// The law of the product passes its own linter, machine by machine, promise by promise and as a whole.
// Planted mistakes in the real law are found too, so that passing says something.
import { describe, expect, it } from "vitest";
import { equals, given, literal } from "../../../models/language/expression.ts";
import { lintLaw, lintMachine, lintPromise } from "../../../models/language/lint.ts";
import { machines } from "../../../models/machines.ts";
import { properties, type Property } from "../../../models/properties.ts";
import { storedOnce } from "../../../models/properties/storing.ts";
import { rules } from "../../../models/system.ts";
import { changed, gone, instead } from "./mistake.ts";

/** A promise without what it computes from its form. */
const written = ({ holds: _holds, observes: _observes, ...promise }: Property) => promise;

describe("the law of the product", () => {
  it.each(machines.map((machine) => [machine.id, machine] as const))("%s has no mistakes", (_, machine) => {
    expect(lintMachine(machine)).toEqual([]);
  });

  it.each(properties.map((property) => [property.id, written(property)] as const))(
    "the promise %s has no mistakes",
    (_, promise) => {
      expect(lintPromise(promise)).toEqual([]);
    },
  );

  it("has no mistakes as a whole", () => {
    expect(lintLaw(machines, rules)).toEqual([]);
  });

  it("is not passed when a promise asks for what is not observed there", () => {
    const path = ["judges", "passStored", "then"];
    const asking = changed(written(storedOnce), path, instead(equals(given("records"), literal(1))));
    expect(lintPromise(asking).map(({ code, place }) => [code, place])).toEqual([
      ["unknown-event-field", "promises[stored-once].judges.passStored.then.left"],
    ]);
  });

  it("is not passed when an erasure forgets a field", () => {
    const visit = machines.find((machine) => machine.id === "visit");
    const path = ["states", "disclosed", "after", "eraseAt", 0, "actions", 0, "params", "late"];
    expect(lintMachine(changed(visit, path, gone)).map(({ code }) => code)).toEqual(["field-left-set"]);
  });

  it("is not passed when a machine is missing for its rules", () => {
    const codes = lintLaw(
      machines.filter((machine) => machine.id !== "crisis"),
      rules,
    ).map(({ code }) => code);
    expect(codes).toContain("unknown-machine");
  });

  it("leaves rules alone until every machine is well formed", () => {
    const broken = machines.map((machine) =>
      machine.id === "crisis" ? changed(machine, ["always"], instead([])) : machine,
    );
    expect(lintLaw(broken, rules).map(({ code }) => code)).toEqual(["always-transition"]);
  });
});
