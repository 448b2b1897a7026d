// A machine's view in a real browser: the refusals come into the diagram on demand and leave it again, and the address keeps it.
// No word of them is cut off, in either language; where a machine refuses nothing, nothing is offered.
// Where the reader's system forces its colours, everything is still seen, and kinds differ by dashes and signs.
import { expect, it } from "vitest";
import { refusalOf, transitionsOf } from "../../../../../../models/language/lifecycle.ts";
import { machines } from "../../../../../../models/machines.ts";
import { wordsCutOff } from "../../../cutoff.ts";
import { withAtlas } from "../../../opened.ts";

const refusalsOf = (machine: (typeof machines)[number]) =>
  transitionsOf(machine).filter(({ transition }) => refusalOf(transition) !== undefined);
const refusing = machines.filter((machine) => refusalsOf(machine).length > 0);

withAtlas("the view of a machine", (open) => {
  it("shows refusals on demand, and leaves them out again", async () => {
    for (const machine of refusing) {
      const page = await open(`view=${machine.id}&lang=en`);
      const view = page.locator(`#view-${machine.id}`);
      const refusals = view.locator("svg g.refusal");
      expect(await refusals.count()).toBe(0);
      await view.getByRole("button", { name: "Show refusals" }).click();
      expect(await refusals.count()).toBe(refusalsOf(machine).length);
      expect(page.url()).toContain("refusals=1");
      await view.getByRole("button", { name: "Show refusals", pressed: true }).click();
      expect(await refusals.count()).toBe(0);
      expect(page.url()).not.toContain("refusals");
      await page.close();
    }
  });

  it("offers none where nothing is refused", async () => {
    const page = await open("view=visit&lang=en");
    expect(await page.getByRole("button", { name: "Show refusals" }).count()).toBe(0);
    await page.close();
  });

  it("opens with the refusals that a link asks for, and explains one at a press", async () => {
    const page = await open("view=disclosure&lang=en&refusals=1");
    await page.locator("svg g.refusal", { hasText: "The case names no venue." }).click();
    expect(await page.locator("#details").textContent()).toContain("case-without-venue");
    expect(page.url()).toContain("refusals=1");
    await page.close();
  });

  it.each(["en", "ko"])("cuts no word of a refusal off (%s)", async (language) => {
    for (const { id } of refusing) {
      const page = await open(`view=${id}&lang=${language}&refusals=1`);
      expect(await wordsCutOff(page.locator(`#view-${id} g.button`))).toEqual([]);
      await page.close();
    }
  });

  it("is seen in forced colours, where kinds differ by dashes", async () => {
    const page = await open("view=pass&lang=en&refusals=1");
    await page.emulateMedia({ forcedColors: "active" });
    const seen = await page.locator("#view-pass svg").evaluate((svg) => {
      const look = (selector: string) => {
        const found = svg.querySelector(selector);
        return found === null ? undefined : getComputedStyle(found);
      };
      const dashes = ["event", "deadline", "refusal"].map(
        (kind) => look(`g.${kind} rect`)?.strokeDasharray ?? "",
      );
      return {
        dashes,
        sheet: getComputedStyle(globalThis.document.body).backgroundColor,
        colours: [look("circle")?.fill, look("g.refusal rect")?.stroke, look("text")?.fill],
        areas: [look("g.refusal rect")?.fill, look(".outline")?.fill],
      };
    });
    expect(new Set(seen.dashes).size).toBe(3);
    expect(seen.colours).not.toContain(seen.sheet);
    expect(new Set(seen.colours).size).toBe(1);
    expect(seen.areas).toEqual([seen.sheet, seen.sheet]);
    await page.close();
  });
});
