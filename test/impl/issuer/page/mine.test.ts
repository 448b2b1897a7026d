// What the page shows and does about what is held of a person: every field in words and as data, their disclosures, their receipt,
// withdrawing, which is asked twice, and signing out. What it says is compared with the issuer's own store.
import { readFileSync } from "node:fs";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { Store } from "../../../../impl/store/store.ts";
import { withBrowser } from "../../../inbrowser.ts";
import { allRows } from "../stored.ts";
import { serveIssuer, servedUrls } from "./served.ts";
import { ann, done, korean, openPage, press, says, textOf, toPass } from "./walking.ts";

const disclose = Effect.flatMap(Store, (store) =>
  store.run(
    `INSERT INTO disclosed (account, case_id, answered_at, records, ends_at)
     SELECT account, 'case-7', ?1, 2, ?2 FROM account`,
    [Date.parse("2026-11-30T12:00:00+09:00"), Date.parse("2099-01-01T00:00:00+09:00")],
  ),
);

describe("what is held about a person", () => {
  withBrowser("on the page", servedUrls, (open) => {
    it("is shown in words and as data, with no place in it", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer);
      await toPass(page, issuer);
      await press(page, "Back to the figures");
      await press(page, "What do you hold about me?");
      await says(page, "No place you visited, and no list of your codes.");
      await page.locator("summary").click();
      const rows = (await page.locator("tbody tr").allInnerTexts()).map((row) => row.split("\t"));
      expect(rows).toContainEqual(["Number", ann.known]);
      expect(rows).toContainEqual(["Verification", "verified"]);
      expect(rows).toContainEqual(["By a guardian", "no"]);
      expect(rows.find(([field]) => field === "Verified until")?.[1]).toMatch(/^\d+ \w+ \d{4} at \d\d:\d\d$/);
      expect(await textOf(page)).not.toMatch(/T\d\d:\d\d/);
      await says(page, "No. Only what happened to this account is known here.");
      await done(page);
    });

    it("is shown in Korean too", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer, korean);
      await toPass(page, issuer);
      await press(page, "현황판으로 돌아가기");
      await press(page, "나에 대해 어떤 정보를 보관하나요?");
      await page.locator("summary").click();
      const rows = (await page.locator("tbody tr").allInnerTexts()).map((row) => row.split("\t"));
      expect(rows).toContainEqual(["인증", "인증 완료"]);
      expect(await textOf(page)).toContain("방문한 장소, 발급한 QR코드 목록은 없습니다.");
      await done(page);
    });

    it("tells under which cases a person was disclosed", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer);
      await toPass(page, issuer);
      await issuer.run(disclose);
      await press(page, "Back to the figures");
      await press(page, "What do you hold about me?");
      const rows = page
        .getByRole("region", { name: "Cases under which you were disclosed" })
        .locator("tbody tr");
      await rows.first().waitFor();
      expect((await rows.allInnerTexts()).map((row) => row.split("\t"))).toEqual([
        ["case-7", "30 November 2026 at 12:00", "2", "1 January 2099 at 00:00"],
      ]);
      await done(page);
    });

    it("comes as a receipt in a file", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer);
      await toPass(page, issuer);
      await press(page, "Back to the figures");
      await press(page, "What do you hold about me?");
      await page.clock.install();
      await page.evaluate("URL.revokeObjectURL = () => { document.body.className = 'forgotten' }");
      const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Save the receipt")]);
      // Some browsers read the copy only now.
      expect(await page.locator("body.forgotten").count()).toBe(0);
      await page.clock.runFor(30_000);
      await page.locator("body.forgotten").waitFor();
      expect(download.suggestedFilename()).toBe("consent-receipt.json");
      const text = readFileSync(await download.path(), "utf8");
      expect(text).toContain('"event_state": "consent given"');
      await done(page);
    });

    it("is destroyed after a second press, with a last receipt", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer);
      await toPass(page, issuer);
      await press(page, "Back to the figures");
      await press(page, "What do you hold about me?");
      await press(page, "Withdraw my consent …");
      await page.locator("button:focus", { hasText: "No, keep it" }).waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "Withdraw my consent …" }).waitFor();
      expect((await issuer.run(allRows))["account"]).toHaveLength(1);
      await press(page, "Withdraw my consent …");
      await press(page, "Yes, withdraw and destroy");
      await says(page, "You have withdrawn. What tied QR codes to you is destroyed.");
      expect((await issuer.run(allRows))["account"]).toHaveLength(0);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        press(page, "Save the last receipt"),
      ]);
      expect(readFileSync(await download.path(), "utf8")).toContain('"event_state": "consent withdrawn"');
      expect(await page.evaluate("localStorage.getItem('session')")).toBe(null);
      await done(page);
    });
  });
});
