// The board's page in a real browser, fed by a file: everything that the board knows, in both languages, for everybody.
// It works before its program runs and without it; a switch of the language is remembered; every picture has its figures beside it.
// The page with everything is small, asks nobody but its own server, and says nothing to the console.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { phone, wide, withBrowser, type OpenAt } from "../../inbrowser.ts";
import { expectSeenWithinSecond } from "../../slowphone.ts";
import { faults } from "../../viz/faults.ts";
import { confirmedSeries, deathsSeries, owid, recoveredSeries } from "./feed/extracts.ts";
import { serveBoard } from "./served.ts";

const korean = { locale: "ko-KR" };
const english = { locale: "en-GB" };
const narrow = { width: 320, height: 700 };

const mainText = (page: Page) => page.locator("main").innerText();

/** With the program of the page at work: then the switch is there. */
const ready = async (open: OpenAt, address: string, ...more: readonly [typeof wide, typeof korean]) => {
  const page = await open(address, ...more);
  await page.locator("button.language").waitFor();
  return page;
};

describe("the status board (S12)", () => {
  const board = serveBoard(
    {
      feed: {
        form: "jhu-time-series",
        confirmed: "confirmed.csv",
        deaths: "deaths.csv",
        recovered: "recovered.csv",
        nation: "China",
        everySeconds: 1,
      },
    },
    { "confirmed.csv": confirmedSeries, "deaths.csv": deathsSeries, "recovered.csv": recoveredSeries },
  );
  const address = () => `${board.url()}/`;

  withBrowser("its page in a browser", board.url, (open) => {
    it("shows figures, day, source and regions, with no account and no cookie", async () => {
      const page = await ready(open, address(), wide, english);
      const text = await mainText(page);
      for (const said of [
        "69,049",
        "+3 on that day",
        "63,623",
        "4,521",
        "Figures up to 30 June 2020",
        "JHU CSSE",
      ])
        expect(text).toContain(said);
      expect(text).toContain("not given by the source");
      expect(await page.locator("h3").allInnerTexts()).toEqual([
        "Newly confirmed a day",
        "Newly recovered a day",
        "Deaths a day",
        "Beijing",
        "Hubei",
      ]);
      expect(await page.context().cookies()).toEqual([]);
      await page.context().close();
    });

    it("has beside every picture a table that says the same", async () => {
      const page = await ready(open, address(), wide, english);
      const pictures = await page.getByRole("img").evaluateAll((all) => all.map((one) => one.ariaLabel));
      expect(pictures).toContain(
        "Newly confirmed a day, from 28 June 2020 to 30 June 2020. On the last day: 3.",
      );
      await page.locator("summary").first().click();
      const rows = await page.locator("details").first().locator("tbody tr").allInnerTexts();
      expect(rows.map((row) => row.split("\t"))).toEqual([
        ["30 June 2020", "3", "–", "69,049"],
        ["29 June 2020", "7", "–", "69,046"],
        ["28 June 2020", "–", "–", "69,039"],
      ]);
      await page.locator("summary").last().click();
      const regions = await page.locator("details").last().locator("tbody tr").allInnerTexts();
      expect(regions[0]?.split("\t")).toEqual(["30 June 2020", "3", "0"]);
      await page.context().close();
    });

    it("speaks the reader's language, and the one that they choose from then on", async () => {
      const page = await ready(open, address(), phone, korean);
      const lang = () => page.evaluate("document.documentElement.lang");
      expect([await lang(), await page.title()]).toEqual(["ko", "코로나19 현황판"]);
      expect(await mainText(page)).toContain("2020년 6월 30일 기준입니다.");
      await page.getByRole("button", { name: "English" }).click();
      await page.locator("html[lang=en]").waitFor();
      expect([await lang(), await page.title()]).toEqual(["en", "COVID-19 status board"]);
      expect(await mainText(page)).toContain("Figures up to 30 June 2020.");
      await page.reload();
      await page.getByRole("button", { name: "한국어" }).waitFor();
      expect([await lang(), page.url()]).toEqual(["en", address()]);
      await page.context().close();
    });

    it.each([
      ["ko", korean, "69,049"],
      ["en", english, "Newly confirmed in 7 days"],
    ])("is all there without its program, in %s", async (language, locale, said) => {
      const page = await open(address(), phone, { ...locale, javaScriptEnabled: false });
      const html = await page.content();
      expect(html).toContain(`<html lang="${language}"`);
      expect(html).toContain(said);
      expect(html.split("<svg").length - 1).toBe(5);
      await page.context().close();
    });

    it.each([
      { language: "ko", screen: phone, locale: korean },
      { language: "en", screen: wide, locale: english },
    ])(
      "has no fault by WCAG 2.2 AA in $language on a screen $screen.width wide",
      async ({ screen, locale }) => {
        const page = await ready(open, address(), screen, locale);
        for (const summary of await page.locator("summary").all()) await summary.click();
        expect(await faults(page)).toEqual([]);
        await page.context().close();
      },
    );

    it("fits 320 px and letters of twice the size, and what is pressed is 44 px high", async () => {
      const page = await ready(open, address(), narrow, english);
      const width = () => page.evaluate("document.documentElement.scrollWidth");
      const low = await page
        .locator("button, summary")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height).filter((px) => px < 44));
      expect([await width(), low]).toEqual([narrow.width, []]);
      await page.evaluate("document.documentElement.style.fontSize = '200%'");
      expect(await width()).toBe(narrow.width);
      await page.context().close();
    });

    it("is used by keyboard, and shows where the keyboard is", async () => {
      const page = await ready(open, address(), wide, english);
      await page.keyboard.press("Tab");
      const focused = "document.activeElement";
      expect(await page.evaluate(`${focused}.textContent`)).toBe("한국어");
      expect(await page.evaluate(`getComputedStyle(${focused}).outlineWidth`)).toBe("3px");
      await page.keyboard.press("Enter");
      // Said to screen readers a moment after the page is drawn anew.
      await page.locator("html[lang=ko]").waitFor();
      await page.context().close();
    });

    it("has under 300 kB with everything, unpacked", async () => {
      const page = await open("about:blank");
      let bytes = 0;
      page.on("response", (response) => {
        void response.body().then((body) => (bytes += body.length));
      });
      await page.goto(address(), { waitUntil: "networkidle" });
      expect(bytes).toBeGreaterThan(50_000);
      expect(bytes).toBeLessThan(300_000);
      await page.context().close();
    });

    it("shows its figures within a second on a slow phone and a slow line, at best", async () => {
      await expectSeenWithinSecond(open, address(), korean);
    });

    it("goes on with the last good figures, and says so, when its source has gone bad", async () => {
      writeFileSync(join(board.folder, "deaths.csv"), "gone");
      const page = await open(address(), wide, english);
      while (!(await mainText(page)).includes("These are the last good figures."))
        await page.reload({ waitUntil: "networkidle" });
      const text = await mainText(page);
      expect(text).toContain("What the source sent");
      expect(text).toContain("69,049");
      expect(await faults(page)).toEqual([]);
      await page.context().close();
    });
  });
});

