// The issuer's page in two tabs of one phone, and loaded anew in the middle of every step: it stands where the issuer says that the person stands.
// Tabs follow each other's signing in, steps, withdrawing and signing out. The browser keeps a token and no number.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { withBrowser } from "../../../inbrowser.ts";
import { serveIssuer, servedUrls } from "./served.ts";
import { agree, ann, done, enter, openPage, press, says, toCode, toNotice, toPass } from "./walking.ts";

const secondTab = async (page: Page): Promise<Page> => {
  const [second] = await Promise.all([
    page.context().waitForEvent("page"),
    page.evaluate("void open(location.href)"),
  ]);
  await second.locator("button.language").waitFor();
  return second;
};

const stored = (page: Page) => page.evaluate("JSON.stringify({ ...localStorage })");

describe("the page", () => {
  withBrowser("opened again", servedUrls, (open) => {
    it("is at the same step after a reload, at each of them", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer);
      await press(page, "QR check-in");
      await page.locator("#phone").waitFor();
      await page.reload();
      await page.locator("#phone").fill(ann.typed);
      await press(page, "Continue");
      await page.locator("fieldset").waitFor();
      await page.reload();
      await agree(page, true);
      await page.locator("#guardian-phone").waitFor();
      await page.reload();
      await page.locator("#guardian-phone").fill("010-7777-8888");
      await press(page, "Send the code to the guardian");
      await page.locator("#guardian-code").waitFor();
      await page.reload();
      await enter(page, await issuer.codeTo("+821077778888"), "#guardian-code");
      await says(page, "Your guardian has confirmed.");
      await page.reload();
      await says(page, "Your guardian has confirmed.");
      await agree(page, true);
      await page.locator("#code").waitFor();
      await page.reload();
      await says(page, "Tries left: 5.");
      await enter(page, await issuer.codeTo(ann.known));
      await page.locator(".qr").waitFor();
      await page.reload();
      await page.locator(".qr").waitFor();
      await press(page, "Back to the figures");
      await press(page, "What do you hold about me?");
      await says(page, "sealed in the store");
      await page.reload();
      await says(page, "sealed in the store");
      await page.goBack();
      await page.locator("button.large").waitFor();
      await page.reload();
      await page.locator("button.large").waitFor();
      await done(page);
    });

    it("keeps a token and a language, and neither number nor code, nor anything in the address", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer);
      await toNotice(page);
      await toCode(page);
      const code = await issuer.codeTo(ann.known);
      await enter(page, code);
      await page.locator(".qr").waitFor();
      const kept = String(await stored(page));
      for (const secret of ["1234", "5678", code]) expect(kept).not.toContain(secret);
      expect(await page.evaluate("[sessionStorage.length, document.cookie]")).toEqual([0, ""]);
      expect(JSON.stringify(await page.evaluate("history.state"))).toBe(
        '{"place":"checkin","guardian":false}',
      );
      await done(page);
    });

    it("follows another tab, step by step, to withdrawing and to signing out", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer);
      const second = await secondTab(page);
      await second.locator("button.large").click();
      await second.locator("#phone").waitFor();
      await page.bringToFront();
      await toNotice(page);
      await second.locator("fieldset").waitFor();
      await second.bringToFront();
      await toCode(second);
      await page.locator("#code").waitFor();
      await enter(second, await issuer.codeTo(ann.known));
      await page.locator(".qr").waitFor();
      await second.locator(".qr").waitFor();
      await press(second, "Back to the figures");
      await press(second, "What do you hold about me?");
      await press(second, "Withdraw my consent …");
      await press(second, "Yes, withdraw and destroy");
      await says(second, "You have withdrawn.");
      await page.locator("#phone").waitFor();
      // Chromium lets a tab that lies behind another draw once a second.
      await page.bringToFront();
      await press(page, "Back to the figures");
      await toPass(page, issuer);
      await press(page, "Back to the figures");
      await press(page, "What do you hold about me?");
      await second.reload();
      await says(second, "sealed in the store");
      await press(page, "Sign out");
      await says(page, "You are signed out on this phone.");
      await says(second, "You are not signed in on this phone");
      await done(page);
    });
  });
});
