// Pictures compared with approved ones: the overview and every machine, in both languages, as the SVG text that anybody can open.
// A change of the law, the layout or the painters shows here as a difference in a picture, and wants a look at it.
// To approve: `APPROVE=1 npm test -- test/viz/atlas/pictures.test.ts`, then look at what git shows in approved/ before committing it.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { machines } from "../../../models/machines.ts";
import { svgFiles } from "../../../viz/atlas/formats/svg.ts";
import { languages } from "../../../viz/said.ts";
import { withAtlas } from "./opened.ts";

const folder = join(import.meta.dirname, "approved");
const names = languages
  .flatMap((language) => ["overview", ...machines.map(({ id }) => id)].map((id) => `${id}-${language}.svg`))
  .sort();

const approved = (name: string) => readFileSync(join(folder, name), "utf8");

describe("the pictures", () => {
  let drawn: ReadonlyMap<string, string> = new Map();
  beforeAll(async () => {
    drawn = await svgFiles();
    if (process.env["APPROVE"] !== "1") return;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const [name, text] of drawn) writeFileSync(join(folder, name), text);
  });

  it("are those that were approved, none more and none less", () => {
    expect([...drawn.keys()].sort()).toEqual(names);
    expect(readdirSync(folder).sort()).toEqual(names);
  });

  it.each(names)("%s is as it was approved", (name) => {
    expect(drawn.get(name)).toBe(approved(name));
  });

  it("would differ if one number of the policy did", () => {
    expect(approved("visit-en.svg").replaceAll("28 days", "27 days")).not.toBe(drawn.get("visit-en.svg"));
  });
});

withAtlas("the page and the approved pictures", (open) => {
  it.each(["overview-en", "visit-ko", "disclosure-en"])("%s looks the same, to the pixel", async (name) => {
    const [id = "", language = ""] = name.split("-");
    const page = await open(`view=${id}&lang=${language}`);
    const picture = page.locator(`#view-${id} .diagram svg`).first();
    const seen = await picture.screenshot();
    await picture.evaluate(
      (svg, text) => {
        const other = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
        svg.replaceChildren(...other.childNodes);
      },
      approved(`${name}.svg`),
    );
    expect(await picture.locator("title").count()).toBe(1);
    expect((await picture.screenshot()).equals(seen)).toBe(true);
    await page.close();
  });
});
