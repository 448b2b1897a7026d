// The tour from its first step to its last, in both languages: what it tells, what it refuses, and that it leaves nothing behind.
// What it claims it checks itself; lies.test.ts shows that it notices when a party does not keep its word.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { words } from "../../../models/labels/labels.ts";
import { clauses } from "../../../models/clauses.ts";
import { story } from "../../../sim/tour/story.ts";
import { tourWords } from "../../../sim/tour/words/spoken.ts";
import { blocksOf, inFreshFolder, namesIn, takeTour, type Taken } from "./taking.ts";

const refusals = [
  "collection-suspended",
  "consent-required",
  "verification-required",
  "pass-replayed",
  "pass-expired",
  "pass-forged",
  "pass-malformed",
  "case-without-ground",
  "case-same-officer",
  "officers-too-few",
  "case-window-erased",
  "verification-expired",
];
const flat = (text: string): string => text.replaceAll(/\s+/g, " ");

const untaken: Taken = { lines: [], stop: undefined };
/** Each language told once; what its temporary folder held when it was over. */
const told = { en: { taken: untaken, left: ["?"] }, ko: { taken: untaken, left: ["?"] } };

beforeAll(async () => {
  for (const language of ["en", "ko"] as const)
    told[language] = await inFreshFolder(async (folder) => {
      const taken = await takeTour({ language });
      return { taken, left: [...namesIn(folder)] };
    });
});

describe.each(["en", "ko"] as const)("the tour in %s", (language) => {
  it("is told to its end, refusals and all, and leaves no store behind", () => {
    const { taken, left } = told[language];
    expect(taken.stop).toBeUndefined();
    const blocks = blocksOf(taken);
    expect(blocks).toHaveLength(story.length);
    const whole = flat(taken.lines.join("\n"));
    for (const code of refusals) {
      expect(whole).toContain(`[${code}]`);
      expect(whole).toContain(words(language).refusal(code).sentence);
    }
    const said = tourWords(language);
    for (const [place, { id, clauses: cited }] of story.entries()) {
      const block = flat(blocks[place] ?? "");
      expect(block).toContain(said.steps[id].title);
      expect(block).toContain(cited.join(", "));
      expect(block).toMatch(/ ✓ /);
      for (const sentence of said.steps[id].says) expect(block).toContain(sentence);
    }
    expect(left).toEqual([]);
  });
});

describe("what the tour tells", () => {
  it("is every plain claim that there are words for", () => {
    const whole = flat(told.en.taken.lines.join("\n"));
    const plain = Object.values(tourWords("en").claims).filter((claim) => typeof claim === "string");
    expect(plain.length).toBeGreaterThan(30);
    expect(plain.filter((claim) => !whole.includes(claim))).toEqual([]);
  });

  it("is Korean in every step, with no English sentence left", () => {
    for (const block of blocksOf(told.ko.taken)) {
      const told = block.split("\n").filter((line) => /[✓✗]/.test(line));
      expect(told.length).toBeGreaterThan(0);
      for (const line of told) expect(line).toMatch(/[가-힣]/);
      expect(block.replaceAll(/\[[a-z-]+\]/g, "")).not.toMatch(/[A-Za-z]{3,} [A-Za-z]{3,}/);
    }
  });

  it("names the number at the issuer alone, and at the end nowhere", () => {
    const blocks = blocksOf(told.en.taken);
    const at = (id: string): string => {
      const block = blocks[story.findIndex((step) => step.id === id)] ?? "";
      return /phone number readable +(.*)/.exec(block)?.[1] ?? "";
    };
    expect(at("level")).toBe("nowhere");
    for (const id of ["notice", "admitted", "join", "back", "fourWeeks", "monthAgain"])
      expect(at(id)).toBe("issuer");
    for (const id of ["withdrawn", "nobody", "accountGone", "nothingLeft"]) expect(at(id)).toBe("nowhere");
  });

  it("cites clauses that exist, and goes forward in time", () => {
    const cited = story.flatMap((step) => step.clauses);
    expect(cited.filter((id) => !(id in clauses))).toEqual([]);
    expect(new Set(story.map(({ id }) => id)).size).toBe(story.length);
  });

  it("uses colours only where they are asked for", async () => {
    const escape = "\u001b";
    expect(told.en.taken.lines.join("")).not.toContain(escape);
    expect((await takeTour({ colours: true })).lines.join("")).toContain(escape);
  });
});

describe("folders and files", () => {
  it("keeps the stores where it is told to", async () => {
    await inFreshFolder(async (folder) => {
      const keep = join(folder, "kept");
      expect((await takeTour({ keep })).stop).toBeUndefined();
      expect(namesIn(keep)).toEqual(expect.arrayContaining(["authority", "custodian", "issuer", "venue"]));
      expect(
        readFileSync(join(keep, "issuer", "store.sqlite"))
          .subarray(0, 6)
          .toString(),
      ).toBe("SQLite");
    });
  });

  it("does not mix the story with what is there", async () => {
    await inFreshFolder(async (folder) => {
      const keep = join(folder, "full");
      mkdirSync(keep);
      writeFileSync(join(keep, "mine.txt"), "mine");
      const { stop, lines } = await takeTour({ keep });
      expect(stop).toMatchObject({ code: 2, reason: "keep-occupied" });
      expect(lines).toEqual([]);
      expect(namesIn(keep)).toEqual(["mine.txt"]);
    });
  });

  it("says before the story that a picture cannot be written", async () => {
    await inFreshFolder(async (folder) => {
      const { stop, lines } = await takeTour({ svgFile: join(folder, "none", "pass.svg") });
      expect(stop).toMatchObject({ code: 2, reason: "svg-unwritable" });
      expect(stop?.advice).toContain("--svg");
      expect(lines).toEqual([]);
      expect(namesIn(folder)).toEqual([]);
    });
  });
});
