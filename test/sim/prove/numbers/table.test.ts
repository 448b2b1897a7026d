// The committed table of numbers: of the present law and promises, and samples of it proved anew.
// The questions that people bring stand among them: a week only, and a pass that lives a day.
// Every story in it plays under its value, and breaks its promise with the last step.
import { Option } from "effect";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { modelHash } from "../../../../impl/generated/stamp.ts";
import type { SliceId } from "../../../../models/language/slice.ts";
import { law } from "../../../../models/law.ts";
import { constants, defaultPolicy, millisecondsADay, type Policy } from "../../../../models/policy.ts";
import { properties } from "../../../../models/properties.ts";
import { canHold, isPolicyName, setOver, type Setting } from "../../../../models/settings.ts";
import { sliceOf } from "../../../../models/slices.ts";
import { play } from "../../../../models/story/story.ts";
import { grid } from "../../../../sim/prove/numbers/grid.ts";
import { plainly } from "../../../../sim/prove/numbers/proving.ts";
import { promisesHash } from "../../../../sim/prove/promiseshash.ts";
import { searchZones } from "../../../../sim/prove/zones/search.ts";
import { readNumbers, type NumbersVerdict } from "../../../../sim/results/numbers.ts";

const command = "npm run -s entrylog -- prove-numbers --out viz/atlas/evidence/numbers.json";
const table = Option.getOrThrowWith(
  readNumbers(readFileSync("viz/atlas/evidence/numbers.json", "utf8")),
  () =>
    new Error(`viz/atlas/evidence/numbers.json is not what this version writes; make it again: ${command}`),
);

const policyOf = (name: string, value: Setting): Policy => setOver(defaultPolicy, { [name]: value });

const timed = (id: SliceId) => {
  const slice = sliceOf(id, "timed");
  if (slice === undefined) throw new Error(`the slice ${id} is not searched in real time`);
  return slice;
};

const entries = table.constants.flatMap(({ name, values }) => values.map((entry) => ({ name, ...entry })));
const otherwise = (name: string, value: Setting): readonly NumbersVerdict[] => {
  const entry = entries.find((one) => one.name === name && one.value === value);
  if (entry === undefined) throw new Error(`the table has nothing of ${name} = ${String(value)}`);
  return entry.otherwise;
};
const brokenAt = (name: string, value: Setting): readonly string[] =>
  otherwise(name, value).flatMap(({ id, verdict }) => (verdict === "broken" ? [id] : []));

describe("the table of numbers", () => {
  it("is of the present law and promises, and has all that is asked about", () => {
    const made = `make the table again: ${command}`;
    expect(table.modelHash, `the law has changed; ${made}`).toBe(modelHash);
    expect(table.promisesHash, `the promises have changed; ${made}`).toBe(promisesHash);
    expect(
      entries.map(({ name, value }) => ({ name, value })),
      made,
    ).toEqual(grid);
  });

  it("says of every promise that it is held as things stand", () => {
    expect(table.asItStands.map(({ id }) => id)).toEqual(properties.map(({ id }) => id));
    expect(table.asItStands.filter(({ verdict }) => verdict !== "held")).toEqual([]);
  });

  it("asks about values that are not the policy's own, each once", () => {
    for (const { name, value } of grid) {
      expect(isPolicyName(name) && canHold(name, value)).toBe(true);
      expect(value).not.toBe(constants[name].value);
    }
    expect(new Set(grid.map(({ name, value }) => `${name}=${String(value)}`)).size).toBe(grid.length);
  });

  it("tells of every broken promise a story that breaks it with its last step", { timeout: 60_000 }, () => {
    const broken = entries.flatMap(({ name, value, otherwise: all }) =>
      all.flatMap((one) => (one.verdict === "broken" ? [{ name, value, ...one }] : [])),
    );
    expect(broken.length).toBeGreaterThan(10);
    const idle = broken.filter(({ name, value, id, story }) => {
      if (story === undefined) return true;
      const { form, clock, steps } = story;
      const policy = policyOf(name, value);
      const { happened, stopsAt } = play({ slice: timed(story.slice), form, policy, clock, steps }, law);
      return stopsAt !== undefined || happened.at(-1)?.breaks.some((promise) => promise === id) !== true;
    });
    expect(idle).toEqual([]);
  });

  it("says what breaks when a visit is kept for a week only", () => {
    expect(brokenAt("retention", 7 * millisecondsADay)).toEqual(["trace-possible"]);
  });

  it("says what breaks when a pass lives a day", () => {
    expect(brokenAt("passLifetime", millisecondsADay)).toEqual(["pass-bounded"]);
  });
});

describe("samples, proved anew", () => {
  const samples: readonly (readonly [string, Setting, SliceId])[] = [
    ["retention", 7 * millisecondsADay, "door"],
    ["passLifetime", millisecondsADay, "door"],
    ["passLifetime", 58_000, "door"],
    ["officersRequired", 1, "case"],
  ];

  it.each(samples)("%s = %s, on the slice %s", { timeout: 300_000 }, (name, value, slice) => {
    const asked = { slice: timed(slice), policy: policyOf(name, value) };
    const found = searchZones({ ...asked, law });
    const anew = [...found.promises].flatMap(([id, { story: steps }]) =>
      steps === undefined
        ? []
        : [{ id, steps: plainly({ ...asked, form: "timed", clock: "real", steps }, id).steps }],
    );
    const inTable = otherwise(name, value).flatMap((one) =>
      one.verdict === "broken" && one.story?.slice === slice ? [{ id: one.id, steps: one.story.steps }] : [],
    );
    expect(anew).toEqual(inTable);
    expect(found.cut).toBe(0);
  });
});
