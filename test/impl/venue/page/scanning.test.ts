// A door at work in a real browser, before the real custodian: a pass is typed or held before the camera, and the answer is large,
// differs by shape and sound, and says why not. The page learns nothing about a person, and keeps no pass.
import { Clock, Effect } from "effect";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { withBrowser } from "../../../inbrowser.ts";
import { openFilm } from "../../../qrvideo.ts";
import {
  answer,
  atWork,
  freshPass,
  korean,
  numberOf,
  passForChallenge,
  serveDoor,
  type as typeCode,
  visitsOf,
} from "./served.ts";

/** Writes down which tones were asked for, before the program runs. */
const listening = `
  window.tones = [];
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...at) {
    window.tones.push(this.frequency.value);
    return start.apply(this, at);
  };
`;
const now = () => Effect.runSync(Clock.currentTimeMillis);
const tones = (page: Page) => page.evaluate("window.tones");

describe("a door at work", () => {
  const door = serveDoor();
  const strictDoor = serveDoor({ challenge: "required" });
  const film = openFilm();
  withBrowser(
    "by hand and with a camera",
    () => [door().url, strictDoor().url],
    (open) => {
      it("admits a pass once, and refuses it then as used, each with its own shape, words and tones", async () => {
        const page = await atWork(door(), open);
        await page.addInitScript(listening);
        await page.reload();
        const pass = await freshPass(door());
        await typeCode(page, `${pass.toLowerCase()}\n`);
        await answer(page, "checked").waitFor();
        expect(await answer(page, "checked").innerText()).toBe("Admitted");
        await expect.poll(() => tones(page)).toEqual([880, 1_320]);
        await typeCode(page, pass);
        await answer(page, "refused").waitFor();
        expect(await answer(page, "refused").innerText()).toContain("This pass has already been used.");
        await expect.poll(() => tones(page)).toEqual([880, 1_320, 180]);
        door().line.cut = true;
        await typeCode(page, await freshPass(door()));
        await answer(page, "unchecked").waitFor();
        await expect.poll(() => tones(page)).toEqual([880, 1_320, 180, 620, 620]);
        door().line.cut = false;
        expect(await numberOf(page, "Admitted")).toBe("1");
        expect(await numberOf(page, "Not admitted")).toBe("1");
        expect(await numberOf(page, "This pass has already been used.")).toBe("1");
        await expect.poll(() => visitsOf(door()).map(({ late }) => late)).toEqual([false, true]);
        // Neither in what is kept nor in what is shown.
        const kept = await page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })");
        expect(kept).not.toContain(pass.slice(0, 20));
        expect(await page.content()).not.toContain(pass.slice(0, 20));
        await page.context().close();
      });

      it("refuses what is old, what is no pass and what is forged, and takes what was made for its challenge once", async () => {
        const page = await atWork(door(), open);
        const genuine = await freshPass(door());
        for (const [code, said] of [
          [await freshPass(door(), 30_000), "This pass has expired."],
          ["HTTPS://EXAMPLE.ORG/", "This QR code is not a pass."],
          [`${genuine.slice(0, 150)}AAA${genuine.slice(153)}`, "signature on this pass is not good"],
        ] as const) {
          await typeCode(page, code);
          await answer(page, "refused").filter({ hasText: said }).waitFor();
          expect(await answer(page, "refused").locator(".large").innerText()).toBe("Not admitted");
        }
        const bound = await passForChallenge(door());
        await typeCode(page, bound);
        await answer(page, "checked").waitFor();
        await typeCode(page, bound);
        await answer(page, "refused").filter({ hasText: "challenge" }).waitFor();
        await page.context().close();
      });

      it("reads a pass with the camera, in Korean", async () => {
        film.show([{ text: await freshPass(door()), seconds: 1 }, { seconds: 0.4 }]);
        const page = await atWork(door(), open, korean);
        await answer(page, "checked").waitFor();
        expect(await answer(page, "checked").innerText()).toBe("입장 가능");
        film.show([{ seconds: 1 }]);
        await page.context().close();
      });

      it("lets a refusal be seen for two seconds before the camera's next code is taken", async () => {
        film.show([{ text: "ONE", seconds: 1 }, { text: "TWO", seconds: 2 }, { seconds: 1.6 }]);
        const page = await open(`${door().url}/`);
        const begun: number[] = [];
        const answered: number[] = [];
        await page.route("**/v1/scans", async (route) => {
          begun.push(now());
          const response = await route.fetch();
          answered.push(now());
          await route.fulfill({ response });
        });
        await page.goto(`${door().url}/#key=${door().key}`);
        await page.reload();
        await expect.poll(() => begun.length, { timeout: 20_000 }).toBeGreaterThan(2);
        for (const [place, atMs] of answered.slice(0, -1).entries())
          expect((begun[place + 1] ?? Infinity) - atMs).toBeGreaterThan(1_990);
        film.show([{ seconds: 1 }]);
        await page.unrouteAll({ behavior: "ignoreErrors" });
        await page.context().close();
      });

      it("shows a fresh challenge as picture and text, with its seconds running down", async () => {
        const page = await atWork(door(), open);
        await page.getByRole("button", { name: "Show a challenge" }).click();
        await page.getByRole("img", { name: "The challenge of this door as a QR code" }).waitFor();
        expect(await page.locator("code").innerText()).toHaveLength(32);
        const left = async () =>
          Number(/\d+/.exec(await page.getByText(/^Good for another/).innerText())?.[0]);
        const first = await left();
        expect(first).toBeLessThanOrEqual(17);
        await expect.poll(left).toBeLessThan(first);
        await page.context().close();
      });

      it("is silent when it is told to be, and stays so", async () => {
        const page = await atWork(door(), open);
        await page.addInitScript(listening);
        await page.getByRole("button", { name: "Switch the sound off" }).click();
        await page.reload();
        await typeCode(page, await freshPass(door()));
        await answer(page, "checked").waitFor();
        expect(await tones(page)).toEqual([]);
        await page.getByRole("button", { name: "Switch the sound on" }).waitFor();
        await page.context().close();
      });

      it("shows a challenge all the time where it requires one, and takes no other pass", async () => {
        const page = await atWork(strictDoor(), open);
        await page.getByRole("img", { name: "The challenge of this door as a QR code" }).waitFor();
        await typeCode(page, await freshPass(strictDoor()));
        await answer(page, "refused").filter({ hasText: "another venue's challenge" }).waitFor();
        await typeCode(page, await passForChallenge(strictDoor()));
        await answer(page, "checked").waitFor();
        await page.context().close();
      });
    },
    undefined,
    film.words,
  );
});
