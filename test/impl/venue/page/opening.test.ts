// The way to a door's page in a real browser: its key, typed once or handed over in the address, from where it goes at once; the
// registration by kind; and forgetting the door.
// A wrong key is told, and a machine that is away is no wrong key.
import { describe, expect, it } from "vitest";
import { phone, withBrowser } from "../../../inbrowser.ts";
import { faults } from "../../../viz/faults.ts";
import { kinds } from "../../../../impl/venue/page/kinds.ts";
import { english, korean, registration, serveDoor } from "./served.ts";

describe("the way to a door's page", () => {
  const newDoor = serveDoor({}, false);
  const door = serveDoor();
  withBrowser(
    "in a browser",
    () => [newDoor().url, door().url],
    (open) => {
      it("is opened by its key, registered once by number and kind, and found so again", async () => {
        const page = await open(`${newDoor().url}/`, phone, english);
        await page.getByLabel("Key of the door").fill("not-the-key");
        await page.getByRole("button", { name: "Open" }).click();
        expect(await page.getByRole("alert").innerText()).toContain("This key does not open this door.");
        expect(await faults(page)).toEqual([]);
        await page.getByLabel("Key of the door").fill(` ${newDoor().key}\n`);
        await page.keyboard.press("Enter");
        await page.getByRole("heading", { name: "Register this venue" }).waitFor();
        expect(await page.locator("#kind option").count()).toBe(kinds.length + 1);
        expect(await faults(page)).toEqual([]);
        await page.getByLabel("Number of the venue").fill(String(registration.venue));
        await page.getByLabel("Kind of facility").selectOption("karaoke");
        await page.getByRole("button", { name: "Register" }).click();
        await page.getByRole("heading", { name: "Karaoke room, venue 1234567890" }).waitFor();
        await page.getByRole("button", { name: "한국어" }).click();
        await page.getByRole("heading", { name: "노래연습장, 시설 번호 1234567890" }).waitFor();
        await page.reload();
        await page.getByRole("heading", { name: "노래연습장, 시설 번호 1234567890" }).waitFor();
        await page.context().close();
      });

      it("says why a registration is refused", async () => {
        const page = await open(`${newDoor().url}/#key=${newDoor().key}`, phone, english);
        await page.route("**/v1/registration", async (route) => {
          if (route.request().method() === "PUT") await route.fallback();
          else {
            const answer = await route.fetch();
            const text = await answer.text();
            await route.fulfill({
              response: answer,
              body: text.replace(/"registration":\{[^}]*\}/, '"registration":null'),
            });
          }
        });
        await page.evaluate("localStorage.removeItem('standing')");
        await page.reload();
        await page.getByLabel("Number of the venue").fill("18");
        await page.getByLabel("Kind of facility").selectOption("buffet");
        await page.getByRole("button", { name: "Register" }).click();
        expect(await page.getByRole("alert").innerText()).toContain(
          "There is nothing here to which this could be done.",
        );
        await page.unrouteAll({ behavior: "ignoreErrors" });
        await page.context().close();
      });

      it("takes its key from the address and leaves no trace of it there, until it is forgotten", async () => {
        const page = await open(`${door().url}/#key=${door().key}`, phone, korean);
        await page.locator(".answer").waitFor();
        expect(page.url()).toBe(`${door().url}/`);
        expect(await page.title()).toBe("출입구 QR 확인");
        expect(await page.content()).not.toContain(door().key);
        const forget = page.getByRole("button", { name: "이 출입구 지우기" });
        await forget.click();
        await page.getByText("정말 지우시겠습니까?").waitFor();
        await forget.click();
        await page.getByLabel("출입구 열쇠").waitFor();
        expect(await page.evaluate("Object.keys(localStorage)")).toEqual([]);
        await page.reload();
        await page.getByLabel("출입구 열쇠").waitFor();
        await page.context().close();
      });

      it("keeps the key that opens when a link hands over another, and takes one that opens", async () => {
        const page = await open(`${door().url}/#key=${door().key}`, phone, english);
        await page.locator(".answer").waitFor();
        const refused = () => page.waitForResponse((response) => response.status() === 401);
        const kept = "JSON.parse(localStorage.getItem('door-key'))";
        // In the page that is open, and in one that is opened.
        for (const goTo of ["location.hash = '#key=another'", "location.replace('/?again#key=another')"]) {
          const wrong = refused();
          await page.evaluate(goTo);
          await wrong;
          await page.locator(".answer").waitFor();
          expect(await page.evaluate(kept)).toBe(door().key);
        }
        await page.evaluate("localStorage.setItem('door-key', JSON.stringify('outworn'))");
        await page.evaluate(`location.replace("/?more#key=${door().key}")`);
        await expect.poll(() => page.evaluate(kept)).toBe(door().key);
        await page.context().close();
      });

      it("asks for the key again when it has been changed, and says so", async () => {
        const page = await open(`${door().url}/#key=${door().key}`, phone, english);
        await page.locator(".answer").waitFor();
        await page.evaluate("localStorage.setItem('door-key', JSON.stringify('another'))");
        await page.reload();
        await page.getByRole("alert").filter({ hasText: "This key does not open this door." }).waitFor();
        await page.context().close();
      });
    },
    /^Failed to load resource/,
  );
});
