// A real browser for a suite: pages are opened at any address, on any screen, in any language, with their script or without.
// Every message of the console and every request is collected, and at the end both have to be none that a reader did not ask for.
// It knows no page; test/viz/opened.ts opens drawn files with it, and test/impl/page/served.ts pages that a party serves.
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withTool } from "./with-tool.ts";

const quietly = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];
export const wide = { width: 1440, height: 1000 };
export const phone = { width: 390, height: 844 };

export type OpenAt = (
  address: string,
  viewport?: typeof wide,
  options?: BrowserContextOptions,
) => Promise<Page>;

/** What a browser itself says of an answer that was a refusal, which is part of what a page is for. */
const refusal = /^Failed to load resource: the server responded with a status of [45]\d\d/;

/** `own` is what every address begins with that may be asked; `expected` is what the console may say; `words` go to the browser. */
export function withBrowser(
  title: string,
  own: () => string | readonly string[],
  suite: (open: OpenAt) => void,
  expected: RegExp = refusal,
  words: readonly string[] = [],
): void {
  withTool("chromium", title, (executablePath) => {
    const said: string[] = [];
    const asked: string[] = [];
    let browser: Browser | undefined;

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: [...quietly, ...words] });
    });
    afterAll(async () => {
      await browser?.close();
    });

    const open: OpenAt = async (address, viewport = wide, options = {}) => {
      if (browser === undefined) throw new Error("no browser was started");
      const page = await browser.newPage({ viewport, ...options });
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(error.message));
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(address);
      return page;
    };
    suite(open);

    it("has written nothing to the console and asked nothing of anybody else", () => {
      expect(said.filter((text) => !expected.test(text))).toEqual([]);
      expect(asked.length).toBeGreaterThan(0);
      const allowed = ["data:", "blob:", own()].flat();
      expect(asked.filter((url) => !allowed.some((start) => url.startsWith(start)))).toEqual([]);
    });
  });
}
