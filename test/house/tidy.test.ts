// Style as a test: how long files are, how they open, and what never stands in them.
// The linter knows the code; this reads the text, so that nothing escapes by being outside the linter's reach.
// What `generate` writes is left out, because nobody writes it.
import { describe, expect, it } from "vitest";
import { ambientAdapters } from "../ambient.js";
import { files, handWritten, placesOf, textOf } from "./source-files.ts";

const linesOf = (path: string) => textOf(path).trimEnd().split("\n").length;

/** The comment at the top of a file as running text, without its marks. */
function opening(path: string): string {
  const lines = textOf(path)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => !line.startsWith("#!") && !/^<!doctype/i.test(line));
  const end = lines.findIndex((line) => !/^(\/\/|\/\*|\*|<!--)/.test(line));
  return lines
    .slice(0, end === -1 ? lines.length : end)
    .map((line) => line.replace(/^(\/\/|\/\*+|\*+\/?|<!--)\s?/, "").replace(/(\*\/|-->)$/, ""))
    .join(" ");
}

const sentences = (text: string) => text.split(/[.!?:](?=\s|$)/).filter((part) => /\w/.test(part)).length;

/** Spelt in pieces, so that this file does not find itself. */
const word = (...pieces: readonly string[]) => pieces.join("");

describe("length", () => {
  it("no file has more than 300 lines", () => {
    expect(handWritten.filter((path) => linesOf(path) > 300)).toEqual([]);
  });

  it("half the files have under 80 lines and nine in ten under 200", () => {
    const share = (limit: number) =>
      handWritten.filter((path) => linesOf(path) < limit).length / handWritten.length;
    expect(share(80)).toBeGreaterThanOrEqual(0.5);
    expect(share(200)).toBeGreaterThanOrEqual(0.9);
  });
});

describe("openings", () => {
  it("every file opens with at least two sentences, and with no essay", () => {
    const counted = handWritten.map((path) => ({ path, count: sentences(opening(path)) }));
    expect(counted.filter(({ count }) => count < 2 || count > 8)).toEqual([]);
  });
});

describe("names", () => {
  it("nothing is called utils, common, helpers or misc", () => {
    const banned = /(^|\/)(utils?|commons?|helpers?|misc)(\/|\.|$)/;
    expect(files.filter((path) => banned.test(path))).toEqual([]);
  });
});

describe("what never stands in a file", () => {
  const namesTheHabits = new Set([
    "test/eslint.config.js",
    "test/house/tidy.test.ts",
    "test/house/lint.test.ts",
  ]);
  const ours = handWritten.filter((path) => !namesTheHabits.has(path));
  const typed = ours.filter((path) => path.endsWith(".ts"));
  const tests = ours.filter((path) => path.endsWith(".test.ts"));

  it("ambient time and chance, outside the named adapters", () => {
    const adapters = new Set(ambientAdapters.map(({ file }) => file));
    const ambient = new RegExp(
      ["Date\\.now\\b", "new Date\\(\\)", "Math\\.random\\b", "randomUUID\\b", "performance\\.now\\b"]
        .map((pattern) => `\\b${pattern}`)
        .join("|"),
    );
    const read = ours.filter((path) => !adapters.has(path));
    expect(placesOf(ambient, read)).toEqual([]);
  });

  it("the type any, and assertions that something is not null", () => {
    const code = (places: readonly string[]) => places.filter((place) => !/^\S+ (\/\/|\*|\/\*)/.test(place));
    expect(code(placesOf(/(: any\b|<any\b|\bany\[\]|\bas any\b)/, typed))).toEqual([]);
    expect(code(placesOf(/[\w)\]]!(\.|\[|;|,|\)|$)/, typed))).toEqual([]);
  });

  it("comments that silence a tool", () => {
    const silencers = new RegExp(
      [
        word("@ts-", "ignore"),
        word("@ts-", "expect-error"),
        word("@ts-", "nocheck"),
        word("eslint-", "disable"),
      ].join("|"),
    );
    expect(placesOf(silencers, ours)).toEqual([]);
  });

  it("a Korean particle that the reader has to choose", () => {
    expect(placesOf(/[이은을와]\((가|는|를|과)\)/, ours)).toEqual([]);
  });

  it("tests that are left out", () => {
    const leftOut = new RegExp(
      `\\.(${["skip", "only", "todo", "skipIf"].join("|")})\\(|\\bx(it|describe)\\(`,
    );
    expect(placesOf(leftOut, tests)).toEqual([]);
  });

  it("a word of the place where it was written", () => {
    const texts = files.filter(
      (path) => !/\.(png|ico|woff2?|sqlite)$/.test(path) && path !== "package-lock.json",
    );
    const workplace = new RegExp(
      [
        `(^|[^\\w.])/${word("wo", "rk")}/`,
        `(^|[^\\w.])/(home|root|Users)/\\w`,
        word("/tmp/", "memo"),
        `\\b${word("DES", "IGN")}\\.md`,
        `\\b${word("KI-", "PASS")}\\.md`,
        `\\b${word("ANC", "HORS")}\\.md`,
        `\\b${word("STA", "CK")}\\.md`,
        `\\b${word("ME", "MO")}\\.md`,
      ].join("|"),
    );
    expect(placesOf(workplace, texts)).toEqual([]);
  });
});
