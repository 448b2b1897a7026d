// The challenges that a door shows: each for one pass, for seventeen seconds, and a bounded number at once.
import { describe, expect, it } from "vitest";
import { bindingOf } from "../../../impl/protocol/challenge.ts";
import { makeChallenges } from "../../../impl/venue/challenges.ts";

const challengesOf = () => makeChallenges({ passLifetime: 15_000, clockSkew: 2_000 });

describe("a challenge at a door", () => {
  it("is taken once, by the binding of its venue", () => {
    const challenges = challengesOf();
    const { challenge } = challenges.show(17, 1_000);
    expect(challenges.take(bindingOf(18, challenge), 1_000)).toBeUndefined();
    expect(challenges.take(bindingOf(17, challenge), 1_000)).toEqual(challenge);
    expect(challenges.take(bindingOf(17, challenge), 1_000)).toBeUndefined();
  });

  it("is good for seventeen seconds, and at their end it is over", () => {
    const challenges = challengesOf();
    const [one, two] = [challenges.show(17, 1_000), challenges.show(17, 1_000)];
    expect(one.validUntilMs).toBe(18_000);
    expect(challenges.take(bindingOf(17, one.challenge), 17_999)).toEqual(one.challenge);
    expect(challenges.take(bindingOf(17, two.challenge), 18_000)).toBeUndefined();
  });

  it("is one of a thousand at most: beyond that the oldest is over", () => {
    const challenges = challengesOf();
    const shown = Array.from({ length: 1_001 }, () => challenges.show(17, 1_000).challenge);
    const taken = shown.map((challenge) => challenges.take(bindingOf(17, challenge), 1_000));
    expect(taken.filter((challenge) => challenge === undefined)).toHaveLength(1);
    expect(taken[0]).toBeUndefined();
  });
});
