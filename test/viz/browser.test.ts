// The atlas in a real browser, opened as a file: everything is drawn, presses are answered, and nothing is asked of a network.
// Labels are measured there, with the browser's own fonts, so that none is cut off.
// Every message of the console and every request is collected and has to be none.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { NodeServices } from "@effect/platform-node";
import { Effect } from "effect";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { refusalOf, transitionsOf } from "../../models/language/lifecycle.ts";
import { machines } from "../../models/machines.ts";
import { drawPolicy } from "../../viz/atlas/draw.ts";
import { withTool } from "../with-tool.ts";
import { run, series } from "./run-in-full.ts";

const quietly = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"];

withTool("chromium", "the atlas in a browser", (executablePath) => {
  const folder = mkdtempSync(join(tmpdir(), "entrylog-browser-"));
  const out = join(folder, "atlas.html");
  const address = pathToFileURL(out).href;
  const said: string[] = [];
  const asked: string[] = [];
  let browser: Browser | undefined;

  const open = async (hash: string): Promise<Page> => {
    if (browser === undefined) throw new Error("no browser was started");
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    page.on("request", (request) => asked.push(request.url()));
    await page.goto(`${address}#${hash}`);
    return page;
  };

  beforeAll(async () => {
    await Effect.runPromise(
      drawPolicy({ out, language: "en", run, series }).pipe(Effect.provide(NodeServices.layer)),
    );
    browser = await chromium.launch({ executablePath, args: quietly });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("draws every machine, state and transition, with its table", async () => {
    for (const machine of machines) {
      const page = await open(`view=${machine.id}&lang=en`);
      const section = page.locator(`#view-${machine.id}`);
      expect(await section.isVisible()).toBe(true);
      const ids = transitionsOf(machine);
      const changing = ids.filter(({ transition }) => refusalOf(transition) === undefined);
      expect(await section.locator("svg [data-state]").count()).toBe(Object.keys(machine.states).length);
      expect(await section.locator("svg [data-transition]").count()).toBe(changing.length);
      expect(await section.locator(".twin tbody tr").count()).toBe(changing.length);
      expect(await section.locator(".refusals tbody tr").count()).toBe(ids.length - changing.length);
      await page.close();
    }
  });

  it.each(["en", "ko"])("cuts no label off (%s)", async (language) => {
    for (const { id } of machines) {
      const page = await open(`view=${id}&lang=${language}`);
      for (const button of await page.locator(`#view-${id} g.button`).all()) {
        const plate = await button.locator("rect").boundingBox();
        const text = await button.locator("text").last().boundingBox();
        const words = await button.textContent();
        expect(text?.x, words ?? "").toBeGreaterThan(plate?.x ?? Infinity);
        expect((text?.x ?? 0) + (text?.width ?? Infinity), words ?? "").toBeLessThan(
          (plate?.x ?? 0) + (plate?.width ?? 0),
        );
      }
      await page.close();
    }
  });

  it("answers a press on a transition with its sentence and clauses, and keeps it in the address", async () => {
    const page = await open("view=visit&lang=en");
    await page.locator('svg [data-transition="visit:recorded--eraseAt-->erased"]').click();
    const details = page.locator("#details");
    expect(await details.textContent()).toContain("Four weeks from the day of the pass are over");
    expect(await details.textContent()).toContain("28 days");
    expect(await details.locator(".clauses .chip").allTextContents()).toEqual(["S9", "F5", "C2"]);
    expect(await details.textContent()).toContain("our choice");
    expect(page.url()).toContain("view=visit");
    const shared = await open(page.url().split("#")[1] ?? "");
    expect(await shared.locator("#details").textContent()).toBe(await details.textContent());
    await shared.close();
    await page.close();
  });

  it("answers a press on a state, by keyboard too, with what is refused there", async () => {
    const page = await open("view=pass&lang=en");
    const state = page.locator('svg[data-machine="pass"] [data-state="issued"]');
    await state.focus();
    await state.press("Enter");
    expect(await page.locator("#details").textContent()).toContain(
      "The phone shows a pass for 15 seconds only",
    );
    await page.locator("#details [data-pick]").last().click();
    expect(await page.locator("#details").textContent()).toContain("pass-early");
    await page.close();
  });

  it("speaks Korean at the press of a button, and remembers it in the address", async () => {
    const page = await open("view=visit&lang=en");
    expect(await page.locator("#view-visit h2").textContent()).not.toMatch(/\p{Script=Hangul}/u);
    await page.locator('[data-language="ko"]').click();
    expect(await page.locator("#view-visit h2").textContent()).toMatch(/\p{Script=Hangul}/u);
    expect(await page.locator('#view-visit [data-state="erased"]').textContent()).toContain("파기");
    expect(page.url()).toContain("lang=ko");
    await page.close();
  });

  it("shows the run: charts with their tables, the verdicts, and what it was made from", async () => {
    const page = await open("view=results&lang=en");
    const charts = await page
      .locator("#records svg")
      .evaluateAll((all) => all.map((one) => one.dataset["chart"]));
    expect(charts.slice(0, 3)).toEqual(["passesIssued", "checkIns", "recordsLive"]);
    expect(await page.locator('svg[data-chart="checkIns"] rect').count()).toBe(30);
    expect(await page.locator("#records tbody tr").count()).toBe(30);
    expect(await page.locator('[data-promise="retention-kept"] .verdict').textContent()).toBe("✗ broken");
    expect(await page.locator('[data-promise="two-officers"] .verdict').textContent()).toBe(
      "– never exercised",
    );
    expect(await page.locator(".manifest").textContent()).toContain("abcdef");
    await page.close();
  });

  it("saves the picture that is seen", async () => {
    const page = await open("view=visit&lang=ko");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#view-visit .save").click(),
    ]);
    expect(download.suggestedFilename()).toBe("entrylog-visit-ko.svg");
    const text = readFileSync(await download.path(), "utf8");
    expect(text).toContain('xmlns="http://www.w3.org/2000/svg"');
    expect(text).toContain("28일");
    await page.close();
  });

  it("has written nothing to the console and asked nothing of a network in all of this", () => {
    expect(said).toEqual([]);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((url) => !/^(data|blob):/.test(url) && !url.startsWith(address))).toEqual([]);
  });
});
