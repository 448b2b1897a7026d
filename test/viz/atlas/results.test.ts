// The results in a real browser: verdicts with their grades, what was searched, mistakes, what was met, the last simulation, questions.
// The evidence is made for this test, so that what is seen can only come from its files.
import { expect, it } from "vitest";
import { run } from "../evidence.ts";
import { withAtlas } from "./opened.ts";

withAtlas("the results of the atlas in a browser", (open) => {
  it("shows each promise with its grade and what the last simulation saw of it", async () => {
    const page = await open("view=results&lang=en");
    const kept = page.locator('[data-promise="retention-kept"]');
    expect(await kept.locator(".verdict").allTextContents()).toEqual(["? not shown", "✗ broken"]);
    expect(await kept.textContent()).toContain("searched with small numbers, which is no proof");
    expect(await kept.textContent()).toContain("A record lived on.");
    expect(await kept.textContent()).toContain("✗ not told");
    const officers = page.locator('[data-promise="two-officers"] .verdict');
    expect(await officers.allTextContents()).toEqual(["– never exercised"]);
  });

  it("says which file was made under another law", async () => {
    const page = await open("view=results&lang=ko");
    const old = page.locator(".part", { hasText: "여기에 그린 정책이 아닌" });
    expect(await old.locator("h3").allTextContents()).toEqual(["약속", "탐색한 범위"]);
  });

  it("shows counts, mistakes that nothing noticed, shares and questions, each with its command", async () => {
    const page = await open("view=results&lang=en");
    const text = (await page.locator("#view-results").textContent()) ?? "";
    for (const words of [
      "4,000",
      "Counters over a sliding minute.",
      "visit:a-mistake: nobody looks",
      "99.3 %",
      "For 58 days.",
      "This pass has expired.",
    ])
      expect(text).toContain(words);
    for (const part of await page.locator(".part:has(h3 + .lead)").all())
      expect(await part.locator("p.quiet code").first().textContent()).toMatch(/^npm /);
  });

  it("shows the run of another file, and stays as it was when it is none or of another law", async () => {
    const page = await open("view=results&lang=en");
    const load = async (text: string) => {
      await page
        .locator("#view-results input[type=file]")
        .setInputFiles({ name: "run.json", mimeType: "application/json", buffer: Buffer.from(text) });
    };
    const seen = () => page.locator('[data-promise="two-officers"]').textContent();
    const alert = page.locator("#view-results [role=alert]");
    const before = await seen();
    for (const [text, sentence] of [
      [JSON.stringify(run).slice(0, -9), "no whole run.json"],
      [JSON.stringify({ ...run, schemaVersion: run.schemaVersion - 1 }), "no whole run.json"],
      [JSON.stringify({ ...run, manifest: { ...run.manifest, modelHash: "other" } }), "under another law"],
    ] as const) {
      await load(text);
      await alert.getByText(sentence).waitFor();
      expect(await seen()).toBe(before);
    }
    const promises = [{ id: "two-officers", clauses: ["C4"], verdict: "held", checked: 77 }];
    await load(JSON.stringify({ ...run, promises }));
    await page.getByText("77 times").waitFor();
    expect(await alert.isVisible()).toBe(false);
  });

  it("orders a table by the column that is pressed, and the other way round", async () => {
    const page = await open("view=results&lang=en");
    const refusals = page.locator("table", { hasText: "Refused because" });
    const codes = () => refusals.locator("code").allTextContents();
    const heading = refusals.locator("th", { hasText: "How often" });
    await heading.locator("button").click();
    expect(await codes()).toEqual(["pass-used", "pass-expired"]);
    expect(await heading.getAttribute("aria-sort")).toBe("ascending");
    await heading.locator("button").press("Enter");
    expect(await codes()).toEqual(["pass-expired", "pass-used"]);
    expect(await heading.getAttribute("aria-sort")).toBe("descending");
  });

  it("draws the figures by day, with their table", async () => {
    const page = await open("view=results&lang=en");
    const charts = await page
      .locator("#records svg")
      .evaluateAll((all) => all.map((one) => one.dataset["chart"]));
    expect(charts.slice(0, 3)).toEqual(["passesIssued", "checkIns", "recordsLive"]);
    expect(await page.locator('svg[data-chart="checkIns"] rect').count()).toBe(30);
    expect(await page.locator("#records tbody tr").count()).toBe(30);
    expect(await page.locator("#view-results .manifest").textContent()).toContain("abcdef");
  });
});
