// What `entrylog prove` refuses before it searches anything: each with exit code 2, a sentence, and what to do instead.
// Nothing is written then, and no search is taken for one that found nothing.
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { proveCommand } from "../../../sim/prove/command.ts";
import { makeScratch } from "../scratch.ts";
import { runCommand } from "./running.ts";

const scratch = makeScratch();
const prove = (...given: readonly string[]) => runCommand(proveCommand, ...given);

describe("prove, asked for what it cannot do", () => {
  const rows: readonly (readonly [string, readonly string[], string, string, string])[] = [
    [
      "a slice that there is none of",
      ["--slice", "roof"],
      "slice-unknown",
      '"roof"',
      "gate, door, retention, case, whole",
    ],
    ["a slice without its flag", ["case"], "word-unexpected", '"case"', "--slice NAME"],
    [
      "a slice that zones do not search",
      ["--slice", "whole", "--zones"],
      "slice-untimed",
      "whole",
      "--states",
    ],
    ["a constant that there is none of", ["--set", "patience=3"], "set-invalid", '"patience=3"', "retention"],
    [
      "a setting without a value",
      ["--set", "retention"],
      "set-invalid",
      "The value of retention is missing.",
      'retention=value. The value must be a duration such as "15s"',
    ],
    ["a word that sets nothing", ["--set", "patience"], "set-invalid", '"patience"', "name=value"],
    ["a value that is no duration", ["--set", "retention=long"], "set-invalid", '"long"', '"28d"'],
    ["a duration past ten years", ["--set", "retention=3651d"], "set-invalid", '"3651d"', "ten years"],
    ["a value that is no count", ["--set", "officersRequired=1.5"], "set-invalid", '"1.5"', "whole number"],
    [
      "one event of two",
      ["--longest", "release"],
      "event-missing",
      "second event is missing",
      "--longest FROM TO",
    ],
    [
      "an event that there is none of",
      ["--slice", "case", "--longest", "release", "fly"],
      "event-unknown",
      '"fly"',
      "case: release visit1",
    ],
    ...(["states", "spin"] as const).map(
      (way) =>
        [
          `the longest time by ${way}`,
          ["--longest", "release", "erased", `--${way}`],
          "way-idle",
          `--longest and --${way}`,
          `Leave out --${way}`,
        ] as const,
    ),
    [
      "the longest time by ways that cannot say it",
      ["--longest", "release", "erased", "--spin", "--zones", "--states"],
      "way-idle",
      "--longest and --states and --spin",
      "Leave out --states and --spin",
    ],
    [
      "events of a slice without time",
      ["--slice", "whole", "--longest", "a", "b"],
      "slice-untimed",
      "whole",
      "retention",
    ],
  ];
  it.each(rows)("%s: ends with 2, a sentence and what to do", async (_, given, reason, sentence, advice) => {
    const folder = scratch.path("refused");
    const ran = await prove("--out", folder, ...given);
    expect(ran).toMatchObject({ code: 2, text: "", reason });
    expect(ran.sentence).toContain(sentence);
    expect(ran.advice).toContain(advice);
    expect(existsSync(folder)).toBe(false);
  });

  it("a folder that cannot be: ends with 2 before it searches anything", async () => {
    const folder = `${scratch.file("taken", "")}/proof`;
    const ran = await prove("--slice", "whole", "--states", "--out", folder);
    expect(ran).toMatchObject({ code: 2, text: "", reason: "out-unwritable" });
    expect(ran.sentence).toContain(folder);
    expect(ran.advice).toContain("--out");
  });

  it("SPIN where it is not installed: ends with 2 and says how to install it", async () => {
    const path = process.env["PATH"];
    process.env["PATH"] = scratch.path("empty");
    try {
      const ran = await prove("--slice", "case", "--spin", "--out", scratch.path("spinless"));
      expect(ran).toMatchObject({ code: 2, text: "", reason: "spin-missing" });
      expect(ran.advice).toContain("apt-get install");
    } finally {
      process.env["PATH"] = path;
    }
  });
});
