// Every refusal that a person can meet on the issuer's page: one sentence and what to do, beside what caused it and told to screen readers.
// What was typed stays, a field is led back to, and limits and locks run down and end by the issuer's clock.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { presets } from "../../../../models/policy.ts";
import { Issuer } from "../../../../impl/issuer/issuer.ts";
import { SmsUnavailable } from "../../../../impl/issuer/smsgateway.ts";
import { withBrowser } from "../../../inbrowser.ts";
import { openDevice } from "../devices.ts";
import { wrongOf } from "../people.ts";
import { serveIssuer, servedUrls } from "./served.ts";
import {
  agree,
  alerted,
  ann,
  done,
  enter,
  openPage,
  press,
  says,
  textOf,
  toCode,
  toNotice,
  toPass,
} from "./walking.ts";

const minute = 60_000;

/** Chromium says so of a server that is away. */
const expected = /^Failed to load resource: (the server responded with a status of [45]\d\d|net::ERR_)/;

describe("what the page tells", () => {
  withBrowser(
    "of refusals",
    servedUrls,
    (open) => {
      it("of a number that is none, or too many from a network", async () => {
        const issuer = await serveIssuer();
        const page = await openPage(open, issuer);
        await press(page, "QR check-in");
        await page.locator("#phone").fill("02-123-4567");
        await press(page, "Continue");
        expect(await alerted(page)).toBe(
          "This is no mobile number of Korea. Please type one such as 010-1234-5678.",
        );
        const field = page.locator("#phone:focus");
        expect([
          await field.getAttribute("aria-invalid"),
          await field.getAttribute("aria-describedby"),
        ]).toEqual(["true", "phone-hint phone-refusal"]);
        expect(await field.inputValue()).toBe("02-123-4567");
        for (let opened = 0; opened < 60; opened += 1)
          await fetch(`${issuer.url}/v1/sessions`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify({ phone: ann.typed }),
          });
        await page.locator("#phone").fill(ann.typed);
        await press(page, "Continue");
        await says(page, "Too many people have begun from this network in a short time.");
        await done(page);
      });

      it("of wrong codes with the tries that are left, of the lock, and when it ends", async () => {
        const issuer = await serveIssuer();
        const page = await openPage(open, issuer);
        await toNotice(page);
        await toCode(page);
        const wrong = wrongOf(await issuer.codeTo(ann.known));
        for (let left = 4; left > 0; left -= 1) {
          await enter(page, wrong);
          await says(page, `Tries left: ${String(left)}.`);
          expect(await alerted(page)).toContain("This is not the code that was sent.");
        }
        await enter(page, wrong);
        await says(page, /You can go on in (30:00|29:\d\d)\./);
        expect(await page.locator("#code").count()).toBe(0);
        expect(await page.locator("#said").innerText()).toContain("You can go on in");
        await page.reload();
        await says(page, /You can go on in/);
        issuer.moveOn(30 * minute);
        await page.reload();
        await agree(page);
        await page.locator("#code").waitFor();
        await done(page);
      });

      it("of codes that are sent anew, how many more, and never one too many", async () => {
        const issuer = await serveIssuer();
        const page = await openPage(open, issuer);
        await toNotice(page);
        await toCode(page);
        await says(page, "For the number 010-1234-5678.");
        const first = await issuer.codeTo(ann.known);
        await says(page, "More codes that can be sent: 2.");
        await press(page, "Send another code");
        await says(page, "More codes that can be sent: 1.");
        await enter(page, first);
        await says(page, "This is not the code that was sent.");
        await press(page, "Send another code");
        await says(page, /More codes can be sent in (10:00|9:\d\d)\./);
        expect(await page.getByRole("button", { name: "Send another code" }).isDisabled()).toBe(true);
        await enter(page, await issuer.codeTo(ann.known));
        await page.locator(".qr").waitFor();
        await done(page);
      });

      it("of a code that is over", async () => {
        const issuer = await serveIssuer({ policy: presets["2020-10"] });
        const page = await openPage(open, issuer);
        await toNotice(page);
        await toCode(page);
        const late = await issuer.codeTo(ann.known);
        issuer.moveOn(3 * minute);
        await enter(page, late);
        await says(page, "The code that was sent can no longer be entered.");
        await press(page, "Send the code");
        await page.locator("#code").waitFor();
        await done(page);
      });

      it("of a carrier that is away", async () => {
        const issuer = await serveIssuer({
          gateway: { send: () => Effect.fail(new SmsUnavailable({ retryAfterSeconds: 7 })) },
        });
        const page = await openPage(open, issuer);
        await toNotice(page);
        await agree(page);
        await press(page, "Send the code");
        expect(await alerted(page)).toBe(
          "Messages cannot be sent at the moment. Please try again in a minute; this try does not count. Worth trying again in 7 s.",
        );
        await done(page);
      });

      it("of a notice that has changed meanwhile, which it then shows", async () => {
        const issuer = await serveIssuer();
        const page = await openPage(open, issuer);
        let asked = 0;
        await page.route("**/v1/notice", async (route) => {
          asked += 1;
          const answer = await route.fetch();
          const text = await answer.text();
          await route.fulfill({
            response: answer,
            body: asked === 1 ? text.replace(/[0-9a-f]{64}/, "0".repeat(64)) : text,
          });
        });
        await toNotice(page);
        await agree(page);
        await says(page, "The notice has changed while you were reading it.");
        await agree(page);
        await page.locator("#code").waitFor();
        await done(page);
      });

      it("of a consent to a notice that is no longer in force", async () => {
        const issuer = await serveIssuer({ policy: presets["2020-10"] });
        const page = await openPage(open, issuer);
        await toPass(page, issuer);
        // As an issuer says it that was started with another notice.
        let asked = 0;
        await page.route("**/v1/account", async (route) => {
          asked += 1;
          const answer = await route.fetch();
          const body = (await answer.text()).replace('"consent":"given"', '"consent":"outdated"');
          await route.fulfill(asked === 1 ? { response: answer, body } : { response: answer });
        });
        await page.reload();
        await says(page, "The notice has changed since you agreed to it.");
        await agree(page);
        await page.locator(".qr").waitFor();
        await done(page);
      });

      it("of a level at which nothing is collected", async () => {
        const issuer = await serveIssuer();
        const page = await openPage(open, issuer);
        await toNotice(page);
        await issuer.announce("attention");
        await agree(page);
        expect(await alerted(page)).toBe(
          "The entry log is suspended, because the crisis level does not allow collection. You may enter without a QR code, unless other rules say otherwise.",
        );
        await done(page);
      });

      it("of too many QR codes within a minute", async () => {
        const issuer = await serveIssuer();
        const page = await openPage(open, issuer);
        await toPass(page, issuer);
        const token = await page.evaluate("JSON.parse(localStorage.getItem('session')).token");
        for (let shown = 0; shown < 20; shown += 1)
          await fetch(`${issuer.url}/v1/passes`, {
            method: "POST",
            headers: { "content-type": "application/json", authorization: `Bearer ${String(token)}` },
            body: "{}",
          });
        await page.reload();
        await says(page, "You have asked for too many passes within a minute.");
        await page.getByRole("button", { name: "Show a new QR code" }).waitFor();
        await done(page);
      });

      it("of a consent that ran out while the page was open, at the step that it leads to", async () => {
        const issuer = await serveIssuer();
        const page = await openPage(open, issuer);
        await page.clock.install();
        await toPass(page, issuer);
        issuer.moveOn(10 * minute);
        await page.clock.fastForward(15_000);
        await press(page, "Show a new QR code");
        await says(page, "You have not agreed to the personal-information notice.");
        await agree(page);
        await page.locator(".qr").waitFor();
        expect(await textOf(page)).not.toContain("You have not agreed");
        await done(page);
      });

      it("of a session that ended: for want of a beginning, or because another phone has the number", async () => {
        const issuer = await serveIssuer();
        const page = await openPage(open, issuer);
        await toNotice(page);
        issuer.moveOn(21 * minute);
        // Whoever comes next turns the page of what memory keeps.
        await issuer.run(openDevice("010-9999-0000"));
        await issuer.run(Effect.flatMap(Issuer, ({ sweep }) => sweep));
        await agree(page);
        await says(page, "Too much time has passed since you began.");
        await page.locator("#phone").fill(ann.typed);
        await press(page, "Continue");
        await page.locator("fieldset").waitFor();
        await toCode(page);
        await enter(page, await issuer.codeTo(ann.known));
        await page.locator(".qr").waitFor();
        const other = await openPage(open, issuer);
        await toPass(other, issuer);
        await page.reload();
        await says(page, "You are signed out on this phone: the number was verified on another one");
        await done(page);
        await done(other);
      });

      it("of a network that is away, loses nothing, and goes on when it is back", async () => {
        const issuer = await serveIssuer();
        const page = await openPage(open, issuer);
        await press(page, "QR check-in");
        await page.locator("#phone").fill(ann.typed);
        await page.context().setOffline(true);
        await press(page, "Continue");
        expect(await alerted(page)).toBe(
          "The server cannot be reached. Please look at your connection and try again.",
        );
        await page.context().setOffline(false);
        await press(page, "Continue");
        await page.locator("fieldset").waitFor();
        await page.context().setOffline(true);
        await agree(page);
        await says(page, "The server cannot be reached.");
        await page.context().setOffline(false);
        await press(page, "I agree");
        await page.locator("#code").waitFor();
        await done(page);
      });
    },
    expected,
  );
});
