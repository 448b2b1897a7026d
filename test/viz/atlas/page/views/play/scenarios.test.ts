// A scenario followed in a real browser: by the controls, by itself, by the keyboard, in both languages, and from a link.
// What is looked for is what a reader sees: the sentence, the refusal with its reason, the state on the machine, who learnt what.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withAtlas, phone } from "../../../opened.ts";

withAtlas("scenarios played in a browser", (open) => {
  it("steps through a normal day, back and forth, with the time of each step", async () => {
    const page = await open("view=play&scenario=normal-day&lang=en");
    const caption = page.locator(".caption-room");
    expect(await caption.textContent()).toContain("It begins at midnight of 1 July 2020 (Wed), Seoul.");
    const step = page.getByRole("button", { name: "▷ Step" });
    await step.click();
    await step.click();
    expect(await caption.textContent()).toContain("The first person agrees to the notice in force.");
    expect(await caption.textContent()).toContain("1 July 2020 (Wed) 19:00:00");
    expect(await page.locator("output").textContent()).toBe("Step 2 of 17");
    expect(page.url()).toContain("step=2");
    await page.getByRole("button", { name: "◀ Back" }).click();
    expect(await caption.textContent()).toContain("19 hours go by.");
    await page.getByRole("button", { name: "▶| To the end" }).click();
    expect(await caption.textContent()).toContain("By itself: The consent has covered its pass");
    await page.close();
  });

  it("marks on the machine where everything stands and what was just taken", async () => {
    const page = await open("view=play&scenario=normal-day&step=8&lang=en");
    const visit = page.locator('.standing svg[data-machine="visit"]');
    expect(
      await visit.locator("[data-here]").evaluateAll((all) => all.map((one) => one.textContent)),
    ).toEqual(["● first pass", "● second pass"]);
    expect(await visit.locator('[data-here="recorded"]').textContent()).toContain("first pass");
    const taken = visit.locator(".taken[data-transition]");
    expect(await taken.getAttribute("data-transition")).toBe("visit:absent--visit.recorded-->recorded");
    expect(await page.locator('[data-instance="visit1"]').textContent()).toContain("● ");
    await page.close();
  });

  it("says why the late screenshot is refused, with advice and clause, in both languages", async () => {
    const page = await open("view=play&scenario=late-screenshot&step=15&lang=en");
    const refusal = page.locator(".reason");
    const text = await refusal.textContent();
    expect(text).toContain("This pass has expired. Please ask for a new pass and show it at once.");
    expect(text).toContain("The pass is too old.");
    expect(await refusal.locator(".chip").allTextContents()).toEqual(["F3"]);
    expect(await page.locator('.standing svg[data-machine="pass"] .taken.refusal').count()).toBe(1);
    await page.locator('[data-language="ko"]').click();
    expect(await refusal.textContent()).toContain("유효시간이 지난 QR코드입니다.");
    expect(await page.locator('[data-scenario="late-screenshot"]').getAttribute("aria-pressed")).toBe("true");
    await page.close();
  });

  it("draws who tells whom what, and in bold who learns whose phone it was", async () => {
    const page = await open("view=play&scenario=investigation&step=19&lang=en");
    const present = page.locator(".sequence .row.present");
    expect(await present.locator(".arrow.message").textContent()).toContain("answer");
    const learnt = present.locator(".learnt text");
    expect(await learnt.allTextContents()).toEqual(["+ phone number", "+ who was where"]);
    expect(await learnt.first().getAttribute("font-weight")).toBe("700");
    const authority = page.locator('.sequence-room [data-party="authority"]');
    expect(await authority.locator("strong").textContent()).toBe("phone number, who was where");
    expect(await page.locator('.sequence-room [data-party="custodian"]').textContent()).not.toContain(
      "phone",
    );
    const back = await open("view=play&scenario=investigation&step=18&lang=en");
    expect(await back.locator('.sequence-room [data-party="authority"]').textContent()).not.toContain(
      "who was where",
    );
    await back.close();
    await page.close();
  });

  it("keeps every word of the sequence within the picture, and saves what is seen", async () => {
    const page = await open("view=play&scenario=investigation&step=3&lang=ko");
    const outside = await page.locator(".sequence svg").evaluate((svg) => {
      const room = svg.getBoundingClientRect();
      return [...svg.querySelectorAll("text")]
        .filter((text) => {
          const box = text.getBoundingClientRect();
          return box.left < room.left || box.right > room.right || box.bottom > room.bottom;
        })
        .map((text) => text.textContent);
    });
    expect(outside).toEqual([]);
    const save = page.locator(".sequence-room .save");
    const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
    const saved = readFileSync(await download.path(), "utf8");
    expect(download.suggestedFilename()).toBe("entrylog-story-ko.svg");
    const texts = await page.locator(".sequence svg text").allTextContents();
    for (const text of texts) expect(saved).toContain(text.replaceAll("&", "&amp;"));
    await page.close();
  });

  it("plays by itself and stops at the end", async () => {
    const page = await open("view=play&scenario=four-weeks-later&step=14&lang=en");
    await page.locator(".controls select").selectOption("fast");
    await page.getByRole("button", { name: "▶ Play" }).click();
    const output = page.locator("output");
    await expect.poll(() => output.textContent(), { timeout: 20_000 }).toBe("Step 19 of 19");
    await expect.poll(() => page.getByRole("button", { name: "▶ Play" }).count()).toBe(1);
    await page.close();
  });

  it("is steered by the arrow keys when the diagram has the focus, and by buttons that keep it", async () => {
    const page = await open("view=play&scenario=investigation&step=2&lang=en");
    await page.locator(".sequence").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await page.locator("output").textContent()).toBe("Step 4 of 23");
    await page.keyboard.press("ArrowLeft");
    expect(await page.locator("output").textContent()).toBe("Step 3 of 23");
    const step = page.getByRole("button", { name: "▷ Step" });
    await step.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    expect(await page.locator("output").textContent()).toBe("Step 5 of 23");
    expect(await step.evaluate((button) => button.matches(":focus"))).toBe(true);
    await page.close();
  });

  it("explains a state of a machine that is pressed, and keeps the keyboard there", async () => {
    const page = await open("view=play&scenario=normal-day&step=8&lang=en");
    const recorded = page.locator('.standing svg[data-machine="visit"] [data-state="recorded"]');
    await recorded.focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("#details h3").first().textContent()).toBe("recorded");
    expect(await recorded.evaluate((box) => box.matches(":focus"))).toBe(true);
    await page.getByRole("button", { name: "▷ Step" }).click();
    expect(await page.locator("output").textContent()).toBe("Step 9 of 17");
    await page.close();
  });

  it("fits a phone, and reads its caption aloud", async () => {
    const page = await open("view=play&scenario=investigation&step=11&lang=ko", phone);
    expect(await page.locator("html").evaluate(({ scrollWidth }) => scrollWidth)).toBeLessThanOrEqual(
      phone.width,
    );
    expect(await page.locator(".caption-room").getAttribute("aria-live")).toBe("polite");
    await page.close();
  });

  it("says that there is no such story where a link asks for none that there is", async () => {
    const page = await open("view=play&scenario=nothing-of-the-kind&lang=en");
    expect(await page.locator(".problem").first().isVisible()).toBe(false);
    expect(await page.getByText("The address asks for a story that there is none of here.").isVisible()).toBe(
      true,
    );
    await page.locator('[data-scenario="normal-day"]').click();
    expect(await page.locator(".caption").first().isVisible()).toBe(true);
    await page.close();
  });
});
