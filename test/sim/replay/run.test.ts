// A run made again from its folder alone: the same decisions, or exit code 13; and what cannot be the same again is refused.
// Runs of the policy and the service level are made for it; what is wrong with a folder is planted in copies.
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { replayCommand } from "../../../sim/replay/command.ts";
import type { Run } from "../../../sim/results/run.ts";
import { runCommand } from "../prove/running.ts";
import { makeScratch } from "../scratch.ts";
import { runOf, scenarioText } from "../simulate/running.ts";

const scratch = makeScratch();
const folder = scratch.path("policy");
let run: Run;
const replay = (...given: readonly string[]) => runCommand(replayCommand, ...given);

beforeAll(async () => {
  const scenario = scratch.file("city.json", scenarioText());
  const asked = { scenario, people: 300, venues: 30, days: 3, seed: 5, set: { retention: "7d" } };
  run = await runOf({ ...asked, level: "policy", out: folder });
  await runOf({ ...asked, people: 60, venues: 10, days: 2, out: scratch.path("service") });
  // What was run is in the folder, and not where it came from.
  writeFileSync(scenario, "{}");
});

/** A copy of the folder with its run.json changed. */
const changed = (name: string, change: (run: Run) => Run): string => {
  const copy = scratch.path(name);
  cpSync(folder, copy, { recursive: true });
  writeFileSync(`${copy}/run.json`, JSON.stringify(change(run)));
  return copy;
};

describe("replay of a run", () => {
  it("finds the same decisions again", async () => {
    const { code, text } = await replay(folder);
    expect(code).toBe(0);
    expect(text).toMatch(/^The same again: [\d,]+ decisions about 300 people, hash [0-9a-f]{16}\.\n?$/);
  });

  it("finds those of a run of the service level again at the policy level", async () => {
    expect(await replay(scratch.path("service"))).toMatchObject({ code: 0 });
  });

  it("ends with 13 where the run decided otherwise, and names the day", async () => {
    const otherwise = changed("otherwise", (of) => ({
      ...of,
      outcomeHash: "0".repeat(64),
      days: of.days.map((day, place) => (place === 1 ? { ...day, checkIns: day.checkIns + 1 } : day)),
    }));
    const { code, reason, sentence, advice } = await replay(otherwise);
    expect({ code, reason }).toEqual({ code: 13, reason: "not-deterministic" });
    expect(sentence).toContain("the days part on 2020-07-02");
    expect(advice).toContain(`replay ${otherwise}`);
  });

  it.each([
    ["run-interrupted", { complete: false }],
    ["run-real-time", { level: "load" }],
    ["run-models", { modelHash: "0".repeat(64) }],
  ] as const)("is refused as %s where nothing can be compared", async (reason, manifest) => {
    const copy = changed(reason, (of) => ({ ...of, manifest: { ...of.manifest, ...manifest } }));
    expect(await replay(copy)).toMatchObject({ code: 2, reason, text: "" });
  });

  it("says of a folder without a run that it has none", async () => {
    writeFileSync(`${changed("cut", (of) => of)}/run.json`, "{");
    expect(await replay(scratch.path("cut"))).toMatchObject({ code: 2, reason: "run-invalid" });
    expect(await replay(scratch.path("."))).toMatchObject({ code: 2, reason: "run-missing" });
  });
});

describe("replay of one person", () => {
  const breach = () => run.promises.find(({ id }) => id === "trace-possible");

  it("is what a broken promise advises, and tells its story among all that was decided", async () => {
    const { replay: advised = "", story = [] } = breach() ?? {};
    const [, place = "", person = ""] =
      /^npm run -s entrylog -- replay (\S+) --person (\d+)$/.exec(advised) ?? [];
    expect(place).toBe(folder);
    const { code, text } = await replay(place, "--person", person);
    expect(code).toBe(0);
    const lines = text.split("\n");
    expect(story.length).toBeGreaterThan(4);
    expect(story.filter((line) => !lines.includes(line))).toEqual([]);
    expect(lines[0]).toContain(`Person ${person} of 300: `);
    expect(lines.at(-1)).toBe("Broken by what this person did: trace-possible.");
  });

  it("gives a refusal its code and its sentence, and speaks Korean when asked", async () => {
    // Somebody who asks for passes early, and shows one too late.
    const { text } = await replay(folder, "--person", "23");
    expect(text).toMatch(/shows a pass at .+: refused \(pass-expired\): This pass has expired\./);
    const korean = await replay(folder, "--person", "23", "--lang", "ko");
    expect(korean.text).toMatch(/QR코드를 보여 줍니다: 거절 \(pass-expired\): /);
    expect(korean.text.split("\n").length).toBe(text.split("\n").length);
  });

  it("is refused for nobody, and for a story", async () => {
    for (const nobody of ["0", "5000"])
      expect(await replay(folder, "--person", nobody)).toMatchObject({ code: 2, reason: "person-unknown" });
    const story = scratch.file("story.itf.json", readFileSync(`${folder}/run.json`, "utf8"));
    expect(await replay(story, "--person", "1")).toMatchObject({ code: 2, reason: "person-of-no-run" });
  });
});
