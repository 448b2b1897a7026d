// A page in a real browser for a suite: drawn once, opened as a file at any place, on any screen, with its script or without.
// What is asked of every page, as that it says nothing to the console and asks nothing of a network, is asked of it too.
// It knows no page.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { withBrowser, type wide } from "../inbrowser.ts";

export { phone, wide } from "../inbrowser.ts";

/** Opens the page at a place, `view=visit&lang=ko`. */
export type Open = (hash: string, viewport?: typeof wide, options?: BrowserContextOptions) => Promise<Page>;

/** `draw` writes the page into this file, and whatever it needs into its folder. */
export function withPage(
  title: string,
  draw: (file: string, folder: string) => Promise<unknown>,
  suite: (open: Open, file: string) => void,
): void {
  const folder = mkdtempSync(join(tmpdir(), "entrylog-page-"));
  const file = join(folder, "page.html");
  const address = pathToFileURL(file).href;
  withBrowser(
    title,
    () => address,
    (openAt) => {
      beforeAll(async () => {
        await draw(file, folder);
      });
      suite((hash, viewport, options) => openAt(`${address}#${hash}`, viewport, options), file);
    },
  );
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
}
