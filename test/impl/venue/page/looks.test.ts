// How the page of a door looks and is used: in both languages, on a narrow screen, with large letters, by keyboard; and each answer's
// words and shape for every reason that the law, the machine or the page itself has.
// It stays as small after hundreds of scans as it was before.
import { describe, expect, it } from "vitest";
import { refusalCodes } from "../../../../impl/generated/law.ts";
import { problemCodes } from "../../../../impl/protocol/http/problemcodes.ts";
import { sayVerdict } from "../../../../impl/venue/page/answerview.ts";
import { admitted, refusedFor } from "../../../../impl/venue/page/verdict.ts";
import { phone, wide, withBrowser } from "../../../inbrowser.ts";
import { expectSeenWithinSecond } from "../../../slowphone.ts";
import { faults } from "../../../viz/faults.ts";
import {
  answer,
  atWork,
  english,
  freshPass,
  korean,
  numberOf,
  serveDoor,
  type as typeCode,
} from "./served.ts";

const narrow = { width: 320, height: 700 };
const codes = [
  ...refusalCodes.filter((code) => code !== ""),
  ...Object.keys(problemCodes),
  "challenge-alone",
  "held-full",
  "unreachable",
];

describe("the words of an answer", () => {
  it.each(codes)("say in both languages what %s means and what to do", (code) => {
    const inEnglish = sayVerdict(refusedFor(code), { language: "en", locale: "en-GB" });
    const inKorean = sayVerdict(refusedFor(code), { language: "ko", locale: "ko-KR" });
    expect(inEnglish.small).toMatch(/^[A-Z].*\. [A-Z].*\.$/);
    expect(inKorean.small).toMatch(/[가-힣].*\. .*[가-힣].*\.$/);
    expect([inEnglish.large, inKorean.large]).toEqual(
      code === "collection-suspended" ? ["No check-in now", "체크인 중단 중"] : ["Not admitted", "입장 불가"],
    );
  });

  it("never say that what is not yet checked was checked", () => {
    const said = (["checked", "unchecked"] as const).map((one) =>
      sayVerdict(admitted(one), { language: "en", locale: "en-GB" }),
    );
    expect(said.map(({ large }) => large)).toEqual(["Admitted", "Admitted, not yet checked"]);
  });
});

describe("a door's page", () => {
  const door = serveDoor();
  withBrowser(
    "in a browser",
    () => door().url,
    (open) => {
      it.each([
        { language: "ko", locale: korean, screen: phone },
        { language: "en", locale: english, screen: wide },
      ])("has no fault by WCAG 2.2 AA in $language, whatever the answer", async ({ locale, screen }) => {
        const page = await atWork(door(), open, locale, screen);
        const pass = await freshPass(door());
        await typeCode(page, pass);
        await answer(page, "checked").waitFor();
        expect(await faults(page)).toEqual([]);
        await typeCode(page, pass);
        await answer(page, "refused").waitFor();
        expect(await faults(page)).toEqual([]);
        door().line.cut = true;
        await typeCode(page, await freshPass(door()));
        await answer(page, "unchecked").waitFor();
        door().line.cut = false;
        expect(await faults(page)).toEqual([]);
        await page.context().close();
      });

      it("fits 320 px and letters of twice the size, and what is pressed is 44 px high", async () => {
        const page = await atWork(door(), open, english, narrow);
        await page.getByRole("button", { name: "Show a challenge" }).click();
        await page.getByRole("img", { name: "The challenge of this door as a QR code" }).waitFor();
        door().line.cut = true;
        await typeCode(page, await freshPass(door()));
        await answer(page, "unchecked").waitFor();
        door().line.cut = false;
        const width = () => page.evaluate("document.documentElement.scrollWidth");
        const low = await page
          .locator("button, summary, textarea, select")
          .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height).filter((px) => px < 44));
        expect([await width(), low]).toEqual([narrow.width, []]);
        await page.evaluate("document.documentElement.style.fontSize = '200%'");
        expect(await width()).toBe(narrow.width);
        await page.context().close();
      });

      it("shows the answer in letters that are read from two metres, without scrolling on a phone", async () => {
        const page = await atWork(door(), open);
        await typeCode(page, await freshPass(door()));
        const large = answer(page, "checked").locator(".large");
        await large.waitFor();
        expect(
          await large.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
        ).toBeGreaterThan(40);
        // Also for who typed it further down.
        const isSeen = () => answer(page, "checked").evaluate((one) => one.getBoundingClientRect().top >= 0);
        await expect.poll(isSeen).toBe(true);
        const box = await answer(page, "checked").evaluate(
          (one) => one.getBoundingClientRect().bottom + one.ownerDocument.documentElement.scrollTop,
        );
        expect(box).toBeLessThan(phone.height);
        await page.context().close();
      });

      it("is used by keyboard alone, and tells a screen reader the answer", async () => {
        const page = await atWork(door(), open);
        await page.locator("summary").first().focus();
        await page.keyboard.press("Enter");
        await page.keyboard.press("Tab");
        await page.keyboard.insertText(await freshPass(door()));
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await page.locator("p[role=status]", { hasText: "Admitted." }).waitFor();
        await page.context().close();
      });

      it("does not grow, however many codes it is shown", async () => {
        const scans = process.env["FULL_TESTS"] === "1" ? 1_000 : 100;
        const page = await atWork(door(), open);
        await typeCode(page, "NO PASS");
        await answer(page, "refused").waitFor();
        const nodes = () => page.evaluate("document.querySelectorAll('*').length");
        const before = await nodes();
        await page.evaluate(`(async () => {
          const field = document.querySelector("textarea");
          for (let turn = 0; turn < ${String(scans)}; turn += 1) {
            field.value = "NO PASS " + turn;
            field.dispatchEvent(new Event("input", { bubbles: true }));
            await new Promise((next) => setTimeout(next));
            field.form.requestSubmit();
            await new Promise((next) => setTimeout(next));
          }
        })()`);
        await expect.poll(() => numberOf(page, "Not admitted"), { timeout: 60_000 }).toBe(String(scans + 1));
        expect(await nodes()).toBe(before);
        expect(await page.evaluate("JSON.stringify(localStorage).length")).toBeLessThan(1_000);
        await page.context().close();
      });

      it("shows itself within a second on a slow phone and a slow line, at best", async () => {
        await expectSeenWithinSecond(open, `${door().url}/`, { ...english, serviceWorkers: "block" });
      });

      it("has under 300 kB with everything, unpacked", async () => {
        const page = await open("about:blank", phone, { serviceWorkers: "block" });
        let bytes = 0;
        page.on("response", (response) => {
          void response.body().then((body) => (bytes += body.length));
        });
        await page.goto(`${door().url}/`, { waitUntil: "networkidle" });
        expect(bytes).toBeGreaterThan(50_000);
        expect(bytes).toBeLessThan(300_000);
        await page.context().close();
      });
    },
    /^(Failed to load resource: the server responded|Service Worker registration blocked)/,
  );
});
