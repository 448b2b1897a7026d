// A reviewer's notes in a real browser: written beside what is explained, marked in the diagram, saved as a file, loaded again.
// Files that are cut short, of another law, or of something else are answered by a sentence, and nothing changes.
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { lawHash } from "../evidence.ts";
import { withAtlas } from "./opened.ts";

const place = "view=visit&at=visit.recorded";
const text = "Why four weeks?\nAsk the ministry.";

const load = async (page: Page, name: string, content: string): Promise<void> => {
  await page.locator("#view-notes input[type=file]").setInputFiles({
    name,
    mimeType: "application/json",
    buffer: Buffer.from(content),
  });
};

withAtlas("notes of a reviewer", (open) => {
  it("are written beside a state, marked there, listed, saved, and loaded into another page", async () => {
    const page = await open(`${place}&lang=en`);
    await page.locator("#details textarea").fill(text);
    expect(await page.locator('#view-visit [data-state="recorded"].noted').count()).toBe(1);
    await page.locator('[data-view="notes"]').click();
    await page.locator("#view-notes").waitFor();
    expect(await page.locator(".notes .written").textContent()).toBe(text);
    expect(await page.locator("#view-notes").textContent()).toContain("written since they were last saved");
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#view-notes button", { hasText: "Save as a file" }).click(),
    ]);
    const file = readFileSync(await saved.path(), "utf8");
    expect(JSON.parse(file)).toMatchObject({ modelHash: lawHash, notes: [{ at: "visit.recorded", text }] });
    expect(await page.locator("#view-notes").textContent()).not.toContain("since they were last saved");

    const other = await open("view=notes&lang=ko");
    await load(other, "notes.json", file);
    await other.locator(".notes [data-pick]").click();
    expect(await other.locator("#details textarea").inputValue()).toBe(text);
  });

  it.each([
    ["cut short", `{"format":"entrylog-notes","notes":[`, "no whole file of notes"],
    ["not ours", `{"hello":1}`, "no whole file of notes"],
    [
      "of another law",
      JSON.stringify({ format: "entrylog-notes", schemaVersion: 1, modelHash: "feedbeef", notes: [] }),
      "about another law (feedbeef)",
    ],
    [
      "of another version",
      JSON.stringify({ format: "entrylog-notes", schemaVersion: 2, modelHash: lawHash, notes: [] }),
      "no whole file of notes",
    ],
  ])("are kept as they are when a file is %s", async (_, content, sentence) => {
    const page = await open(`${place}&lang=en`);
    await page.locator("#details textarea").fill(text);
    await page.locator('[data-view="notes"]').click();
    await page.locator("#view-notes").waitFor();
    await load(page, "other.json", content);
    await page.locator("#view-notes [role=alert]:not(.elsewhere)").waitFor();
    expect(await page.locator("#view-notes [role=alert]").textContent()).toContain(sentence);
    expect(await page.locator(".notes .written").textContent()).toBe(text);
  });
});
