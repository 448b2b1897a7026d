// One of the shortest stories that break a promise, for the tests beside this file: one officer asks for a case and approves it,
// where one is enough. It is played by the law as it is, and written as the prover writes it.
import { law } from "../../../../models/law.ts";
import { defaultPolicy, type Policy } from "../../../../models/policy.ts";
import { caseSlice } from "../../../../models/slices/case.ts";
import { play, type Story } from "../../../../models/story/story.ts";
import { storyFileOf } from "../../../../sim/prove/story/itf.ts";

const oneIsEnough: Policy = {
  ...defaultPolicy,
  constants: { ...defaultPolicy.constants, officersRequired: 1 },
};
export const alone: Story = {
  slice: caseSlice,
  form: "timed",
  policy: oneIsEnough,
  clock: "real",
  steps: [
    { waitMs: 86_400_000 },
    { waitMs: 0, move: "request by first" },
    { waitMs: 0, move: "approve by first" },
  ],
};
export const file = storyFileOf(alone, play(alone, law));
export const text = JSON.stringify(file);

/** The same with something else said of the whole. */
export const withMeta = (changes: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ ...file, "#meta": { ...file["#meta"], ...changes } });
