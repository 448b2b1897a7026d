// The report in a real browser, without a network: read with its script and without one, in both languages, on a wide screen and a phone,
// by everybody, on paper; and a chart that is saved is the chart that is seen, to the byte.
// The page holds all that a run may have.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { expect, it } from "vitest";
import { encodeRun } from "../../../sim/results/run.ts";
import { drawReport } from "../../../viz/report/draw.ts";
import { makeScratch } from "../../sim/scratch.ts";
import { faults } from "../faults.ts";
import { phone, wide, withPage } from "../opened.ts";
import { smallRun, withAll } from "./runs.ts";

const scratch = makeScratch();

const draw = async (out: string, folder: string) => {
  const run = join(folder, "run");
  mkdirSync(run);
  writeFileSync(join(run, "run.json"), encodeRun(withAll(await smallRun(scratch))));
  await Effect.runPromise(drawReport({ run, out, language: "ko" }).pipe(Effect.provide(NodeServices.layer)));
};

const titles = { en: "Report of a simulation", ko: "시뮬레이션 보고서" } as const;

withPage("the report in a browser", draw, (open, file) => {
  it("opens in the language it was drawn for or is asked for, and switches", async () => {
    const page = await open("");
    const language = () => page.evaluate("document.documentElement.lang");
    const heading = () => page.locator("h1:visible").allTextContents();
    expect([await language(), await heading()]).toEqual(["ko", [titles.ko]]);
    await page.getByLabel("English").check();
    expect([await language(), await heading()]).toEqual(["en", [titles.en]]);
    expect(await page.title()).toContain(titles.en);
    const asked = await open("lang=en");
    expect(await asked.locator("h1:visible").allTextContents()).toEqual([titles.en]);
    await Promise.all([page.close(), asked.close()]);
  });

  it("is read and switched without any script, and offers nothing that needs one", async () => {
    const page = await open("", wide, { javaScriptEnabled: false });
    expect(await page.locator("h1:visible").allTextContents()).toEqual([titles.ko]);
    await page.getByLabel("English").check();
    expect(await page.locator("h1:visible").allTextContents()).toEqual([titles.en]);
    expect(await page.locator("svg:visible").count()).toBeGreaterThan(15);
    expect(await page.locator(".save:visible").count()).toBe(0);
    await page.locator("summary:visible").first().click();
    expect(await page.locator("details[open] tbody tr:visible").count()).toBe(144);
    await page.close();
  });

  it("saves a chart as it is seen, as a file that stands by itself", async () => {
    const page = await open("lang=en");
    const text = readFileSync(file, "utf8");
    const parts = page.locator("[data-part]:visible", { has: page.locator("svg") });
    const names: string[] = [];
    for (const part of await parts.all()) {
      const button = part.locator(".save").last();
      const [saved] = await Promise.all([page.waitForEvent("download"), button.click()]);
      const svg = readFileSync(await saved.path(), "utf8");
      names.push(saved.suggestedFilename());
      expect(svg.length).toBeGreaterThan(500);
      expect(text.includes(svg), saved.suggestedFilename()).toBe(true);
      const isWhole = await page.evaluate(
        (one) => new DOMParser().parseFromString(one, "image/svg+xml").querySelector("parsererror") === null,
        svg,
      );
      expect(isWhole).toBe(true);
    }
    expect(names).toContain("entrylog-retention-en.svg");
    expect(new Set(names).size).toBe(6);
    expect(await page.locator(".save:visible").count()).toBe(await page.locator("svg:visible").count());
    await page.close();
  });

  it("runs no script but its own", async () => {
    const allowed = /default-src 'none'.*style-src 'sha256-[\w+/]+='; script-src 'sha256-[\w+/]+='$/;
    const page = await open("lang=en");
    expect(await page.locator("meta[http-equiv]").getAttribute("content")).toMatch(allowed);
    await page.close();
  });

  it.each([
    ["en", wide],
    ["ko", phone],
  ] as const)("has no fault by WCAG 2.2 AA in %s, and scrolls no way but down", async (language, screen) => {
    const page = await open(`lang=${language}`, screen);
    for (const fold of await page.locator("summary:visible").all()) await fold.click();
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(screen.width);
    await page.close();
  });

  it("prints on A4, with no chart or row cut and nothing that can only be pressed", async () => {
    const page = await open("lang=en");
    await page.emulateMedia({ media: "print" });
    const cut = await page
      .locator("figure:visible, tr:visible")
      .evaluateAll((all) => all.filter((one) => getComputedStyle(one).breakInside !== "avoid").length);
    expect(cut).toBe(0);
    expect(await page.locator("button:visible, summary:visible, input:visible").count()).toBe(0);
    const printed = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(printed.startsWith("%PDF-")).toBe(true);
    expect(printed).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    expect(printed.match(/\/Type \/Page\b/g)?.length ?? 0).toBeGreaterThan(4);
    await page.close();
  });
});
