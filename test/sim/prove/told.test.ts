// `entrylog prove` under a policy that breaks a promise: it ends with 10 and tells how, and writes that down as a trace.
// `entrylog replay` plays the trace and tells the same, in either language.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { proveCommand } from "../../../sim/prove/command.ts";
import { replayCommand } from "../../../sim/replay/command.ts";
import { readProof, writtenIn } from "./proofbyhand.ts";
import { makeScratch } from "../scratch.ts";
import { runCommand } from "./running.ts";
import { readTrace } from "./story/itfbyhand.ts";

const scratch = makeScratch();
const prove = (...given: readonly string[]) => runCommand(proveCommand, ...given);
const slow = { timeout: 600_000 } as const;

interface Broken {
  readonly set: string;
  readonly slice: string;
  readonly way: string;
  readonly promise: string;
  /** What was set, as the first line of the report says it. */
  readonly setting: string;
  readonly english: RegExp;
  readonly korean: RegExp;
}
const brokenPolicies: readonly Broken[] = [
  {
    set: "officersRequired=1",
    slice: "case",
    way: "--states",
    promise: "two-officers",
    setting: ", with officersRequired=1\n",
    english: /step 1 .*The first officer approves the case\./,
    korean: /1단계 .*첫째 역학조사관이 사건을 승인합니다\./,
  },
  {
    set: "retention=7d",
    slice: "door",
    way: "--zones",
    promise: "trace-possible",
    setting: ", with retention=7 days\n",
    english: /July 2020 .*reaches the custodian/,
    korean: /2020년 7월 .*사회보장정보원에 도착합니다/,
  },
];

describe.each(brokenPolicies)(
  "prove with --set $set",
  ({ set, slice, way, promise, setting, english, korean }) => {
    it("ends with 10, tells how it is broken, and writes the story, which replay plays", slow, async () => {
      const folder = scratch.path(promise);
      const ran = await prove("--slice", slice, way, "--set", set, "--out", folder);
      expect(ran).toMatchObject({ code: 10, reason: "promise-broken", sentence: `Broken: ${promise}.` });
      expect(ran.text).toContain(`How ${promise} is broken (${folder}/${promise}.itf.json)`);
      expect(ran.text).toContain(setting);
      expect(ran.text).toMatch(english);

      const { complete, promises } = readProof(writtenIn(folder));
      expect(complete).toBe(true);
      expect(promises.filter(({ verdict }) => verdict === "broken")).toMatchObject([
        { id: promise, witnessed: true, mutantCaught: true, story: `${promise}.itf.json` },
      ]);

      const path = `${folder}/${promise}.itf.json`;
      const { meta, states } = readTrace(readFileSync(path, "utf8"));
      expect(meta).toMatchObject({ slice, breaks: [promise] });
      expect(states.length).toBeGreaterThan(2);
      const [inEnglish, inKorean] = [
        await runCommand(replayCommand, path),
        await runCommand(replayCommand, path, "--lang", "ko"),
      ];
      expect([inEnglish.code, inKorean.code]).toEqual([0, 0]);
      expect(ran.text).toContain(inEnglish.text);
      expect(inKorean.text).toMatch(korean);
      expect(inKorean.text).toContain(promise);
    });
  },
);

describe("prove in Korean", () => {
  it("heads the story in Korean too", slow, async () => {
    const folder = scratch.path("korean");
    const set = ["--slice", "door", "--zones", "--set", "retention=7d"];
    const { text } = await prove(...set, "--lang", "ko", "--out", folder);
    expect(text).toContain(`trace-possible 약속이 깨지는 경위 (${folder}/trace-possible.itf.json)`);
    expect(text).not.toContain("How trace-possible");
  });
});
