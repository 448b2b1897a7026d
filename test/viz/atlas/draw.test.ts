// The atlas as a file: one, small, offline, with all of the law in it, and refused where its inputs are wrong.
// Read as text here; the other tests beside it open it in a real browser.
// A planted address shows that the search for addresses can fail.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Effect } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clauses } from "../../../models/clauses.ts";
import { transitionsOf } from "../../../models/language/lifecycle.ts";
import { machines } from "../../../models/machines.ts";
import { bundlePage, withData } from "../../../viz/atlas/bundle.ts";
import { lawContent } from "../../../viz/atlas/content.ts";
import { drawPolicy, type AtlasRequest } from "../../../viz/atlas/draw.ts";
import { drawing, evidenceTexts, writeEvidence } from "../evidence.ts";

const folder = mkdtempSync(join(tmpdir(), "entrylog-atlas-"));
const out = join(folder, "pages", "atlas.html");
const draw = (request: AtlasRequest) => drawPolicy(request).pipe(Effect.provide(drawing));
const evidence = { folder: join(folder, "evidence") };
const failure = (request: Partial<AtlasRequest>) =>
  Effect.runPromise(
    Effect.flip(draw({ out: join(folder, "never.html"), language: "en", evidence, ...request })),
  );
/** What a folder with this one file in it is answered. */
const failureOf = (name: string, text: string) => {
  const other = mkdtempSync(join(folder, "other-"));
  writeEvidence(other, { ...evidenceTexts, [name]: text });
  return failure({ evidence: { folder: other } });
};

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Whatever a page could fetch with: addresses in attributes and styles, and calls that fetch; names of XML languages are none. */
const addresses = (html: string): readonly string[] =>
  [
    /(?:src|href)\s*=\s*["'](?!data:)[^"']*/g,
    /url\((?!["']?#|["']?data:|#?\$\{)[^)]*/g,
    /@import|\bimport\s*\(|\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/g,
    /https?:\/\/(?!www\.w3\.org\/)[^\s"'`)\\]*/g,
  ].flatMap((pattern) => [...html.matchAll(pattern)].map(([found]) => found));

describe("the atlas as a file", () => {
  let html = "";
  beforeAll(async () => {
    mkdirSync(evidence.folder);
    writeEvidence(evidence.folder);
    const drawn = await Effect.runPromise(draw({ out, language: "en", evidence }));
    html = readFileSync(out, "utf8");
    expect(drawn).toEqual({ out, bytes: Buffer.byteLength(html) });
  });

  it("is one file of less than 1.5 MB, with nothing left beside it", () => {
    expect(readdirSync(join(folder, "pages"))).toEqual(["atlas.html"]);
    expect(Buffer.byteLength(html)).toBeLessThan(1_500_000);
  });

  it("asks nothing of any network", () => {
    const code = html.replace(/<script type="application\/json".*?<\/script>/s, "");
    expect(addresses(code)).toEqual([]);
    const planted = [
      '<img src="x.png">',
      "a{background:url(x.png)}",
      'fetch("/x")',
      "`https://example.org/`",
    ];
    for (const text of planted) expect(addresses(code + text), text).toHaveLength(1);
    expect(html).toContain("default-src 'none'");
  });

  it("has every state, transition and clause of the law in its data, in both languages", () => {
    const data = /<script type="application\/json" id="atlas-data">(.*?)<\/script>/s.exec(html)?.[1] ?? "";
    const missing = [
      ...machines.flatMap((machine) => transitionsOf(machine).map(({ id }) => JSON.stringify(id))),
      ...machines.flatMap((machine) => Object.keys(machine.states).map((state) => `"id":"${state}"`)),
      ...Object.keys(clauses).map((id) => `"${id}":{"grade"`),
    ].filter((text) => !data.includes(text));
    expect(missing).toEqual([]);
    expect(data).toMatch(/\p{Script=Hangul}/u);
  });

  it("is the same file when it is drawn again, and so are the page and the law that it is made of", async () => {
    const again = join(folder, "again.html");
    await Effect.runPromise(draw({ out: again, language: "en", evidence }));
    expect(readFileSync(again, "utf8")).toBe(html);
    expect(await bundlePage()).toBe(await bundlePage());
    expect(JSON.stringify(await lawContent())).toBe(JSON.stringify(await lawContent()));
  });

  it("lets no text of the data end its script", () => {
    const page = '<script type="application/json" id="atlas-data"></script>';
    const filled = withData(page, { text: "</script><script>alert(1)</script> $& $1" });
    expect(filled.match(/<\/script>/g)?.length).toBe(1);
    expect(filled).toContain("$& $1");
  });
});

describe("what cannot be drawn is refused with a code and a sentence", () => {
  it.each(["run.json", "simulation.json", "proof.json", "coverage.json", "mutants.json", "questions.json"])(
    "%s of another form, with the place",
    async (name) => {
      const stop = await failureOf(name, JSON.stringify({ schemaVersion: 1, manifest: {}, promises: 7 }));
      expect(stop).toMatchObject({ _tag: "Stop", code: 2, reason: `${name.replace(".json", "")}-invalid` });
      expect(stop.sentence).toContain(name);
    },
  );

  it("a file that was cut short", async () => {
    const stop = await failureOf("run.json", '{"schemaVersion":1');
    expect(stop).toMatchObject({ code: 2, reason: "run-invalid" });
    expect(stop.advice).toContain("npm start");
  });

  it("a series without days", async () => {
    expect(await failureOf("series.csv", "a,b\n1,2")).toMatchObject({ code: 2, reason: "series-invalid" });
  });

  it("a file that cannot be written", async () => {
    const stop = await failure({ out: join(out, "below-a-file.html") });
    expect(stop).toMatchObject({ code: 2, reason: "out-unwritable" });
  });
});
