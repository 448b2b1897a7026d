// What axe finds wrong with a page by WCAG 2.2 AA, as `rule: where`.
// The tests of atlas and report ask it; that it tells of a fault is tested with a planted one.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export const faults = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe);
  const found: unknown = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ["violations"] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target }) => id + ": " + target.join(" "))))`,
  );
  return Array.isArray(found) ? found.map(String) : ["axe answered nothing"];
};
