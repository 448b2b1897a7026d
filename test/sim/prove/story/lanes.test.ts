// How a terminal tells a story about one promise: that one in full, what else is broken by name only, each step in its party's lane.
// The sentences themselves are tried in test/models/story.
import { expect, it } from "vitest";
import { law } from "../../../../models/law.ts";
import { defaultPolicy } from "../../../../models/policy.ts";
import { setOver } from "../../../../models/settings.ts";
import { doorOf } from "../../../../models/slices/door.ts";
import { play, type Story } from "../../../../models/story/story.ts";
import { tellStory } from "../../../../sim/prove/story/lanes.ts";

const dayMs = 86_400_000;

const story: Story = {
  slice: doorOf(["1"], ["1", "2"]),
  form: "timed",
  policy: setOver(defaultPolicy, { passLifetime: 40 * dayMs }),
  clock: "real",
  steps: [
    { waitMs: 0, move: "issue pass1" },
    { waitMs: 0, move: "scan pass1 at 1" },
    { waitMs: 29 * dayMs, move: "deliver pass1 from 1" },
  ],
};
const told = (about?: "retention-kept"): string => tellStory(story, play(story, law), "en", about).join("\n");

it("tells the promise that it is about, and only names what else is broken", () => {
  const text = told("retention-kept");
  expect(text).toContain("Here the promise retention-kept is broken:");
  expect(text).not.toContain("Here the promise pass-bounded is broken:");
  expect(text).toMatch(/Broken here too: .*pass-bounded/);
});

it("tells every promise when it is about none of them", () => {
  expect(told()).toContain("Here the promise pass-bounded is broken:");
  expect(told()).not.toContain("Broken here too");
});

it("marks the lane of whoever acts, and none where time goes by", () => {
  const lanes = told().matchAll(/([●·](?: [●·]){4})  (.*)/g);
  const byLane = [...lanes].map(([, lane = "", sentence = ""]) => ({ lane, sentence }));
  const lane = (part: string) => byLane.find(({ sentence }) => sentence.includes(part))?.lane;
  expect(lane("is issued")).toBe("· ● · · ·");
  expect(lane("is scanned")).toBe("· · ● · ·");
  expect(lane("reaches the custodian")).toBe("· · · ● ·");
  expect(lane("go by.")).toBe("· · · · ·");
});
