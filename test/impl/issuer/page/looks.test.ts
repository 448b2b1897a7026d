// How the issuer's page looks and behaves for everybody: the board in front and its absence, with and without its program, in both languages,
// by WCAG 2.2 AA at every step, on a narrow screen with large letters, with few bytes, and soon on a slow phone.
import { Effect } from "effect";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { noBoard } from "../../../../impl/issuer/boardshown.ts";
import type { StatusBoard } from "../../../../impl/protocol/figures.ts";
import { problem } from "../../../../impl/protocol/http/problem.ts";
import { phone, withBrowser } from "../../../inbrowser.ts";
import { expectSeenWithinSecond } from "../../../slowphone.ts";
import { faults } from "../../../viz/faults.ts";
import { serveIssuer, servedUrls, type ServedIssuer } from "./served.ts";
import { agree, ann, done, english, enter, korean, openPage, says, textOf, toPass } from "./walking.ts";

const narrow = { width: 320, height: 700 };

const dates = Array.from({ length: 56 }, (_, day) =>
  new Date(Date.UTC(2020, 4, 6 + day)).toISOString().slice(0, 10),
);
const region = (en: string, ko: string) => ({
  names: { en, ko },
  confirmed: dates.map((_, day) => 10_000 + day * 51),
  released: dates.map((_, day) => 9_000 + day * 40),
  deceased: dates.map((_, day) => 250 + day),
  tested: dates.map((_, day) => 600_000 + day * 11_000),
});
const board: typeof StatusBoard.Type = {
  dates,
  latest: dates.at(-1) ?? null,
  nation: region("Korea", "대한민국"),
  regions: Array.from({ length: 17 }, (_, place) =>
    region(`Region ${String(place)}`, `지역 ${String(place)}`),
  ),
  publishedAtMs: null,
  feed: null,
};
const shown = { ofDays: () => Effect.succeed(board) };
const away = { ofDays: () => Effect.fail(problem("peer-unavailable")) };

/** Every step of the page once, and what is held at the end. */
const throughAll = async (page: Page, issuer: ServedIssuer, at: (step: string) => Promise<void>) => {
  await at("front");
  await page.locator("button.large").click();
  await page.locator("#phone").fill("1");
  await page.locator("#phone").press("Enter");
  await page.getByRole("alert").waitFor();
  await at("number");
  await page.locator("#phone").fill(ann.typed);
  await page.locator("#phone").press("Enter");
  await page.locator("fieldset").waitFor();
  await agree(page, true);
  await page.locator("#guardian-phone").waitFor();
  await at("notice");
  await agree(page);
  await page.locator("#code").waitFor();
  await enter(page, "1");
  await page.getByRole("alert").waitFor();
  await at("code");
  await enter(page, await issuer.codeTo(ann.known));
  await page.locator(".qr").waitFor();
  await page.locator(".astext summary").click();
  await page.locator(".door summary").click();
  await page.locator("#door").waitFor();
  await at("pass");
  await page.goBack();
  await page.locator(".ways button").nth(1).click();
  await page.locator("summary").click();
  await page.locator("h2 + p + button.quiet").nth(1).click();
  await page.locator(".sure").waitFor();
  await at("mine");
};

describe("the issuer's page", () => {
  withBrowser("for everybody", servedUrls, (open) => {
    it.each([
      ["ko", korean, "대한민국"],
      ["en", english, "Korea"],
    ])(
      "has the figures in front before its program runs and without it, in %s",
      async (language, locale, nation) => {
        const issuer = await serveIssuer({ board: shown });
        const page = await open(`${issuer.url}/`, phone, { ...locale, javaScriptEnabled: false });
        const html = await page.content();
        expect(html).toContain(`<html lang="${language}"`);
        expect(html).toContain(nation);
        expect(html).toContain(
          language === "ko" ? "자바스크립트를 켜 주세요" : "QR check-in needs JavaScript.",
        );
        expect(await page.locator("button.large").isDisabled()).toBe(true);
        await done(page);
      },
    );

    it("says that there is no board, or that its figures cannot be had, and checks in all the same", async () => {
      for (const [without, said] of [
        [noBoard, "There is no status board here."],
        [away, "The figures cannot be had at the moment. Check-in works all the same."],
      ] as const) {
        const issuer = await serveIssuer({ board: without });
        expect(
          await (await fetch(`${issuer.url}/`, { headers: { "accept-language": "en" } })).text(),
        ).toContain(said);
        const page = await openPage(open, issuer);
        await says(page, said);
        expect(await textOf(page)).toContain(said);
        await toPass(page, issuer);
        await done(page);
      }
    });

    it.each([
      { language: "ko", locale: korean },
      { language: "en", locale: english },
    ])("has no fault by WCAG 2.2 AA at any step in $language", async ({ locale }) => {
      const issuer = await serveIssuer({ board: shown });
      const page = await openPage(open, issuer, locale);
      await throughAll(page, issuer, async (step) => {
        expect([step, await faults(page)]).toEqual([step, []]);
      });
      await done(page);
    });

    it("fits 320 px and letters of twice the size, and what is pressed is 44 px high, at every step", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer);
      await page.setViewportSize(narrow);
      const width = () => page.evaluate("document.documentElement.scrollWidth");
      await throughAll(page, issuer, async (step) => {
        const low = await page
          .locator("button:visible, summary, input:not([type=radio]), textarea, .choice")
          .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height).filter((px) => px < 44));
        expect([step, await width(), low]).toEqual([step, narrow.width, []]);
        await page.evaluate("document.documentElement.style.fontSize = '200%'");
        expect([step, await width()]).toEqual([step, narrow.width]);
        await page.evaluate("document.documentElement.style.fontSize = ''");
      });
      await done(page);
    });

    it("has under 300 kB with everything: its files unpacked, and all that a check-in takes on the way", async () => {
      const issuer = await serveIssuer({ board: shown });
      const page = await open("about:blank", phone, english);
      const session = await page.context().newCDPSession(page);
      await session.send("Network.enable");
      let sent = 0;
      session.on("Network.loadingFinished", ({ encodedDataLength }) => (sent += encodedDataLength));
      let files = 0;
      page.on("response", (response) => {
        if (!/[.](js|css)$/.test(response.url())) return;
        void response.body().then((body) => (files += body.length));
      });
      await page.goto(`${issuer.url}/`);
      await page.locator("button.language").waitFor();
      await toPass(page, issuer);
      expect(files).toBeGreaterThan(100_000);
      expect(files).toBeLessThan(300_000);
      expect(sent).toBeGreaterThan(50_000);
      expect(sent).toBeLessThan(300_000);
      await done(page);
    });

    it("shows its button and figures within a second on a slow phone and a slow line, at best", async () => {
      const issuer = await serveIssuer({ board: shown });
      await expectSeenWithinSecond(open, `${issuer.url}/`, korean);
    });
  });
});
