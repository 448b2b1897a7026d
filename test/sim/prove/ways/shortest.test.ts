// The committed table of ways: of the present law, every way plays to its end, and nothing can be left out of it.
// On slices small enough for that, the plain search over small durations finds no way with fewer steps, and nothing that the table lacks.
// What has no story is named one by one, so that a law in which something is no longer reached does not pass in silence.
import { Option, Schema } from "effect";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { modelHash } from "../../../../impl/generated/stamp.ts";
import { transitionsOf } from "../../../../models/language/lifecycle.ts";
import { law } from "../../../../models/law.ts";
import { defaultPolicy } from "../../../../models/policy.ts";
import { sliceOf, type SliceForm } from "../../../../models/slices.ts";
import type { SliceId } from "../../../../models/language/slice.ts";
import { play, type Story, type StoryStep } from "../../../../models/story/story.ts";
import { Ways, type WayTo } from "../../../../sim/results/ways.ts";
import { fewestSteps } from "./plainly.ts";

const command = "npm run -s entrylog -- prove-ways --out viz/atlas/evidence/ways.json";
const table = Option.getOrThrowWith(
  Schema.decodeUnknownOption(Schema.fromJsonString(Ways))(
    readFileSync("viz/atlas/evidence/ways.json", "utf8"),
  ),
  () => new Error(`viz/atlas/evidence/ways.json is not what this version writes; make it again: ${command}`),
);

const sliceFor = (id: SliceId, form: SliceForm) => {
  const slice = sliceOf(id, form);
  if (slice === undefined) throw new Error(`there is no slice ${id} in this form`);
  return slice;
};

const storyOf = (
  { slice, form, clock }: NonNullable<WayTo["story"]>,
  steps: readonly StoryStep[],
): Story => ({
  slice: sliceFor(slice, form),
  form,
  policy: defaultPolicy,
  clock,
  steps,
});

/** First states; what the policy's numbers rule out; and what the slices have no moves for, such as showing a pass to its own phone. */
const without: readonly string[] = [
  "consent:absent--consent.given#3-->given",
  "consent:absent--consent.withdrawn-->absent",
  "consent:given--consent.given#3-->given",
  "consent:outdated--consent.given#3-->given",
  "verification:locked--accountEndsAt-->locked",
  "pass:unissued",
  "pass:unissued--pass.presented-->unissued",
  "pass:unissued--pass.scanned-->unissued",
  "pass:issued--pass.presented#1-->issued",
  "pass:issued--pass.presented#2-->issued",
  "pass:issued--pass.scanned#1-->issued",
  "pass:accepted--pass.presented-->accepted",
  "pass:expired--pass.presented-->expired",
  "visit:absent",
  "day:unopened",
];

/** Made small, an account ends with its verification; in truth it ends two days before, unless a pass has been issued since. */
const onlyInTheSmall: readonly string[] = ["verification:challenged--codeEndsAt#1-->expired"];

const told = table.ways.flatMap(({ id, story }) => (story === undefined ? [] : [{ id, story }]));
const targets = new Map<string, readonly [machine: string, state: string]>(
  law.machines.flatMap((machine) => transitionsOf(machine).map((one) => [one.id, [machine.id, one.target]])),
);

/** What the last step of these reaches, if they play to their end. */
const reachedBy = (story: NonNullable<WayTo["story"]>, steps: readonly StoryStep[]): readonly string[] => {
  const { happened, stopsAt } = play(storyOf(story, steps), law);
  const taken = stopsAt === undefined ? (happened.at(-1)?.taken ?? []) : [];
  const last = new Map<string, string>();
  for (const [machine, state] of taken.flatMap((one) => {
    const target = targets.get(one);
    return target === undefined ? [] : [target];
  }))
    last.set(machine, state);
  return [...taken, ...[...last].map(([machine, state]) => `${machine}:${state}`)];
};

describe("the table of ways", () => {
  it("is of the present law", () => {
    expect(table.modelHash, `the law has changed; make the table again: ${command}`).toBe(modelHash);
  });

  it("names every state and every transition, and those without a story are these", () => {
    expect(table.ways.map(({ id }) => id).toSorted()).toEqual(
      law.machines
        .flatMap((machine) => [
          ...Object.keys(machine.states).map((state) => `${machine.id}:${state}`),
          ...transitionsOf(machine).map(({ id }) => id),
        ])
        .toSorted(),
    );
    expect(table.ways.filter(({ story }) => story === undefined).map(({ id }) => id)).toEqual(without);
  });

  it("holds ways that play to their end and reach what they are to", () => {
    expect(told.filter(({ id, story }) => !reachedBy(story, story.steps).includes(id))).toEqual([]);
  });

  it("holds ways out of which no step can be left", { timeout: 60_000 }, () => {
    const shorter = told.flatMap(({ id, story }) =>
      story.steps
        .slice(0, -1)
        .map((_, place) => story.steps.toSpliced(place, 1))
        .filter((steps) => reachedBy(story, steps).includes(id))
        .map(() => id),
    );
    expect(shorter).toEqual([]);
  });

  it("tells how a visit is erased: issued, scanned, delivered, and 28 days later", () => {
    const erased = told.find(({ id }) => id === "visit:erased")?.story;
    expect(erased?.slice).toBe("door");
    expect(erased?.steps.map(({ move }) => move)).toEqual([
      expect.stringMatching(/^issue pass1/),
      "scan pass1 at 1",
      "deliver pass1 from 1",
      undefined,
    ]);
    expect(erased?.steps.reduce((sum, { waitMs }) => sum + waitMs, 0)).toBe(28 * 86_400_000);
  });
});

describe.each(["gate", "door"] as const)("the ways through %s", (id) => {
  const fewest = fewestSteps(sliceFor(id, "timed"), law);
  const ways = told.filter(({ story }) => story.slice === id);

  it("have no more steps than the plain search needs", { timeout: 120_000 }, () => {
    const longer = ways.flatMap(({ id: to, story }) => {
      const least = fewest.get(to) ?? Infinity;
      const { length } = story.steps;
      return length > least && !onlyInTheSmall.includes(to)
        ? [`${to}: ${String(length)} steps, and ${String(least)} are enough`]
        : [];
    });
    expect(longer).toEqual([]);
  });

  it("leave out nothing that the plain search reaches", () => {
    const known = new Set(told.map(({ id: to }) => to));
    expect([...fewest.keys()].filter((to) => !known.has(to))).toEqual([]);
  });
});
