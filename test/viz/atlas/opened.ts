// An atlas in a real browser for a suite: drawn once, opened as a file at any place, on any screen.
// Every message of the console and every request is collected, and at the end both have to be none.
// It knows no view.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Effect } from "effect";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { drawPolicy, type AtlasRequest } from "../../../viz/atlas/draw.ts";
import { withTool } from "../../with-tool.ts";
import { drawing, writeEvidence } from "../evidence.ts";

const quietly = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
export const wide = { width: 1440, height: 1000 };
export const phone = { width: 390, height: 844 };

/** Opens the atlas at a place, `view=visit&lang=ko`. */
export type Open = (hash: string, viewport?: typeof wide) => Promise<Page>;

export function withAtlas(
  title: string,
  suite: (open: Open) => void,
  also: (folder: string) => Promise<Partial<AtlasRequest>> = () => Promise.resolve({}),
): void {
  withTool("chromium", title, (executablePath) => {
    const folder = mkdtempSync(join(tmpdir(), "entrylog-atlas-page-"));
    const out = join(folder, "atlas.html");
    const address = pathToFileURL(out).href;
    const said: string[] = [];
    const asked: string[] = [];
    let browser: Browser | undefined;

    beforeAll(async () => {
      const evidence = { folder: join(folder, "evidence") };
      mkdirSync(evidence.folder);
      writeEvidence(evidence.folder);
      await Effect.runPromise(
        drawPolicy({ out, language: "en", evidence, ...(await also(folder)) }).pipe(Effect.provide(drawing)),
      );
      browser = await chromium.launch({ executablePath, args: quietly });
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    suite(async (hash, viewport = wide) => {
      if (browser === undefined) throw new Error("no browser was started");
      const page = await browser.newPage({ viewport });
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(error.message));
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(`${address}#${hash}`);
      return page;
    });

    it("has written nothing to the console and asked nothing of a network", () => {
      expect(said).toEqual([]);
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((url) => !/^(data|blob):/.test(url) && !url.startsWith(address))).toEqual([]);
    });
  });
}
