// The scanner of pages in a real browser, whose camera is a film of codes: each code once, the camera released when it is done,
// and words for a reader who has none or does not allow it.
import { Effect, Exit, Scope } from "effect";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pageRoutes, withPages } from "../../../impl/page/serving.ts";
import { healthApi } from "../../../impl/protocol/http/health.ts";
import { alwaysReady, healthHandlers } from "../../../impl/server/health.ts";
import { defaultLimits } from "../../../impl/server/limits.ts";
import { anyone, publicListener } from "../../../impl/server/publiclistener.ts";
import { routesOf } from "../../../impl/server/routes.ts";
import { phone, withBrowser, type OpenAt } from "../../inbrowser.ts";
import { openFilm } from "../../qrvideo.ts";
import { faults } from "../../viz/faults.ts";
import { words } from "./trial/words.ts";

const scope = Effect.runSync(Scope.make());
let url = "";
const opening = Effect.gen(function* () {
  const folder = new URL("./camera/", import.meta.url);
  const page = yield* pageRoutes({ folder, at: "/", words, devices: ["camera"] });
  return yield* publicListener({
    place: { host: "127.0.0.1", port: 0 },
    limits: defaultLimits,
    routes: withPages(routesOf(healthApi, healthHandlers(alwaysReady)), page),
    identify: anyone,
  });
});
beforeAll(async () => {
  ({ url } = await Effect.runPromise(Effect.provideService(opening, Scope.Scope, scope)));
});
afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)));

const english = { locale: "en-GB" };
const korean = { locale: "ko-KR" };
const passLike = "6BFOXN%TS3DHC8F3XN7A".repeat(9);
const opened = (open: OpenAt, locale = english) => open(`${url}/`, phone, locale);
const seeing = (page: Page) => page.locator("video:not([hidden])");
const handed = (page: Page, count: number) => page.locator(`li:nth-child(${String(count)})`);

describe("a scanner", () => {
  const film = openFilm();
  withBrowser(
    "with a camera",
    () => url,
    (open) => {
      it("hands on each code once while it stays, and again when it comes back", async () => {
        film.show([{ text: passLike, seconds: 1 }, { text: "HELLO", seconds: 1 }, { seconds: 2.5 }]);
        const page = await opened(open);
        await handed(page, 3).waitFor();
        // Whatever the film shows when it is first seen, the two follow each other.
        const codes = (await page.locator("li").allInnerTexts()).slice(0, 3);
        const [one, two, three] = codes;
        expect(new Set(codes)).toEqual(new Set([passLike, "HELLO"]));
        expect([one === two, one === three]).toEqual([false, true]);
        await page.context().close();
      });

      it("releases its camera when it is taken off the page, and looks again when it is back", async () => {
        film.show([{ text: "HELLO", seconds: 1 }]);
        const page = await opened(open);
        await handed(page, 1).waitFor();
        const handle = await page.evaluateHandle(
          "document.querySelector('video').srcObject.getVideoTracks()[0]",
        );
        const state = async () => String(await (await handle.getProperty("readyState")).jsonValue());
        expect(await state()).toBe("live");
        await page.getByRole("button", { name: "Scanner" }).click();
        await page.locator("video").waitFor({ state: "detached" });
        expect(await state()).toBe("ended");
        await page.getByRole("button", { name: "Scanner" }).click();
        await handed(page, 2).waitFor();
        await page.context().close();
      });

      it("releases its camera while nobody can see the page, and opens it again", async () => {
        const page = await opened(open);
        await seeing(page).waitFor();
        const show = (isHidden: boolean) =>
          page.evaluate(
            `Object.defineProperty(document, "hidden", { value: ${String(isHidden)}, configurable: true });
            document.dispatchEvent(new Event("visibilitychange"))`,
          );
        await show(true);
        await expect.poll(() => page.evaluate("document.querySelector('video').srcObject")).toBe(null);
        await show(false);
        await expect
          .poll(() => page.evaluate("document.querySelector('video').srcObject?.active"))
          .toBe(true);
        await page.context().close();
      });

      it("says that a camera was taken away, and looks again when it comes back", async () => {
        const page = await opened(open);
        await handed(page, 1).waitFor();
        await page.evaluate(
          "document.querySelector('video').srcObject.getVideoTracks()[0].dispatchEvent(new Event('ended'))",
        );
        await page.getByRole("alert").filter({ hasText: "The camera is gone." }).waitFor();
        await page.evaluate("navigator.mediaDevices.dispatchEvent(new Event('devicechange'))");
        await handed(page, 2).waitFor();
        await page.context().close();
      });

      it("reads by itself where the browser names a reader that does not work", async () => {
        const page = await open("about:blank", phone, english);
        await page.addInitScript(`globalThis.BarcodeDetector = class {
          static getSupportedFormats() { return Promise.resolve(["qr_code"]); }
          detect() { return Promise.reject(new Error("no service")); }
        }`);
        await page.goto(`${url}/`);
        await handed(page, 1).waitFor();
        await page.context().close();
      });

      it("has no fault by WCAG 2.2 AA while it looks", async () => {
        const page = await opened(open);
        await seeing(page).waitFor();
        expect(await faults(page)).toEqual([]);
        await page.context().close();
      });
    },
    undefined,
    film.words,
  );

  withBrowser(
    "without a camera",
    () => url,
    (open) => {
      it.each([
        ["en", english, "No camera was found. Please connect one. You can also type the code."],
        [
          "ko",
          korean,
          "카메라를 찾을 수 없습니다. 카메라를 연결해 주세요. 코드를 직접 입력하실 수도 있습니다.",
        ],
      ])("says so and what to do, in %s", async (_, locale, said) => {
        const page = await opened(open, locale);
        expect(await page.getByRole("alert").innerText()).toContain(said);
        expect(await faults(page)).toEqual([]);
        await page.context().close();
      });
    },
  );
});
