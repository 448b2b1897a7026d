// The machines in a real browser: everything is drawn, presses are answered, and the place is kept in the address.
// Labels are measured there, with the browser's own fonts, so that none is cut off.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { refusalOf, transitionsOf } from "../../../models/language/lifecycle.ts";
import { machines } from "../../../models/machines.ts";
import { wordsCutOff } from "./cutoff.ts";
import { withAtlas } from "./opened.ts";

withAtlas("the machines of the atlas in a browser", (open) => {
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
      expect(await wordsCutOff(page.locator(`#view-${id} g.button`))).toEqual([]);
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
    await page.locator('#details [data-pick^="pass:"]').last().click();
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
});
