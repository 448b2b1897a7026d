// The policy level and the service level agree, one by one: every decision about every person, every refusal by its code, every case.
// Scenarios with misuse, withdrawals, cases, a custodian away, a line before the service, and a level that ends.
import { describe, expect, it } from "vitest";
import { atBothLevels, shippedScenario } from "./bothlevels.ts";

const towns = [
  ["default", { people: 600, days: 4, seed: 3 }, ["pass-expired", "pass-replayed", "pass-forged"]],
  ["custodian-away", { people: 600, days: 1, seed: 2 }, []],
  ["enforcement-day", { people: 600, days: 1, seed: 1 }, []],
  ["forged-passes", { people: 400, days: 2, seed: 1 }, ["epoch-unknown", "venue-unknown", "pass-malformed"]],
  ["crisis-ends", { people: 80, days: 14, seed: 1 }, ["collection-suspended"]],
  ["three-people", {}, []],
] as const;

describe.each(towns)("the scenario %s", (name, overrides, met) => {
  it("is decided alike on the generated core and by the real services", { timeout: 120_000 }, async () => {
    const { ran, service, byPolicy, byService } = await atBothLevels(await shippedScenario(name), overrides);
    expect(byPolicy).toEqual(byService);
    expect(byPolicy.length).toBeGreaterThan(20);
    expect(ran.cases).toEqual(service.cases);
    expect(Object.fromEntries([...ran.refusals].toSorted())).toEqual(service.refusals);
    expect(Object.keys(service.refusals)).toEqual(expect.arrayContaining([...met]));
    expect(ran.records).toEqual(service.records);
  });
});
