// The law read backwards in a real browser: from a clause or a promise to all that rests on it, and what passed through a transition.
// What is expected is read from the models, or from the evidence that was made for the test.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clauses } from "../../../models/clauses.ts";
import { transitionsOf } from "../../../models/language/lifecycle.ts";
import { machines } from "../../../models/machines.ts";
import { properties } from "../../../models/properties.ts";
import { codeOf } from "../../../viz/atlas/page/details/transition.ts";
import { isUntouched } from "../../../viz/atlas/page/details/touched.ts";
import { promisesThrough, touchedByClause, touchedByPromise } from "../../../viz/atlas/touching.ts";
import { withAtlas } from "./opened.ts";

describe("what a clause or a promise touches", () => {
  it("is every state and transition that names the clause, and no other", () => {
    for (const machine of machines)
      for (const { id, transition } of transitionsOf(machine))
        for (const clause of Object.keys(clauses))
          expect(touchedByClause(clause).places.includes(id), `${id} ${clause}`).toBe(
            transition.meta.clauses.some((named) => named === clause),
          );
  });

  it("is, of a promise about issuing, the transition that issues; of one about keeping, the deadlines that end it", () => {
    expect(touchedByPromise("no-pass-without-consent").rules).toContain("issuer.issue");
    expect(touchedByPromise("retention-kept").places).toContain("visit:recorded--eraseAt-->erased");
    expect(promisesThrough("visit:recorded--eraseAt-->erased")).toContain("retention-kept");
    expect(promisesThrough("crisis:active--level.announced#1-->active")).toEqual([]);
  });

  it("is something for every promise that is judged by what happens", () => {
    const idle = properties.filter(
      ({ id, knows }) => knows === undefined && isUntouched(touchedByPromise(id)),
    );
    expect(idle.map(({ id }) => id)).toEqual([]);
  });

  it("names code that is there, in which every transition stands by its id", () => {
    for (const machine of machines) {
      const [written = "", carriedOut = ""] = codeOf(machine);
      expect(existsSync(written), written).toBe(true);
      const code = readFileSync(carriedOut, "utf8");
      for (const { id } of transitionsOf(machine)) expect(code.includes(`// ${id}`), id).toBe(true);
    }
  });
});

withAtlas("clauses and promises of the atlas in a browser", (open) => {
  it("explains a transition with what passed through it", async () => {
    const page = await open("view=visit&lang=en&at=visit:recorded--eraseAt--%3Eerased");
    const shown = (await page.locator("#details .shown").textContent()) ?? "";
    expect(shown).toContain("4,321 times");
    expect(shown).toContain("test/equal");
    const panel = page.locator("#details");
    expect(await panel.textContent()).toContain("impl/generated/core/visit.ts");
    expect(await panel.locator('[data-pick="promise:retention-kept"]').count()).toBe(1);
  });

  it("says so where nothing passed", async () => {
    const page = await open("view=pass&lang=en&at=pass.issued");
    expect(await page.locator("#details .shown dd").allTextContents()).toEqual(["never", "never"]);
  });

  it("leads from a chip to its clause, marks what rests on it in every diagram, and is closed again", async () => {
    const page = await open("view=visit&lang=en");
    await page.locator('#view-visit [data-pick="clause:S9"]').first().click();
    expect(page.url()).toContain("at=clause%3AS9");
    const marked = await page
      .locator("#view-visit svg .touched")
      .evaluateAll((all) => all.map((one) => one.getAttribute("data-transition") ?? "").filter(Boolean));
    const expected = touchedByClause("S9").places.filter((id) => id.startsWith("visit:"));
    expect(marked.toSorted()).toEqual(expected.toSorted());
    expect(marked.length).toBeGreaterThan(0);
    await page.locator("#details .close").click();
    expect(await page.locator(".touched").count()).toBe(0);
    expect(page.url()).not.toContain("at=");
  });

  it("makes a clause stand out that nothing rests on, or that no test holds", async () => {
    const page = await open("view=clauses&lang=en");
    const untouched = Object.keys(clauses).filter((id) => isUntouched(touchedByClause(id)));
    const marked = await page
      .locator("#view-clauses tr:has(td:nth-child(4) .question)")
      .evaluateAll((lines) => lines.map((line) => line.getAttribute("data-row")));
    expect(marked.toSorted()).toEqual(untouched.toSorted());
    const f14 = page.locator('tr[data-row="F14"]');
    expect(await f14.textContent()).toContain("Nothing of it is built.");
    expect(await page.locator('tr[data-row="S9"] td').nth(4).textContent()).toContain("yes");
  });

  it("explains a promise in Korean, with the transitions after which it is judged", async () => {
    const page = await open("view=clauses&lang=ko");
    await page.locator('#view-clauses [data-pick="promise:retention-kept"]').click();
    const panel = page.locator("#details");
    expect(await panel.locator("h3").textContent()).toMatch(/\p{Script=Hangul}/u);
    expect(await panel.locator('[data-pick="visit:recorded--eraseAt-->erased"]').count()).toBe(1);
  });
});
