// A QR code for a door that shows a code of its own: typed as it stands there or read by the camera, hashed in the browser, and good at that door alone.
// The issuer hears nothing of the door: what the page sends is looked at, and the pass is checked as the custodian checks it.
import { describe, expect, it } from "vitest";
import { drawChallenge, isAnswered } from "../../../../impl/protocol/challenge.ts";
import { encodeChallengeText } from "../../../../impl/protocol/challengetext.ts";
import { decodePassText, passVersions } from "../../../../impl/protocol/pass.ts";
import { withBrowser } from "../../../inbrowser.ts";
import { openFilm } from "../../../qrvideo.ts";
import { readByJsqr } from "./picture.ts";
import { serveIssuer, servedUrls } from "./served.ts";
import { ann, done, enter, openPage, press, says, textOf, toCode, toNotice, toPass } from "./walking.ts";

describe("a door's own code", () => {
  const film = openFilm();
  withBrowser(
    "on the page",
    servedUrls,
    (open) => {
      it("makes a QR code for that door alone, and the issuer is not told which", async () => {
        const issuer = await serveIssuer();
        const page = await openPage(open, issuer);
        await toPass(page, issuer);
        const sent: string[] = [];
        page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
        const challenge = drawChallenge();
        const text = encodeChallengeText({ venue: 4_242, challenge });
        await page.locator(".door summary").click();
        await page.locator("#door").fill(text.slice(1));
        await press(page, "Make a QR code for this door");
        await says(page, "This is no code of a door.");
        await page.locator("#door").fill(text.toLowerCase());
        await press(page, "Make a QR code for this door");
        await says(page, "This code is good at the venue with the number 4242 alone.");
        const read = (await readByJsqr(open, page.locator(".qr"))) ?? "";
        const pass = decodePassText(read, passVersions.deployed);
        const binding = pass.ok ? pass.value.challenge : new Uint8Array(8);
        expect(isAnswered(binding, 4_242, challenge)).toBe(true);
        expect(isAnswered(binding, 4_243, challenge)).toBe(false);
        expect(sent.some((request) => request.includes("/v1/passes"))).toBe(true);
        for (const request of sent) for (const told of ["4242", text]) expect(request).not.toContain(told);
        await done(page);
      });

      it("is what is shown where it was asked for last, whichever answer comes first", async () => {
        const issuer = await serveIssuer();
        const page = await openPage(open, issuer);
        const held = Promise.withResolvers<undefined>();
        await page.route(
          "**/v1/passes",
          async (route) => {
            await held.promise;
            await route.continue();
          },
          { times: 1 },
        );
        await toNotice(page);
        await toCode(page);
        await enter(page, await issuer.codeTo(ann.known));
        await page.locator(".door summary").click();
        await page.locator("#door").fill(encodeChallengeText({ venue: 4_242, challenge: drawChallenge() }));
        await press(page, "Make a QR code for this door");
        await says(page, "This code is good at the venue with the number 4242 alone.");
        held.resolve(undefined);
        await page.locator("button[aria-disabled=false]", { hasText: "Show a new QR code" }).waitFor();
        expect(await textOf(page)).toContain("with the number 4242 alone");
        await done(page);
      });

      it("is read by the camera, and another code there is refused", async () => {
        const issuer = await serveIssuer();
        film.show([{ text: "HTTPS://EXAMPLE.ORG/", seconds: 1 }]);
        const page = await openPage(open, issuer);
        await toPass(page, issuer);
        await page.locator(".door summary").click();
        await press(page, "Scan it with the camera");
        await says(page, "This is no code of a door.");
        await press(page, "Back to the figures");
        film.show([{ text: encodeChallengeText({ venue: 77, challenge: drawChallenge() }), seconds: 1 }]);
        await press(page, "QR check-in");
        await page.locator(".door summary").click();
        await press(page, "Scan it with the camera");
        await says(page, "This code is good at the venue with the number 77 alone.");
        expect(await page.locator("video").count()).toBe(0);
        await done(page);
      });
    },
    undefined,
    film.words,
  );
});
