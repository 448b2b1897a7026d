// Time on the issuer's page: the fifteen seconds of a QR code, the month of a verification, and a renewal before it is over.
// The page's own clock is moved by the browser, the issuer's by the suite, so that no test waits.
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { decodePassText, passVersions } from "../../../../impl/protocol/pass.ts";
import { presets } from "../../../../models/policy.ts";
import { withBrowser } from "../../../inbrowser.ts";
import { serveIssuer, servedUrls } from "./served.ts";
import { ann, done, enter, openPage, press, says, textOf, toPass } from "./walking.ts";

const day = 86_400_000;

const secondsLeft = async (page: Page): Promise<number> =>
  Number(/\d+/.exec(await page.getByRole("timer").innerText())?.[0]);

const announced = (page: Page, text: string | RegExp): Promise<void> =>
  page.locator("#said", { hasText: text }).waitFor({ state: "attached" });

describe("what runs down on the page", () => {
  withBrowser("before a person's eyes", servedUrls, (open) => {
    it("is a QR code's fifteen seconds, seen and told at few moments; then it is hidden, and renewed on request", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer);
      await page.clock.install();
      await toPass(page, issuer);
      await announced(page, /^The QR code is shown for 1\d seconds\.$/);
      const ring = page.locator("circle.left");
      const emptied = async () => Number(await ring.getAttribute("stroke-dashoffset"));
      const before = await emptied();
      await page.clock.runFor(((await secondsLeft(page)) - 4) * 1_000);
      expect(await secondsLeft(page)).toBeLessThanOrEqual(5);
      expect(await emptied()).toBeGreaterThan(before);
      await announced(page, /^[1-5] seconds left\.$/);
      await page.clock.runFor(5_000);
      await page.locator(".qr").waitFor({ state: "detached" });
      await announced(page, "The QR code is over and has been hidden.");
      expect(await page.locator(".astext").count()).toBe(0);
      await page.locator("button:focus", { hasText: "Show a new QR code" }).waitFor();
      await page.keyboard.press("Enter");
      await page.locator(".qr").waitFor();
      await done(page);
    });

    it("is renewed on request while it runs, and stands there as text on request", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer);
      await toPass(page, issuer);
      const field = page.getByRole("textbox", { name: "The code as text" });
      expect(await field.count()).toBe(0);
      await page.locator(".astext summary").click();
      const text = await field.inputValue();
      expect(decodePassText(text, passVersions.deployed).ok).toBe(true);
      await press(page, "Show a new QR code");
      await field.waitFor({ state: "detached" });
      await page.locator("button:focus", { hasText: "Show a new QR code" }).waitFor();
      await page.locator(".astext summary").click();
      expect(await field.inputValue()).not.toBe(text);
      await done(page);
    });

    it("is nothing that a machine asleep could stretch", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer);
      await page.clock.install();
      await toPass(page, issuer);
      // Timers stood still, and the clock on the wall went on.
      await page.clock.fastForward(3_600_000);
      await page.locator(".qr").waitFor({ state: "detached" });
      await done(page);
    });

    it("is a month, after which the number is verified again", async () => {
      const issuer = await serveIssuer({ policy: presets["2020-10"] });
      const page = await openPage(open, issuer);
      await toPass(page, issuer);
      await says(page, /Your number is verified until \d+ \w+ \d{4} at \d\d:\d\d\./);
      // A pass in between keeps the account for as long as its day's records.
      issuer.moveOn(20 * day);
      await page.reload();
      await page.locator(".qr").waitFor();
      issuer.moveOn(10 * day);
      await page.reload();
      await says(page, "A month has passed since your number was verified.");
      await press(page, "Send the code");
      await page.locator("#code").waitFor();
      await enter(page, await issuer.codeTo(ann.known));
      await page.locator(".qr").waitFor();
      await done(page);
    });

    it("is renewed before it is over, also across a reload", async () => {
      const issuer = await serveIssuer({ policy: presets["2020-10"] });
      const page = await openPage(open, issuer);
      await toPass(page, issuer);
      const until = async () => /verified until ([^.]+)\./.exec(await textOf(page))?.[1];
      const before = await until();
      issuer.moveOn(10 * day);
      await page.reload();
      await press(page, "Verify it for another month");
      await press(page, "Send the code");
      await page.locator("#code").waitFor();
      await page.reload();
      await page.locator(".qr").waitFor();
      await enter(page, await issuer.codeTo(ann.known));
      await page.getByRole("button", { name: "Verify it for another month" }).waitFor();
      expect(await until()).not.toBe(before);
      await done(page);
    });
  });
});
