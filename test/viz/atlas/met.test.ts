// What tests and the simulation met, laid over a diagram in a real browser, and in its table.
// The evidence is made for this test: one transition with known figures, all others never met.
import { expect, it } from "vitest";
import { withAtlas } from "./opened.ts";

const erased = "visit:recorded--eraseAt-->erased";

withAtlas("coverage laid over the diagrams", (open) => {
  it("lays figures over states and transitions on demand, keeps that in the address, and takes them away", async () => {
    const page = await open("view=visit&lang=en");
    expect(await page.locator("#view-visit .badges").count()).toBe(0);
    await page.locator('#view-visit [data-choice="met=simulation"]').click();
    expect(page.url()).toContain("met=simulation");
    expect(await page.locator(`[data-badge="${erased}"]`).textContent()).toBe("4.3K");
    expect(await page.locator('[data-badge-state="recorded"]').textContent()).toBe("5K");
    expect(await page.locator('[data-badge-state="absent"]').textContent()).toBe("5K");
    const never = page.locator('[data-badge="visit:disclosed--eraseAt-->erased"]');
    expect(await never.textContent()).toBe("0");
    expect(await never.locator("rect").getAttribute("stroke-dasharray")).not.toBeNull();
    await page.locator('#view-visit [data-choice="met=tests"]').click();
    expect(await page.locator(`[data-badge="${erased}"]`).textContent()).toBe("8");
    expect(await never.textContent()).toBe("3");
    await page.locator('#view-visit [data-choice="met=tests"]').click();
    expect(await page.locator("#view-visit .badges").count()).toBe(0);
  });

  it("says the same in the table, in Korean too", async () => {
    const page = await open("view=visit&lang=ko&met=simulation");
    expect(await page.locator(`[data-badge="${erased}"]`).textContent()).toBe("4.3천");
    await page.locator("#view-visit .twin summary").click();
    const cells = page.locator(`#view-visit .twin tr[data-row="${erased}"] .number`);
    expect(await cells.allTextContents()).toEqual(["8", "4,321"]);
    const other = page.locator('#view-visit .twin tr[data-row="visit:disclosed--eraseAt-->erased"] .number');
    expect(await other.allTextContents()).toEqual(["3", "⚠ 없음"]);
  });
});
