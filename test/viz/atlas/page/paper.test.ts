// The atlas on paper, printed by a real Chromium onto A4 and measured on a page's width.
// Each machine begins a page with its picture whole, its table unfolded and its legend after it; nothing that is only pressed is left,
// nothing is cut, links have become footnotes, and after printing the screen is what it was.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { machines } from "../../../../models/machines.ts";
import { lawHash } from "../../evidence.ts";
import { withAtlas } from "../opened.ts";

/** What is left of A4 within the margins, in pixels of CSS. */
const sheet = { width: Math.floor((182 / 25.4) * 96), height: Math.floor((265 / 25.4) * 96) };

/** The page as it is laid out for paper. */
async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => globalThis.dispatchEvent(new Event("beforeprint")));
}

withAtlas("the atlas on paper", (open) => {
  it("is printed on A4, a page for each machine at the least", async () => {
    const page = await open("view=visit&lang=ko");
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const pages = printed.match(/\/Type \/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThan(machines.length);
    const sizes = [...printed.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, x, y]) =>
      [x, y].map((side) => Math.round((Number(side) / 72) * 25.4)),
    );
    expect(sizes.length).toBeGreaterThan(0);
    expect(new Set(sizes.map((size) => size.join()))).toEqual(new Set(["210,297"]));
    await page.close();
  });

  it.each(["en", "ko"])(
    "shows every machine whole, then its tables, then its legend (%s)",
    async (language) => {
      const page = await open(`view=visit&lang=${language}`, sheet);
      await onPaper(page);
      for (const { id } of machines) {
        const view = page.locator(`#view-${id}`);
        const breaks = await view.evaluate((section) => getComputedStyle(section).breakBefore);
        expect(breaks).toBe("page");
        const picture = await view.locator(".diagram svg").boundingBox();
        expect(picture?.width ?? Infinity, id).toBeLessThanOrEqual(sheet.width);
        expect(picture?.height ?? Infinity, id).toBeLessThanOrEqual(sheet.height);
        const table = await view.locator(".twin table").boundingBox();
        const legend = await view.locator(".legend").boundingBox();
        expect(table?.y ?? 0, id).toBeGreaterThan(picture?.y ?? Infinity);
        expect(legend?.y ?? 0, id).toBeGreaterThan(table?.y ?? Infinity);
      }
      await page.close();
    },
  );

  it("cuts nothing off at the right, and leaves out what can only be pressed", async () => {
    const page = await open("view=visit&lang=en", sheet);
    await onPaper(page);
    const wider = await page.locator("#atlas *").evaluateAll(
      (all, width) =>
        all
          .filter((one) => getComputedStyle(one).display !== "inline")
          .filter((one) => one.getBoundingClientRect().right > width + 1)
          .map((one) => `${one.tagName} ${one.getAttribute("class") ?? ""}`),
      sheet.width,
    );
    expect(wider).toEqual([]);
    const pressed = page.locator(".contents, #details, .save, .choice, .switch, .screen-only");
    expect(await pressed.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)).toBe(0);
    expect(await page.locator("#story details:not([open])").count()).toBe(0);
    await page.close();
  });

  it("turns links into footnotes, an address once, and says at the foot of every page what it shows", async () => {
    const page = await open("view=results&lang=en", sheet);
    await page.locator("#view-day").evaluate((section) => {
      const link = (href: string) => {
        const made = globalThis.document.createElement("a");
        made.href = href;
        made.textContent = "here";
        section.append(made);
      };
      for (const href of ["https://example.org/law", "#view=visit&lang=en", "https://example.org/law"])
        link(href);
    });
    await onPaper(page);
    const view = page.locator("#view-day");
    expect(await view.locator("a + sup").allTextContents()).toEqual(["1", "2", "1"]);
    expect(await view.locator(".footnotes li").allTextContents()).toEqual([
      "https://example.org/law",
      "see “visit”",
    ]);
    const foot = await page.locator("style.paper").textContent();
    expect(foot).toContain("2020-07");
    expect(foot).toContain(lawHash.slice(0, 12));
    await page.close();
  });

  it("leaves the screen as it was", async () => {
    const page = await open("view=verification&lang=en");
    const before = await page.locator("body").innerHTML();
    await page.pdf();
    expect(await page.locator("style.paper").count()).toBe(0);
    expect(await page.locator("body").innerHTML()).toBe(before);
    await page.close();
  });
});
