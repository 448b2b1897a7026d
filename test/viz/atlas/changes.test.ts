// Two versions of the law compared: what was added, removed or changed, in a table and marked in the diagrams, in a real browser.
// The other version is this one with a few things undone; two equal ones differ in nothing.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { withData } from "../../../viz/atlas/bundle.ts";
import { changesBetween } from "../../../viz/atlas/changes/comparing.ts";
import type { LawForm } from "../../../viz/atlas/changes/facts.ts";
import { otherLaw } from "../../../viz/atlas/changes/otherlaw.ts";
import { lawContent } from "../../../viz/atlas/content.ts";
import { drawing } from "../evidence.ts";
import { withAtlas } from "./opened.ts";

const slot = '<script type="application/json" id="atlas-data"></script>';
const content = lawContent();
const present = async (): Promise<LawForm> => ({ ...(await content), lawHash: "present" });
const erasing = "visit:recorded--eraseAt-->erased";

/** The law before: another retention, a transition fewer, another condition, and a rule that is gone by now. */
const before = async (): Promise<LawForm> => {
  const law = await present();
  const [rule, ...rules] = law.system.rules;
  if (rule === undefined) throw new Error("the law has no rules");
  return {
    ...law,
    lawHash: "0123456789abcdef",
    numbers: law.numbers.map((number) =>
      number.id === "retention" ? { ...number, value: { en: "60 days", ko: "60일" } } : number,
    ),
    machines: law.machines.map((machine) => ({
      ...machine,
      transitions: machine.transitions
        .filter(({ id }) => id !== erasing)
        .map((one) =>
          one.id === "disclosure:requested--case.denied-->denied"
            ? { ...one, condition: { en: "always", ko: "언제나" } }
            : one,
        ),
    })),
    system: { rules: [rule, ...rules, { ...rule, id: "issuer.forgotten" }] },
  };
};

describe("two versions of a law", () => {
  it("differ in nothing when they are the same", async () => {
    expect(changesBetween(await present(), await present())).toEqual([]);
  });

  it("differ in what was added, removed and changed, and in nothing else", async () => {
    const changes = changesBetween(await before(), await present());
    expect(changes.map(({ how, id, parts }) => [how, id, parts.map(({ part }) => part)])).toEqual([
      ["changed", "retention", ["value"]],
      ["added", erasing, expect.arrayContaining(["says", "to", "deadline", "clauses"])],
      ["changed", "disclosure:requested--case.denied-->denied", ["when"]],
      ["removed", "rule:issuer.forgotten", expect.arrayContaining(["says", "refuses", "clauses"])],
    ]);
  });

  it.each(["no-such-file.html", "no-such-revision", import.meta.filename])(
    "are not compared with %s, which holds none",
    async (from) => {
      const stop = await Effect.runPromise(Effect.flip(otherLaw(from)).pipe(Effect.provide(drawing)));
      expect(stop).toMatchObject({ code: 2, reason: "against-unknown" });
    },
  );
});

withAtlas(
  "what changed, in the atlas",
  (open) => {
    it("is listed part by part, before and after", async () => {
      const page = await open("view=changes&lang=en");
      const retention = page.locator('[data-change="retention"] td');
      expect(await retention.allTextContents()).toEqual([
        "≠ changed",
        "number",
        expect.stringContaining("retention"),
        "value",
        "60 days",
        "28 days",
      ]);
      expect(await page.locator("[data-how=removed]").count()).toBeGreaterThan(0);
      expect(await page.locator("#view-changes").textContent()).toContain("0123456789ab");
    });

    it("is marked in the diagrams, and said in Korean", async () => {
      const page = await open("view=visit&lang=ko");
      const marked = await page
        .locator("#view-visit svg .changed")
        .evaluateAll((all) => all.map((one) => one.getAttribute("data-transition")));
      expect(marked).toEqual([erasing]);
      await page.locator('[data-view="changes"]').click();
      await page.locator("#view-changes").waitFor();
      expect(await page.locator('[data-change="retention"]').textContent()).toContain("≠ 바뀜");
    });
  },
  async (folder) => {
    const against = join(folder, "before.html");
    writeFileSync(against, withData(slot, await before()));
    return { against };
  },
);
