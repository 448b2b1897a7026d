// Gives Play a file, as a reader chooses one, and holds that a bad one changes nothing but the one sentence that answers it.
// The tests of stories and of traces say what is in the files and how each is answered.
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Open } from "../../../opened.ts";

/** Every bad file, and the beginning of what it is answered in English and in Korean. */
export type BadFile = readonly [what: string, content: string, english: string, korean: string];

export const give = (page: Page, content: string): Promise<void> =>
  page
    .locator('.choosing input[type="file"]')
    .setInputFiles({ name: "given", mimeType: "text/plain", buffer: Buffer.from(content) });

/** In both languages the file is answered in one line, and neither place nor stage is another one. */
export async function staysAsItWas(open: Open, [, content, english, korean]: BadFile): Promise<void> {
  for (const [language, sentence] of [
    ["en", english],
    ["ko", korean],
  ] as const) {
    const page = await open(`view=play&scenario=investigation&step=5&lang=${language}`);
    const seen = async () => [page.url(), await page.locator(".stage").innerHTML()];
    const before = await seen();
    await give(page, content);
    const said = page.locator(".choosing .problem");
    await expect.poll(() => said.textContent()).toContain(sentence);
    expect((await said.textContent())?.trim().split("\n")).toHaveLength(1);
    expect(await seen()).toEqual(before);
    expect(await page.locator('select[name="kind"]').count()).toBe(0);
    await page.close();
  }
}
