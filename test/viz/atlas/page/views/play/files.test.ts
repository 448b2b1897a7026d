// Stories from files in a real browser: one that the prover wrote is played and breaks its promise with the reason.
// Each bad file is answered by one sentence, in both languages, and the page stays exactly as it was.
import { expect, it } from "vitest";
import { text, withMeta } from "../../../../../sim/prove/story/shortest.ts";
import { lawHash } from "../../../../evidence.ts";
import { withAtlas } from "../../../opened.ts";
import { give, staysAsItWas, type BadFile } from "./giving.ts";

const good = withMeta({ modelHash: lawHash });

const bad: readonly BadFile[] = [
  ["cut short", good.slice(0, 400), "This file is cut short", "이 파일은 중간에 잘렸거나"],
  ["empty", "", "This file is cut short", "이 파일은 중간에 잘렸거나"],
  ["not ours", '{"a":1}', "This is no story in the form", "증명기가 쓰는 형식"],
  [
    "without steps",
    good.replace('"states":', '"steps":'),
    "This is no story in the form",
    "증명기가 쓰는 형식",
  ],
  [
    "of another version",
    withMeta({ modelHash: lawHash, schemaVersion: 7 }),
    "This story was written in the form of another version",
    "다른 판의 형식",
  ],
  ["of other models", text, "This story was made by other models", "이 화면과 다른 모델"],
  [
    "of a deliberate mistake",
    withMeta({ modelHash: lawHash, mistake: "two-officers" }),
    "This story is of a deliberate mistake",
    "정책에 일부러 넣은 잘못",
  ],
  [
    "of an unknown part",
    withMeta({ modelHash: lawHash, slice: "cellar" }),
    "This story is of a part",
    "여기에 없는 부분",
  ],
  [
    "of an unknown number",
    withMeta({ modelHash: lawHash, set: { officers: 1 } }),
    "This story is of a part",
    "여기에 없는 부분",
  ],
  [
    "that says otherwise",
    withMeta({ modelHash: lawHash, breaks: [] }),
    "This story cannot be played to its end",
    "이 정책으로는 이야기를",
  ],
  [
    "with a move that there is not",
    good.replaceAll("approve by first", "approve by third"),
    "This story cannot be played to its end",
    "이 정책으로는 이야기를",
  ],
];

withAtlas("stories from files in a browser", (open) => {
  it("plays a story of the prover under the number that it sets, and says what it breaks and why", async () => {
    const page = await open("view=play&lang=en");
    await give(page, good);
    const caption = page.locator(".caption-room");
    await expect
      .poll(() => caption.textContent())
      .toContain("Set otherwise than in the policy: 1 instead of 2 (officers required).");
    await page.getByRole("button", { name: "▶| To the end" }).click();
    expect(await caption.textContent()).toContain("The first officer approves the case.");
    const broken = page.locator(".broken");
    expect(await broken.locator("code").textContent()).toBe("two-officers");
    expect(await broken.textContent()).toContain(
      "officer who asked: the first officer; officer who approved: the first officer.",
    );
    expect(page.url()).toContain("set=officersRequired%3D1");
    await page.close();
  });

  it.each(bad)("answers a file %s with a sentence, and stays as it was", (...file) =>
    staysAsItWas(open, file),
  );
});
