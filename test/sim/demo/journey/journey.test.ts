// From the notice to nothing left (S1 to S12), over the parties' own origins and processes: a person gets a code on a phone, a second browser
// reads the picture of that very code with its camera, two officers find who was there, and after four weeks nobody can find anything.
// Each step goes on where the one before it ended; what the pages do alone is tried in their own suites.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { decodePassText, passVersions } from "../../../../impl/protocol/pass.ts";
import { readByJsqr, readIn } from "../../../impl/issuer/page/picture.ts";
import { present } from "../../../impl/protocol/hex.ts";
import { phone, withBrowser } from "../../../inbrowser.ts";
import { pixelsOf } from "../../../pixels.ts";
import { filmSize, openFilm } from "../../../qrvideo.ts";
import { formsOfPhone } from "../../../threats/forms.ts";
import { heldIn, searchFor } from "../../../threats/searching.ts";
import { openedCountry } from "./opened.ts";
import {
  agree,
  ann,
  askForCase,
  atDesk,
  freshCode,
  openCase,
  place,
  press,
  readAndSign,
  typeAtDoor,
  typeCode,
} from "./people.ts";

const second = 1_000;
const hour = 3_600 * second;
const day = 24 * hour;
const english = { locale: "en-GB" };
const reason = "Place or time is doubtful";

/** What a browser says of a network that is cut. */
const cut =
  /^(Failed to load resource: (net::ERR_|the server responded)|Service Worker registration blocked)/;