describe("a board that nobody feeds", () => {
  const board = serveBoard({});
  it("says that there are no figures yet", async () => {
    const { status, body } = await board.ask("/", { headers: { "accept-language": "en" } });
    expect([status, body.includes("No figures have been published yet.")]).toEqual([200, true]);
  });
});

describe("a board with forty regions", () => {
  const names = Array.from({ length: 40 }, (_, place) => `Region ${String(place)}`);
  const days = Array.from({ length: 90 }, (_, day) =>
    new Date(Date.UTC(2020, 3, 1 + day)).toISOString().slice(0, 10),
  );
  const rows = [...names, "South Korea"].flatMap((name) =>
    days.map(
      (date, day) =>
        `X,Asia,${name},${date},${String(1_000_000 + day * 977)},,,${String(day)},,,${String(day * 99_999)},,`,
    ),
  );
  const board = serveBoard(
    { feed: { form: "owid", file: "owid.csv", nation: "South Korea", regions: names } },
    { "owid.csv": [owid.slice(0, owid.indexOf("\n")), ...rows, ""].join("\n") },
  );
  it("sends a page that is small on the way all the same", async () => {
    const packed = { headers: { "accept-encoding": "gzip" } };
    const files = await Promise.all(
      ["/", "/style.css", "/program.js"].map((path) => board.ask(path, packed)),
    );
    const sent = files.reduce((sum, { headers }) => sum + Number(headers["content-length"]), 0);
    const { body } = await board.ask("/v1/board");
    expect(sent + body.length).toBeLessThan(300_000);
  });
});
