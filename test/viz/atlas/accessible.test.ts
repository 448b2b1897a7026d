// The atlas for everybody, in a real browser: WCAG 2.2 AA by axe in every view and both languages, on a wide screen and on a phone,
// all of it by keyboard, without motion where none is wanted, and quick on a slow processor.
// A page with a planted fault shows that axe would tell.
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { languages } from "../../../viz/atlas/data.ts";
import { faults } from "../faults.ts";
import { phone, wide, withAtlas } from "./opened.ts";

const viewsIn = (page: Page): Promise<readonly string[]> =>
  page.locator(".contents [data-view]").evaluateAll((all) => all.map((one) => one.dataset["view"] ?? ""));

/** In the page that is open already, as a link would. */
const goTo = (page: Page, place: string) => page.evaluate(`location.hash = ${JSON.stringify(place)}`);

/** Places beside the views themselves: something explained, something laid over. */
const places = ["view=visit&at=visit.recorded&refusals=1&met=tests", "view=overview&at=party:custodian"];

withAtlas("the atlas for everybody", (open) => {
  const all = languages.flatMap((language) => [wide, phone].map((screen) => ({ language, screen })));
  const usual = all.filter(({ language, screen }) => (language === "ko") === (screen === phone));
  it.each(process.env["FULL_TESTS"] === "1" ? all : usual)(
    "has no fault by WCAG 2.2 AA in $language on a screen $screen.width wide",
    async ({ language, screen }) => {
      const page = await open(`lang=${language}`, screen);
      const found: string[] = [];
      for (const place of [...(await viewsIn(page)).map((view) => `view=${view}`), ...places]) {
        await goTo(page, `${place}&lang=${language}`);
        found.push(...(await faults(page)).map((fault) => `${place} ${fault}`));
      }
      expect(found).toEqual([]);
      await page.close();
    },
    240_000,
  );

  it("would be told of a fault", async () => {
    const page = await open("view=visit&lang=en");
    await page.evaluate(`document.body.append(document.createElement("button"))`);
    expect((await faults(page)).join()).toContain("button-name");
    await page.close();
  });

  it("is never wider than a phone's screen, but for pictures and tables that scroll", async () => {
    const page = await open("lang=ko", phone);
    for (const view of await viewsIn(page)) {
      await goTo(page, `view=${view}&lang=ko`);
      const width = await page.evaluate("document.documentElement.scrollWidth");
      expect(width, view).toBeLessThanOrEqual(phone.width);
    }
    await page.close();
  });

  it("is used by keyboard alone: contents, a state, its explanation, away again", async () => {
    const page = await open("view=overview&lang=en");
    const focused = async () =>
      String(
        await page.evaluate(
          "(({ dataset, tagName }) => dataset?.view ?? dataset?.state ?? tagName)(document.activeElement)",
        ),
      );
    const tabTo = async (wanted: string): Promise<void> => {
      for (let presses = 0; presses < 150 && (await focused()) !== wanted; presses += 1)
        await page.keyboard.press("Tab");
      expect(await focused()).toBe(wanted);
    };
    await tabTo("visit");
    await page.keyboard.press("Enter");
    await page.locator("#view-visit").waitFor();
    expect(page.url()).toContain("view=visit");
    await tabTo("recorded");
    await page.keyboard.press("Space");
    expect(await page.locator("#details h3").textContent()).toBe("recorded");
    await page.keyboard.press("Escape");
    expect(page.url()).not.toContain("at=");
    expect(await focused()).toBe("recorded");
    await page.close();
  });

  it("moves nothing where the reader wants no motion", async () => {
    const page = await open("view=play&lang=en");
    await page.emulateMedia({ reducedMotion: "reduce" });
    const moving = await page.locator("*").evaluateAll((all) =>
      all
        .map((one) => getComputedStyle(one))
        .filter(
          ({ animationName, transitionDuration }) => animationName !== "none" || transitionDuration !== "0s",
        )
        .map(({ animationName, transitionDuration }) => `${animationName} ${transitionDuration}`),
    );
    expect(moving).toEqual([]);
    await page.close();
  });
});