describe("from the notice to nothing left", () => {
  const opened = openedCountry();
  const { country, advance, rowsIn, keysOfDays } = opened;
  const film = openFilm();

  withBrowser("with a phone", opened.urls, (openPhone) => {
    withBrowser(
      "and a camera at the door",
      opened.urls,
      (openDoor) => {
        let person: Page | undefined;
        let door: Page | undefined;
        let used = "";
        let window = { day: "", from: "", until: "" };
        const onPhone = () => present(person);
        const atDoor = () => present(door);
        const answer = (kind: "checked" | "unchecked" | "refused") => atDoor().locator(`.answer.${kind}`);
        const codeShown = async () => present(await readByJsqr(openPhone, onPhone().locator(".qr")));

        it("a venue registers by number and kind (S2)", async () => {
          const page = await openDoor(`${country().url("venue")}/#key=${country().doorKey}`, phone, english);
          door = page;
          await page.getByLabel("Number of the venue").fill(place.venue);
          await page.getByLabel("Kind of facility").selectOption(place.kind);
          await press(page, "Register");
          await page.getByRole("heading", { name: `Karaoke room, venue ${place.venue}` }).waitFor();
        });

        it("a person finds the status board in front, agrees, and types the code from the phone (S3 to S5, S12)", async () => {
          const page = await openPhone(`${country().url("issuer-1")}/`, phone, english);
          person = page;
          await page.clock.install();
          await page.getByText("No figures have been published yet.").waitFor();
          await press(page, "QR check-in");
          await page.getByLabel("Mobile number").fill(ann.typed);
          await press(page, "Continue");
          await agree(page);
          await page.locator("#code").waitFor();
          await page.reload();
          await page.locator("#code").waitFor();
          await typeCode(page, opened);
          await page.locator(".qr").waitFor();
          const pass = decodePassText(await codeShown(), passVersions.deployed);
          expect(pass.ok && pass.value.issuer).toBe(1);
        });

        it("the camera at the door reads the picture of that very code, and the person is admitted", async () => {
          // A machine that is busy may need longer than a code is shown for.
          for (let tries = 0; tries < 5; tries += 1) {
            await freshCode(onPhone());
            const picture = await pixelsOf(openPhone, onPhone().locator(".qr"), filmSize);
            used = present(readIn(picture));
            film.show([{ picture, seconds: 1 }]);
            await atDoor().reload();
            await atDoor().locator(".answer.checked, .answer.refused").waitFor();
            film.show([{ seconds: 1 }]);
            if ((await answer("checked").count()) > 0) break;
          }
          expect(await answer("checked").innerText()).toBe("Admitted");
          const { day: date, time } = await opened.seoul();
          const later = await opened.seoul(60 * second);
          window = { day: date, from: time, until: later.time };
        });

        it("the same code again is refused as used, and an old one as expired", async () => {
          await typeAtDoor(atDoor(), used);
          await answer("refused").filter({ hasText: "This pass has already been used." }).waitFor();
          await freshCode(onPhone());
          const old = await codeShown();
          await advance(20 * second);
          await typeAtDoor(atDoor(), old);
          await answer("refused").filter({ hasText: "This pass has expired." }).waitFor();
        });

        it("with its network cut the door goes on, and what waited is delivered when it is back", async () => {
          const before = rowsIn("custodian", "visit");
          await freshCode(onPhone());
          const code = await codeShown();
          await atDoor().context().setOffline(true);
          await typeAtDoor(atDoor(), code);
          await answer("unchecked").waitFor();
          expect(rowsIn("custodian", "visit")).toBe(before);
          await atDoor().context().setOffline(false);
          await expect.poll(() => rowsIn("custodian", "visit"), { timeout: 30_000 }).toBe(before + 1);
        });

        it("one officer denies what another asks for, and the one who asked sees why", async () => {
          await advance(hour);
          const [asking, denying] = [await atDesk(openPhone, opened, 1), await atDesk(openPhone, opened, 2)];
          await askForCase(asking, window);
          await openCase(denying);
          await denying.getByText("Deny this case").click();
          await denying.getByLabel(reason).check();
          await readAndSign(denying, "Read and deny");
          await asking.getByText(`Denied by officer 2: ${reason}`).waitFor();
          expect([rowsIn("custodian", "release"), rowsIn("authority", "learned")]).toEqual([0, 0]);
          await asking.context().close();
          await denying.context().close();
        });

        it("two officers find the number under their case, and nowhere else", async () => {
          const [asking, approving] = [
            await atDesk(openPhone, opened, 1),
            await atDesk(openPhone, opened, 2),
          ];
          await askForCase(asking, window);
          await openCase(approving);
          await readAndSign(approving, "Read and approve");
          await readAndSign(approving, "Read and give your shares");
          await readAndSign(asking, "Read and give your shares");
          await press(asking, "Show what was found");
          const row = asking.getByRole("row").filter({ hasText: place.venue }).filter({ hasText: ann.known });
          await row.first().waitFor();
          for (const name of ["venue", "custodian", "authority", "board"]) {
            const page = await openPhone(`${country().url(name)}/`, phone, english);
            expect(await page.content()).not.toContain(ann.known);
            await page.context().close();
          }
          const search = searchFor(formsOfPhone(ann.eight));
          for (const party of country().parties)
            expect(search(heldIn(join(country().folder, party)))).toEqual([]);
          await approving.context().close();
          await asking.context().close();
        });

        it("the person learns of it, and of nothing about places", async () => {
          await press(onPhone(), "Back to the figures");
          await press(onPhone(), "What do you hold about me?");
          await onPhone()
            .getByRole("region", { name: "Cases under which you were disclosed" })
            .locator("tbody tr")
            .waitFor();
          expect(await onPhone().locator("main").innerText()).not.toContain(place.venue);
        });

        const comesAgain = async () => {
          await press(onPhone(), "Back to the figures");
          await press(onPhone(), "QR check-in");
          await agree(onPhone());
        };

        it("after four weeks no visit, key or copy of that day is left anywhere, and what came later is (S9)", async () => {
          const keys = keysOfDays();
          for (const kind of [
            "custodian/vault/visits-",
            "custodian/vault/release-",
            "issuer-1/vault/handles-",
            "issuer-1/aliases/day-",
          ])
            expect(keys.filter((name) => name.startsWith(kind))).not.toEqual([]);
          expect(rowsIn("authority", "learned")).toBeGreaterThan(0);
          await advance(20 * day);
          await comesAgain();
          await onPhone().locator(".qr").waitFor();
          await typeAtDoor(atDoor(), await codeShown());
          await answer("checked").waitFor();
          await advance(11 * day);
          await expect
            .poll(() => keysOfDays().filter((name) => keys.includes(name)), { timeout: 60_000 })
            .toEqual([]);
          await expect
            .poll(
              () => [
                rowsIn("custodian", "visit"),
                rowsIn("custodian", "released_copy"),
                rowsIn("authority", "learned"),
              ],
              {
                timeout: 60_000,
              },
            )
            .toEqual([1, 0, 0]);
        });

        it("after a month the number has to be verified again (S5)", async () => {
          await comesAgain();
          await onPhone().getByText("A month has passed since your number was verified.").waitFor();
          // It is sent as soon as the person has agreed.
          await onPhone().locator("#code").waitFor();
          await typeCode(onPhone(), opened);
          await onPhone().locator(".qr").waitFor();
        });

        it("and when nobody comes any more, nothing of anybody is left", async () => {
          expect(rowsIn("issuer-1", "account")).toBe(1);
          const keys = keysOfDays();
          await advance(60 * day);
          const tables = [
            ["custodian", "visit"],
            ["issuer-1", "account"],
            ["issuer-1", "disclosed"],
            ["issuer-1", "consent_record"],
          ] as const;
          await expect
            .poll(() => tables.map(([party, table]) => rowsIn(party, table)), { timeout: 60_000 })
            .toEqual([0, 0, 0, 0]);
          await expect
            .poll(() => keysOfDays().filter((name) => keys.includes(name)), { timeout: 60_000 })
            .toEqual([]);
          await onPhone().reload();
          await onPhone().getByText("You are signed out on this phone").waitFor();
        });
      },
      cut,
      film.words,
    );
  });
});
