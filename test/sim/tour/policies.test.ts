// The story under other numbers than the founding ones: its ends move with the policy, and every claim still holds.
// Where the steps would not follow one another it says so, and tells nothing.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, Exit } from "effect";
import { expect, it } from "vitest";
import { PolicyInForce } from "../../../impl/lifecycle/desk.ts";
import { presets, type Policy } from "../../../models/policy.ts";
import { tour } from "../../../sim/tour/tour.ts";

const day = 86_400_000;
const founding = presets["2020-07"];
const withSet = (set: Policy["constants"]): Policy => ({
  ...founding,
  constants: { ...founding.constants, ...set },
});

const take = async (policy: Policy) => {
  const lines: string[] = [];
  const running = tour({
    language: "en",
    svgFile: undefined,
    keep: undefined,
    colours: false,
    print: (printed) => Effect.sync(() => void lines.push(...printed)),
  }).pipe(Effect.provideService(PolicyInForce, policy), Effect.provide(NodeServices.layer));
  return { exit: await Effect.runPromiseExit(running), text: lines.join("\n") };
};

it.each([
  ["consent once", presets["2020-10"], "The story is over"],
  ["passes of 6 s", withSet({ passLifetime: 6_000 }), "good for 6 seconds"],
  ["passes of 30 s", withSet({ passLifetime: 30_000 }), "good for 30 seconds"],
  ["21 days", withSet({ retention: 21 * day, accountKept: 21 * day }), "22 July 2020"],
  ["a verification of 35 days", withSet({ verificationValidity: 35 * day }), "14 August 2020"],
])("holds with %s", async (_name, policy, told) => {
  const { exit, text } = await take(policy);
  expect(exit).toEqual(Exit.void);
  expect(text).toContain(told);
});

it("is not told where its steps would run backwards", async () => {
  const { exit, text } = await take(withSet({ retention: 3 * day }));
  expect(JSON.stringify(exit)).toContain("story-out-of-order");
  expect(text).toBe("");
});
