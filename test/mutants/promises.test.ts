// The promises notice a mistake in the law: one by the code generated from it, one of a millisecond by plain reading.
// A promise is not asked where the mistake reaches no slice, and a law that the generator refuses never was one.
import { describe, expect, it } from "vitest";
import { withHouseCopy } from "../equal/housecopy.ts";
import { theLaw } from "./law.ts";
import { lawMutants } from "./lawmutants.ts";
import { judgeLaw } from "./models.ts";
import { byProperty } from "./promises.ts";

const mutantOf = (id: string) => {
  const found = lawMutants.find((mutant) => mutant.id === id);
  if (found === undefined) throw new Error(`there is no mutant ${id}`);
  return found;
};

const most = { generated: 10_000, plain: 1_500 };

const noticed = (id: string): Promise<string | undefined> =>
  withHouseCopy((copy) => {
    const { mutate, concerns } = mutantOf(id);
    return byProperty(copy, most)(mutate(theLaw), concerns);
  });

describe("the promises", { timeout: 120_000 }, () => {
  it("notice that a withdrawal no longer ends a consent", async () => {
    expect(await noticed("issuer.withdraw consent<-consent.withdrawn when.consent-given-left-out")).toBe(
      "withdrawal-stops-issuance in the slice gate: withdraw 1",
    );
  });

  it("notice a day that ends a millisecond too early, which fits no tick", async () => {
    expect(await noticed("day:unopened--day.opened-->kept endsAt.minus-1")).toMatch(
      /^retention-kept in the slice retention: /,
    );
  });

  it("are not asked about a number that slices take from elsewhere", async () => {
    expect(await noticed("policy lateDelivery plus-1")).toBeUndefined();
  });
});

describe("the generator", () => {
  it("refuses a rule whose first step can be left out", async () => {
    const { verdict, why } = await judgeLaw(
      mutantOf("issuer.withdraw verification<-account.withdrawn left-out"),
    );
    expect({ verdict, why }).toEqual({
      verdict: "refused",
      why: "the generator refuses it: Error: issuer.withdraw: the first step cannot be left out",
    });
  });
});
