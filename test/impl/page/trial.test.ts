// What pages share, at work in a real browser on a small page: asking with a token, what is told when it fails, screen readers,
// the camera, and a worker of its own.
import { Effect, Exit, Scope } from "effect";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { phone, withBrowser } from "../../inbrowser.ts";
import { faults } from "../../viz/faults.ts";
import { openTrial } from "./trial/served.ts";

const scope = Effect.runSync(Scope.make());
let url = "";
beforeAll(async () => {
  ({ url } = await Effect.runPromise(Effect.provideService(openTrial, Scope.Scope, scope)));
});
afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)));

const english = { locale: "en-GB" };

const asked = async (page: Page, path: string): Promise<string> => {
  await page.locator("input").fill(path);
  await page.getByRole("button", { name: "Ask" }).click();
  const output = page.locator("output", { hasText: /./ });
  await output.waitFor();
  return output.innerText();
};

describe("a page", () => {
  withBrowser(
    "of what pages share",
    () => url,
    (open) => {
      it("asks its own server with its token, and tells a screen reader the answer", async () => {
        const page = await open(`${url}/`, phone, english);
        expect(await asked(page, "/ok")).toBe("Ada Bearer secret");
        expect(await page.locator("p[role=status]").innerText()).toBe("Ada Bearer secret");
        expect(await faults(page)).toEqual([]);
        await page.context().close();
      });

      it("tells a screen reader the same words twice as two texts", async () => {
        const page = await open(`${url}/`, phone, english);
        await asked(page, "/ok");
        const said = () => page.locator("p[role=status]").textContent();
        const once = await said();
        await page.getByRole("button", { name: "Ask" }).click();
        await expect.poll(said).not.toBe(once);
        expect((await said())?.trim()).toBe(once);
        await page.context().close();
      });

      it.each([
        [
          "/busy",
          "overloaded: The service cannot answer at the moment. Please try again shortly; it is safe to try twice. Worth trying again in 30 s.",
        ],
        ["/wrong", "answer-unreadable: Something went wrong here, and it is not your fault."],
        ["/html", "answer-unreadable: Something went wrong here, and it is not your fault."],
        ["/slow", "unreachable: The server cannot be reached."],
      ])("tells what went wrong at %s", async (path, told) => {
        const page = await open(`${url}/`, phone, english);
        expect(await asked(page, path)).toContain(told);
        await page.context().close();
      });

      it("that cannot be had at once says so in words, and is a page all the same", async () => {
        const page = await open("about:blank", phone, { ...english, javaScriptEnabled: false });
        const response = await page.goto(`${url}/broken/`);
        expect([response?.status(), response?.headers()["content-type"]]).toEqual([
          503,
          "text/html; charset=utf-8",
        ]);
        expect(await page.locator("main").innerText()).toContain("The service cannot answer at the moment.");
        await page.context().close();
      });

      it("registers a worker for everything below it, and may ask for the camera and nothing else", async () => {
        const page = await open(`${url}/`, phone, english);
        const scopeOfWorker = "navigator.serviceWorker.register('/worker.js').then(({ scope }) => scope)";
        expect(await page.evaluate(scopeOfWorker)).toBe(`${url}/`);
        const allowed = (device: string) =>
          page.evaluate(`document.featurePolicy.allowsFeature("${device}")`);
        expect([await allowed("camera"), await allowed("microphone"), await allowed("geolocation")]).toEqual([
          true,
          false,
          false,
        ]);
        await page.context().close();
      });
    },
  );
});
