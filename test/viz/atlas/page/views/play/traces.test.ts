// A witness trace in a real browser: opened, somebody in it chosen and followed on the machines, and every bad one answered in a sentence.
// A trace is no part of a link; whoever opens such a link is told to open the file.
import { expect, it } from "vitest";
import { withAtlas } from "../../../opened.ts";
import { give, staysAsItWas, type BadFile } from "./giving.ts";
import { lines, traceOf } from "./tracetext.ts";

const bad: readonly BadFile[] = [
  ["cut short", traceOf().slice(0, 700), "This trace is cut short", "중간에 잘린 실행 기록"],
  [
    "with a row less",
    traceOf().replace(`${lines[1] ?? ""}\t00000000\n`, ""),
    "This trace is cut short",
    "중간에 잘린 실행 기록",
  ],
  [
    "of another version",
    traceOf(lines, { schemaVersion: 9 }),
    "This trace was written in the form of another version",
    "다른 판의 형식",
  ],
  [
    "of other models",
    traceOf(lines, { modelHash: "77" }),
    "This trace was made by other models",
    "이 화면과 다른 모델",
  ],
  [
    "of an unknown policy",
    traceOf(lines, { preset: "1999-01" }),
    "This trace was made under a policy",
    "여기에 없는 정책",
  ],
  [
    "that is none of ours",
    traceOf(lines, { scenario: 5 }),
    "This does not begin as a witness trace",
    "모의실험의 실행 기록처럼",
  ],
];

withAtlas("traces in a browser", (open) => {
  it("lets a reader follow a visit on the machines, row by row", async () => {
    const page = await open("view=play&lang=en");
    await give(page, traceOf());
    await page.locator('select[name="kind"]').selectOption("visit");
    expect(await page.locator('input[name="key"]').inputValue()).toBe("18444.0");
    await page.getByRole("button", { name: "Follow" }).click();
    expect(await page.locator(".play h3.title").textContent()).toBe("Visit 18444.0");
    expect(await page.locator(".acting").isVisible()).toBe(false);
    await page.getByRole("button", { name: "▶| To the end" }).click();
    expect(await page.locator(".caption-room").textContent()).toContain("29 July 2020 (Wed) 00:00:00");
    expect(await page.locator(".caption-room").textContent()).toContain("erased with its day");
    const visit = page.locator('.standing svg[data-machine="visit"]');
    expect(await visit.locator("[data-here]").getAttribute("data-here")).toBe("erased");
    expect(await visit.locator(".taken[data-transition]").getAttribute("data-transition")).toBe(
      "visit:disclosed--eraseAt-->erased",
    );
    await page.close();
  });

  it("keeps the trace when the language changes", async () => {
    const page = await open("view=play&lang=en");
    await give(page, traceOf());
    await page.getByRole("button", { name: "Follow" }).click();
    await page.locator('[data-language="ko"]').click();
    expect(await page.locator(".play h3.title").textContent()).toBe("이용자 7");
    expect(await page.getByRole("button", { name: "따라가기" }).count()).toBe(1);
    await page.close();
  });

  it("says what to do where a link follows somebody through a trace, and where a name is unknown", async () => {
    const page = await open("view=play&trace=person+7&lang=en");
    expect(await page.getByText("Open the file of that trace again to see it.").isVisible()).toBe(true);
    await give(page, traceOf());
    await page.locator('input[name="key"]').fill("99");
    await page.getByRole("button", { name: "Follow" }).click();
    expect(await page.getByText("The trace has none of this name").isVisible()).toBe(true);
    await page.close();
  });

  it.each(bad)("answers a trace %s with a sentence, and stays as it was", (...file) =>
    staysAsItWas(open, file),
  );
});
