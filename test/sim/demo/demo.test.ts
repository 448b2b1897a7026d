// `entrylog demo` as a person meets it: a real process with all its children, its page in a real browser, every link, and Ctrl-C at the end.
// The page shows what comes to the stores as it comes, a phone's code, where a number is found and where not, and sets the clock ahead.
// One country is opened for all of it.
import { Effect, Exit, Scope } from "effect";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeConnections } from "../../../sim/exchange.ts";
import { askNotice, makePhone, noticeIn } from "../../../sim/load/phone.ts";
import { phone, wide, withBrowser } from "../../inbrowser.ts";
import { faults } from "../../viz/faults.ts";
import {
  freshFolder,
  frontDoor,
  processesWith,
  start,
  until,
  type Running,
} from "../../impl/serve/processes.ts";

const startsWithinMs = 240_000;
/** The city's people come as the machine lets them. */
const patiently = { timeout: startsWithinMs };
const pageBytesMost = 300_000;
const english = { locale: "en-GB" };
const korean = { locale: "ko-KR" };
const narrow = { width: 320, height: 700 };
/** A venue of the city, and a number that nobody has. */
const venueOfCity = "4000000001";
const number = "010-0765-4321";

/** Read to its end, because a stop waits for answers that are under way. */
const statusOf = async (address: string): Promise<number> => {
  const answer = await fetch(address);
  await answer.arrayBuffer();
  return answer.status;
};

