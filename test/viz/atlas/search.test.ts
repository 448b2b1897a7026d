// Search in a real browser, in both languages, and what stands at the foot of the page.
// What must be found is named by its place, so that a link that leads elsewhere fails.
import { expect, it } from "vitest";
import { lawHash } from "../evidence.ts";
import { withAtlas } from "./opened.ts";

withAtlas("search and provenance of the atlas", (open) => {
  it.each([
    ["token", "en", "view=pass"],
    ["토큰", "en", "view=pass"],
    ["withdrawn", "ko", "view=consent"],
    ["retention-kept", "en", "promise%3Aretention-kept"],
    ["S9", "ko", "clause%3AS9"],
    ["custodian", "en", "party%3Acustodian"],
    ["quarantine", "en", "party%3Aauthority"],
    ["police", "en", "view=disclosure"],
    ["경찰", "ko", "view=disclosure"],
  ])("finds by %s (%s) what is meant", async (typed, language, place) => {
    const page = await open(`lang=${language}`);
    await page.locator("[type=search]").fill(typed);
    const links = await page
      .locator(".found a")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    expect(links.some((link) => link.includes(place))).toBe(true);
    expect(await page.locator(".found-count").textContent()).toMatch(/^\d+/);
  });

  it("leads to what is found, and is left by Escape", async () => {
    const page = await open("view=visit&lang=en");
    const field = page.locator("[type=search]");
    await field.fill("answered");
    await page.locator('.found a[href*="disclosure.answered"]').first().click();
    await page.locator("#view-disclosure").waitFor();
    expect(page.url()).toContain("view=disclosure");
    expect(await page.locator("#details h3").textContent()).toBe("answered");
    await field.fill("zzz");
    expect(await page.locator(".found-count").textContent()).toBe("0 found");
    await field.press("Escape");
    expect([await field.inputValue(), await page.locator(".found li").count()]).toEqual(["", 0]);
  });

  it("says at the foot of which law and run it is, and how to draw it again", async () => {
    const page = await open("view=overview&lang=en");
    const foot = (await page.locator(".provenance").textContent()) ?? "";
    for (const word of [lawHash, "2026-11-30", "0123", "npm run -s entrylog -- atlas"])
      expect(foot).toContain(word);
    expect(foot).not.toContain("--commit");
  });
});
