// A page in a real browser for a suite: drawn once, opened as a file at any place, on any screen, with its script or without.
// Every message of the console and every request is collected, and at the end both have to be none.
// It knows no page.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withTool } from "../with-tool.ts";

const quietly = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
export const wide = { width: 1440, height: 1000 };
export const phone = { width: 390, height: 844 };

/** Opens the page at a place, `view=visit&lang=ko`. */
export type Open = (hash: string, viewport?: typeof wide, options?: BrowserContextOptions) => Promise<Page>;

/** `draw` writes the page into this file, and whatever it needs into its folder. */
export function withPage(
  title: string,
  draw: (file: string, folder: string) => Promise<unknown>,
  suite: (open: Open, file: string) => void,
): void {
  withTool("chromium", title, (executablePath) => {
    const folder = mkdtempSync(join(tmpdir(), "entrylog-page-"));
    const file = join(folder, "page.html");
    const address = pathToFileURL(file).href;
    const said: string[] = [];
    const asked: string[] = [];
    let browser: Browser | undefined;

    beforeAll(async () => {
      await draw(file, folder);
      browser = await chromium.launch({ executablePath, args: quietly });
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const open: Open = async (hash, viewport = wide, options = {}) => {
      if (browser === undefined) throw new Error("no browser was started");
      const page = await browser.newPage({ viewport, ...options });
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(error.message));
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(`${address}#${hash}`);
      return page;
    };
    suite(open, file);

    it("has written nothing to the console and asked nothing of a network", () => {
      expect(said).toEqual([]);
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.filter((url) => !/^(data|blob):/.test(url) && !url.startsWith(address))).toEqual([]);
    });
  });
}
