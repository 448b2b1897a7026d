// The atlas as files for documents: SVG that stands by itself, Mermaid as the generator prints it, and a PDF on A4 by a real browser.
// Where no browser can be found, and where nothing can be written, the answer is a sentence with a code, and nothing is left behind.
// What the pictures show is compared with approved ones in pictures.test.ts.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigProvider, Effect, Layer } from "effect";
import { chromium } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { machines } from "../../../models/machines.ts";
import { drawAs, type Format } from "../../../viz/atlas/formats/formats.ts";
import { languages } from "../../../viz/said.ts";
import { withTool } from "../../with-tool.ts";
import { drawing, writeEvidence } from "../evidence.ts";

const folder = mkdtempSync(join(tmpdir(), "entrylog-formats-"));
const evidence = { folder: join(folder, "evidence") };
mkdirSync(evidence.folder);
writeEvidence(evidence.folder);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const draw = (format: Format, out: string) =>
  drawAs(format, { language: "ko", evidence }, out).pipe(Effect.provide(drawing));
const withoutPrograms = ConfigProvider.layer(ConfigProvider.fromUnknown({ PATH: folder }));

describe("SVG files", () => {
  const out = join(folder, "pictures", "svg");
  const names = languages.flatMap((language) =>
    ["overview", ...machines.map(({ id }) => id)].map((id) => `${id}-${language}.svg`),
  );

  it("are one a machine and language, and one of the parties", async () => {
    const { says } = await Effect.runPromise(draw("svg", out));
    expect(says).toBe(`16 pictures are written into ${out}`);
    expect(readdirSync(out).sort()).toEqual([...names].sort());
  });

  it("stand by themselves: colours and fonts as attributes, nothing from elsewhere, nothing to press", () => {
    for (const name of names) {
      const text = readFileSync(join(out, name), "utf8");
      expect(text.startsWith("<svg "), name).toBe(true);
      expect(text).toContain('font-family="');
      expect(text).not.toMatch(/class=|tabindex|role=|data-|<script|href|url\((?!#)/);
    }
  });

  withTool("chromium", "as a browser reads them", (executablePath) => {
    it("are well formed, with a title and all their words", async () => {
      const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
      const page = await browser.newPage();
      for (const name of names) {
        const read = await page.evaluate(
          (text) => {
            const { documentElement } = new DOMParser().parseFromString(text, "image/svg+xml");
            const title = documentElement.querySelector("title")?.textContent ?? "";
            return {
              failed: documentElement.querySelector("parsererror") !== null,
              title,
              words: documentElement.querySelectorAll("text").length,
            };
          },
          readFileSync(join(out, name), "utf8"),
        );
        expect(read.failed, name).toBe(false);
        expect(read.title, name).not.toBe("");
        expect(read.words, name).toBeGreaterThan(4);
      }
      await browser.close();
    });
  });
});

describe("Mermaid files", () => {
  it("are those that the generator committed", async () => {
    const out = join(folder, "mermaid");
    await Effect.runPromise(draw("mermaid", out));
    const generated = join("impl", "generated", "diagrams");
    const read = (place: string) =>
      readdirSync(place).map((name) => [
        name,
        readFileSync(join(place, name), "utf8").replace(/^%%.*\n/gm, ""),
      ]);
    expect(read(out)).toEqual(read(generated));
  });
});

withTool("chromium", "the atlas as a PDF", () => {
  it("is the page on A4, with more than a page for each machine", async () => {
    const out = join(folder, "paper", "atlas.pdf");
    const { says } = await Effect.runPromise(draw("pdf", out));
    expect(says).toBe(`The policy is printed into ${out}`);
    const printed = readFileSync(out, "latin1");
    expect(printed.startsWith("%PDF-")).toBe(true);
    expect(printed.match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThan(2 * machines.length);
    expect(readdirSync(join(folder, "paper"))).toEqual(["atlas.pdf"]);
  });
});

describe("what cannot be written is answered with a code and a sentence", () => {
  const failure = (format: Format, out: string, without: Layer.Layer<never> = Layer.empty) =>
    Effect.runPromise(Effect.flip(draw(format, out)).pipe(Effect.provide(without)));

  it("a PDF where no browser is found", async () => {
    const stop = await failure("pdf", join(folder, "none.pdf"), withoutPrograms);
    expect(stop).toMatchObject({ _tag: "Stop", code: 2, reason: "chromium-missing" });
    expect(readdirSync(folder)).not.toContain("none.pdf");
  });

  it("a folder that is a file", async () => {
    writeFileSync(join(folder, "taken"), "");
    for (const format of ["svg", "mermaid"] as const)
      expect(await failure(format, join(folder, "taken"))).toMatchObject({
        code: 2,
        reason: "out-unwritable",
      });
  });
});
