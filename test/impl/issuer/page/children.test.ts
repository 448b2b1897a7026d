// People under 14 at the issuer's page (clause F11): a guardian's own number and own code where the issuer asks for that, or the refusal.
// The guardian's way has its refusals too, and nothing of the guardian stays in the browser or on the page.
import { describe, expect, it } from "vitest";
import { withBrowser } from "../../../inbrowser.ts";
import { filesHolding } from "../../store/freshfolder.ts";
import { wrongOf } from "../people.ts";
import { serveIssuer, servedUrls } from "./served.ts";
import { agree, ann, done, enter, openPage, press, says, textOf, toNotice } from "./walking.ts";

const guardian = { typed: "010-7777-8888", known: "+821077778888" };

describe("a person under 14", () => {
  withBrowser("at the issuer's page", servedUrls, (open) => {
    it("comes to a QR code with a guardian, whose number stays nowhere", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer);
      await toNotice(page);
      await agree(page, true);
      await says(page, "Someone under 14 needs the consent of a guardian.");
      const send = async (number: string) => {
        await page.locator("#guardian-phone").fill(number);
        await press(page, "Send the code to the guardian");
      };
      await send(ann.typed);
      await says(page, "The guardian’s number is your own.");
      await send("12");
      await says(page, "This is no mobile number of Korea.");
      await send(guardian.typed);
      await page.locator("#guardian-code").waitFor();
      const code = await issuer.codeTo(guardian.known);
      await enter(page, wrongOf(code), "#guardian-code");
      await says(page, "Tries left: 4.");
      await enter(page, code, "#guardian-code");
      await says(page, /Please agree within (10:00|9:\d\d)\./);
      expect(await textOf(page)).not.toContain("Someone under 14 needs");
      await press(page, "I agree");
      await page.locator("#code").waitFor();
      await enter(page, await issuer.codeTo(ann.known));
      await page.locator(".qr").waitFor();
      await press(page, "Back to the figures");
      await press(page, "What do you hold about me?");
      await page.locator("summary").click();
      const rows = (await page.locator("tbody tr").allInnerTexts()).map((row) => row.split("\t"));
      expect(rows).toContainEqual(["By a guardian", "yes"]);
      expect(
        `${await page.content()} ${String(await page.evaluate("JSON.stringify(localStorage)"))}`,
      ).not.toContain("7777");
      expect(filesHolding(issuer.premises.folder, "77778888")).toEqual([]);
      await done(page);
    });

    it("whose guardian types too many wrong codes waits until the lock is over", async () => {
      const issuer = await serveIssuer();
      const page = await openPage(open, issuer);
      await toNotice(page);
      await agree(page, true);
      await page.locator("#guardian-phone").fill(guardian.typed);
      await press(page, "Send the code to the guardian");
      await page.locator("#guardian-code").waitFor();
      const wrong = wrongOf(await issuer.codeTo(guardian.known));
      for (let left = 4; left > 0; left -= 1) {
        await enter(page, wrong, "#guardian-code");
        await says(page, `Tries left: ${String(left)}.`);
      }
      await enter(page, wrong, "#guardian-code");
      await says(page, /You can go on in (30:00|29:\d\d)\./);
      await done(page);
    });

    it("is refused where the issuer serves no children, and may still decline or be older", async () => {
      const issuer = await serveIssuer({ children: "refuse" });
      const page = await openPage(open, issuer);
      await toNotice(page);
      await agree(page, true);
      await says(page, "This service is not for people under 14.");
      expect(await page.locator("#guardian-phone").count()).toBe(0);
      await agree(page);
      await page.locator("#code").waitFor();
      await done(page);
    });
  });
});
