// The search over generated code and the plain reading of a slice agree on every state: moves, refusals, followers, verdicts.
// The gate for two people has more than 100,000 states; a full run asks every one of them,
// and a million of the whole; a quick one asks some, drawn at random.
// A mistake planted in one generated function shows as a difference, so the comparison can fail.
import { describe, expect, it } from "vitest";
import { millisecondsADay } from "../../../../models/policy.ts";
import { slices } from "../../../../models/slices.ts";
import { gate } from "../../../../models/slices/gate.ts";
import { compareReadings } from "../../../../sim/prove/states/agreement.ts";
import { generated } from "../../../../sim/prove/states/generated.ts";
import { search } from "../../../../sim/prove/states/search.ts";
import { foundingSmall, inFull, planted, setting, someOf } from "./searching.ts";

const sampled = 400;
/** In a quick run no more states than these are searched for before some of them are asked. */
const limit = inFull ? Infinity : 300_000;

describe("the search over generated code agrees with the plain reading", () => {
  it.for(slices.map((slice) => [slice.id, slice] as const))(
    "on the states of %s",
    { timeout: 3_600_000 },
    async ([, slice]) => {
      const searched = await search({ slice, law: generated, policy: foundingSmall(slice), limit });
      const agreement = compareReadings(searched.expander, someOf(searched, sampled));
      expect(agreement.difference).toBeUndefined();
      expect(agreement.states).toBeGreaterThanOrEqual(Math.min(sampled, searched.explored));
    },
  );

  it("on a slice of more than 100,000 states", async () => {
    const searched = await search({ slice: gate, law: generated, policy: foundingSmall(gate) });
    expect(searched.exploration.states.count).toBeGreaterThan(100_000);
  });

  it("under a policy that somebody has changed", async () => {
    const policy = setting(gate, { consentAsked: "once", verificationValidity: 10 * millisecondsADay });
    const searched = await search({ slice: gate, law: generated, policy, limit: 50_000 });
    expect(compareReadings(searched.expander, someOf(searched, sampled)).difference).toBeUndefined();
  });

  it("but not where a generated rule was changed", async () => {
    const law = planted("issuer.withdraw", () => 0);
    const searched = await search({ slice: gate, law, policy: foundingSmall(gate), limit: 5_000 });
    const { difference } = compareReadings(searched.expander, someOf(searched, sampled));
    expect(difference).toMatch(/the plain reading has withdraw/);
  });
});