describe("entrylog demo", () => {
  const scope = Scope.makeUnsafe();
  let folder = "";
  let demo: Running;
  let url = "";

  beforeAll(async () => {
    const begun = Effect.gen(function* () {
      folder = yield* freshFolder;
      demo = yield* start(["demo", "--dir", folder, "--people", "60", "--free-ports"], {}, frontDoor);
      yield* until(() => / http:\/\//.test(demo.said()));
      url = /^demonstration (\S+)$/m.exec(demo.said())?.[1] ?? "";
    });
    await Effect.runPromise(Effect.provideService(begun, Scope.Scope, scope));
  }, startsWithinMs);
  afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)), startsWithinMs);

  it("answers with its page before anybody else runs", async () => {
    expect(await statusOf(url)).toBe(200);
    expect(demo.said().split("\n")[0]).toBe(`demonstration ${url}`);
  });

  withBrowser(
    "its page in a browser",
    () => url,
    (open) => {
      let page: Page;

      it(
        "shows who is starting, and leads to everybody when they run",
        { timeout: startsWithinMs },
        async () => {
          page = await open(url, wide, english);
          await page.locator(".cards li").first().waitFor();
          await page.locator(".cards li.runs").nth(8).waitFor({ timeout: startsWithinMs });
          await Effect.runPromise(until(() => demo.said().includes("Everybody runs, in ")));
          expect(await page.locator(".cards li.starting").count()).toBe(0);
          const links = await page
            .locator(".cards a")
            .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
          expect(links.filter((link) => link?.includes("#key="))).toHaveLength(1);
          for (const link of new Set(links)) expect([link, await statusOf(link ?? "")]).toEqual([link, 200]);
        },
      );

      it("shows live what comes to the custodian, and that it is sealed there", patiently, async () => {
        const custodian = page.locator("article", { has: page.locator("#store-custodian") });
        const count = custodian.locator("[data-count^='custodian visit_']").first();
        await count.waitFor(patiently);
        const before = await count.innerText();
        await custodian.locator(".table.fresh").first().waitFor(patiently);
        await expect.poll(() => count.innerText(), patiently).not.toBe(before);
        await page.locator(".admitted", { hasText: /Let in: [1-9]/ }).waitFor(patiently);
        expect(await custodian.locator("th.sealed").first().innerText()).toContain("sealed");
        expect(await custodian.locator("td.sealed").first().innerText()).toMatch(/^[0-9a-f]{24}…$/);
      });

      it("shows on a phone the code that an issuer sent", async () => {
        const issuer = (await page.locator("[data-member=issuer-1] a").first().getAttribute("href")) ?? "";
        const line = { issuer: new URL(issuer).origin, connections: makeConnections(), withinMs: 20_000 };
        const person = makePhone(line, { number });
        await page.getByLabel("Phone number", { exact: true }).fill(number);
        await page.getByRole("button", { name: "Show its messages" }).click();
        await page.getByText("No message for").waitFor();
        await person.agree(noticeIn(await askNotice(line)));
        expect((await person.requestCode()).code).toBe("");
        await page.locator(".phone li").first().waitFor();
        expect(await page.locator(".phone li").first().innerText()).toMatch(/\b\d{6}\b/);
        expect([page.url(), await page.title()].join(" ")).not.toContain("4321");
      });

      it("finds a venue at the custodian alone, and a person's number nowhere", async () => {
        const look = async (text: string) => {
          await page.getByLabel("Phone number or venue number").fill(text);
          await page.getByRole("button", { name: "Look in every store" }).click();
        };
        await look(venueOfCity);
        await page.getByText("Found at 1 of 6 parties.").first().waitFor();
        expect(
          await page.locator(".results .found").evaluateAll((all) => all.map((one) => one.dataset["party"])),
        ).toEqual(["custodian"]);
        await look(number);
        await page.getByText("Found at 0 of 6 parties.").first().waitFor();
        expect(await page.locator(".results .absent").count()).toBe(6);
      });

      it("sets everybody's clock ahead, once it was confirmed", { timeout: 90_000 }, async () => {
        const before = await page.locator(".now").innerText();
        await page.getByRole("button", { name: "+1 day" }).click();
        await page.getByRole("button", { name: "Leave it" }).click();
        await page.getByRole("button", { name: "+1 day" }).click();
        await page.getByRole("button", { name: "Set ahead" }).click();
        await page.locator(".moved", { hasText: "Now it is" }).waitFor({ timeout: 90_000 });
        const day = (text: string) => Date.parse(/\d+ \w+ \d{4}/.exec(text)?.[0] ?? "");
        await expect
          .poll(async () => day(await page.locator(".now").innerText()))
          .toBe(day(before) + 86_400_000);
        await page.context().close();
      });

      it.each([
        ["ko", korean, phone],
        ["en", english, narrow],
      ])("has no fault by WCAG 2.2 AA and fits the screen, in %s", async (language, locale, screen) => {
        const other = await open(url, screen, locale);
        await other.locator("article td").first().waitFor();
        expect(await other.evaluate("document.documentElement.lang")).toBe(language);
        expect(await faults(other)).toEqual([]);
        expect(await other.evaluate("document.documentElement.scrollWidth")).toBe(screen.width);
        await other.context().close();
      });

      it("is small, with all its files", async () => {
        const sizes = ["/", "/program.js", "/style.css"].map(
          async (path) => (await (await fetch(`${url}${path}`)).arrayBuffer()).byteLength,
        );
        const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
        expect(bytes).toBeLessThan(pageBytesMost);
      });
    },
  );

  it("answers no page of another origin, and no other name", async () => {
    const post = (headers: Readonly<Record<string, string>>) =>
      fetch(`${url}/v1/search`, { method: "POST", body: JSON.stringify({ text: number }), headers });
    const json = { "content-type": "application/json" };
    expect((await post(json)).status).toBe(200);
    expect((await post({ ...json, origin: "http://example.com" })).status).toBe(403);
    expect((await post({ "content-type": "text/plain" })).status).toBe(415);
    expect(await statusOf(url.replace("127.0.0.1", "localhost"))).toBeGreaterThanOrEqual(400);
  });

  it("ends with 2 and what to do where the place of its page is taken", { timeout: 60_000 }, () =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const port = new URL(url).port;
          const second = yield* start(["demo", "--dir", `${folder}/second`, "--port", port], {}, frontDoor);
          expect(yield* second.ended).toBe(2);
          expect(second.said()).toMatch(/^place-taken: [^\n]+\n[^\n]*--port/);
        }),
      ),
    ),
  );

  it("ends with 130 at Ctrl-C, and leaves no process behind", { timeout: 60_000 }, async () => {
    expect(processesWith(folder).length).toBeGreaterThan(10);
    demo.signal("SIGINT");
    expect(await Effect.runPromise(demo.ended)).toBe(130);
    expect(demo.said()).toContain("Everybody stopped.");
    expect(processesWith(folder)).toEqual([]);
  });
});
