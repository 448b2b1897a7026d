// The way of a person to a QR code that other programs read (clauses S3 to S5), by hand and by keyboard alone, in both languages.
// The issuer is a real one with its own store; the code is read from the message that its carrier got.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { presets } from "../../../../models/policy.ts";
import { decodePassText, passVersions } from "../../../../impl/protocol/pass.ts";
import { withBrowser } from "../../../inbrowser.ts";
import { withTool } from "../../../with-tool.ts";
import { readByJsqr } from "./picture.ts";
import { serveIssuer, servedUrls } from "./served.ts";
import {
  agree,
  ann,
  done,
  enter,
  english,
  korean,
  openPage,
  press,
  says,
  textOf,
  toCode,
  toNotice,
  toPass,
} from "./walking.ts";

describe("a person with a phone", () => {
  withBrowser("at the issuer's page", servedUrls, (open) => {
    it("gets a QR code that another program reads as a pass of this issuer", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer);
      await toPass(page, issuer);
      const text = (await readByJsqr(open, page.locator(".qr"))) ?? "";
      const pass = decodePassText(text, passVersions.deployed);
      expect(pass.ok && pass.value.issuer).toBe(3);
      expect(await page.locator(".qr").getAttribute("aria-label")).toBe(
        "QR code for the scanner at the door",
      );
      expect(page.url()).toBe(`${issuer.url}/`);
      await done(page);
    });

    withTool("zbarimg", "a real reader", (zbarimg) => {
      it("and zbar reads it from the screen", async () => {
        const issuer = await serveIssuer();
        const page = await openPage(open, issuer, korean);
        await toPass(page, issuer);
        const path = join(issuer.premises.folder, "screen.png");
        await page.locator(".qr").screenshot({ path });
        const text = execFileSync(zbarimg, ["--quiet", "--raw", path], { encoding: "utf8" }).replace(
          /\n$/,
          "",
        );
        expect(decodePassText(text, passVersions.deployed).ok).toBe(true);
        await done(page);
      });
    });

    it("is shown the whole notice with nothing chosen, and nothing is kept of who declines", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer);
      await toNotice(page);
      const text = await textOf(page);
      for (const said of [
        "kept apart by different institutions",
        "The quarantine authority",
        "Destroyed automatically 28 days",
        "You may withdraw at any time",
        "By whom",
      ])
        expect(text).toContain(said);
      expect(await page.getByRole("radio", { checked: true }).count()).toBe(0);
      await press(page, "I agree");
      await says(page, "Please say first how old you are.");
      await press(page, "I do not agree");
      await says(page, "You have declined. No QR code is issued.");
      await says(page, "Nothing of you is kept.");
      expect(await page.evaluate("localStorage.getItem('session')")).toBe(null);
      await done(page);
    });

    it("is asked anew for each visit by the founding rule, and once by the later one", async () => {
      for (const [policy, asked] of [
        [presets["2020-07"], true],
        [presets["2020-10"], false],
      ] as const) {
        const issuer = await serveIssuer({ policy });
        const page = await openPage(open, issuer);
        await toPass(page, issuer);
        await press(page, "Back to the figures");
        issuer.moveOn(60 * 60_000);
        await press(page, "QR check-in");
        if (asked) {
          await says(page, "You are asked anew for each visit");
          await agree(page);
        }
        await page.locator(".qr").waitFor();
        await done(page);
      }
    });

    it("comes through by keyboard alone, and is led to what is new", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer);
      const { keyboard } = page;
      const isAt = (selector: string) => page.locator(`${selector}:focus`).waitFor();
      const tabTo = async (selector: string) => {
        for (let turn = 0; turn < 20; turn += 1) {
          if ((await page.locator(`${selector}:focus`).count()) > 0) return;
          await keyboard.press("Tab");
        }
        throw new Error(`the keyboard does not come to ${selector}`);
      };
      await tabTo("button.large");
      expect(await page.evaluate("getComputedStyle(document.activeElement).outlineWidth")).toBe("3px");
      await keyboard.press("Enter");
      await isAt("h1");
      await tabTo("#phone");
      await keyboard.type(ann.typed);
      await keyboard.press("Enter");
      await page.locator("fieldset").waitFor();
      await isAt("h1");
      await tabTo("input[type=radio]");
      await keyboard.press("Space");
      await tabTo("main > .choices button");
      await keyboard.press("Enter");
      await page.locator("#code").waitFor();
      await tabTo("#code");
      await keyboard.type("1");
      await keyboard.press("Enter");
      await says(page, "This is not the code that was sent.");
      await isAt("#code");
      await keyboard.press("Backspace");
      await keyboard.type(await issuer.codeTo(ann.known));
      await keyboard.press("Enter");
      await page.locator(".qr").waitFor();
      await isAt("h1");
      await done(page);
    });

    it("is asked for the code in one field that phones fill in by themselves", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer, english);
      await toNotice(page);
      await toCode(page);
      const field = page.locator("#code");
      expect([await field.getAttribute("autocomplete"), await field.getAttribute("inputmode")]).toEqual([
        "one-time-code",
        "numeric",
      ]);
      const code = await issuer.codeTo(ann.known);
      await enter(page, `${code.slice(0, 3)} ${code.slice(3)}`);
      await page.locator(".qr").waitFor();
      await done(page);
    });

    it("changes the language in the middle and stays where they are", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer, korean);
      await toNotice(page);
      await says(page, "동의하지 않습니다");
      await press(page, "English");
      await says(page, "I do not agree");
      await page.locator("html[lang=en]").waitFor();
      expect(await page.title()).toBe("COVID-19 · QR check-in");
      await done(page);
    });
  });
});
