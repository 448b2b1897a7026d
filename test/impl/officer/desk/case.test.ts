// A case at two officers' desks, in two browsers, over the real parties: one asks, the other reads and approves, both give their shares,
// and the number stands under the case until its time is over. Each signature is the key's proof of the very text that was shown.
// A denial is seen with its reason, and a print-out carries its mark.
import type { Page, Route } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { phone, withBrowser } from "../../../inbrowser.ts";
import { faults } from "../../../viz/faults.ts";
import { ask } from "../../serve/asks.ts";
import { venue } from "../../serve/visiting.ts";
import { english, enrol, press } from "./served.ts";
import { dayMs, hourMs, minuteMs, number, serveVisited, typed } from "./visited.ts";

const askFor = async (page: Page, aroundMs: number) => {
  await press(page, "A new case");
  await isLedTo(page, "A new case");
  await press(page, "Add a place");
  await page.getByRole("button", { name: "Remove", exact: true }).last().click();
  await isLedTo(page, "A new case");
  const from = typed(aroundMs - hourMs);
  await page.getByLabel("Venue number").fill(String(venue));
  await page.getByLabel("Day").fill(from.day);
  await page.getByLabel("From").fill(from.time);
  await page.getByLabel("Until").fill(typed(aroundMs + hourMs).time);
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/\/v1\/desk\/cases$/.test(request.url()) && request.method() === "POST") asked.push(request.url());
  });
  // Pressed twice, it opens one case.
  await page.evaluate("[1, 2].forEach(() => document.querySelector('form').requestSubmit())");
  await page.locator("pre").waitFor();
  expect(asked.length).toBe(1);
};

/** Signs what is shown, and is back at the case. */
const sign = async (page: Page) => {
  await press(page, "Sign with your key");
  await page.getByRole("button", { name: "Back to all cases" }).waitFor();
};

/** Where the keyboard and screen readers are. */
const isLedTo = (page: Page, heading: string) =>
  page.locator(":focus").filter({ hasText: heading }).waitFor();

const stands = (page: Page, caseId: string, state: string) =>
  page.getByRole("heading", { name: `${caseId}: ${state}`, exact: true }).waitFor();

const openCase = async (page: Page, caseId: string) => {
  await page.getByRole("button", { name: new RegExp(`^${caseId}:`) }).click();
  await page.getByRole("button", { name: "Back to all cases" }).waitFor();
};

/** What the page would send for a signature; it is stopped on its way. */
const stoppedProof = async (page: Page) => {
  const address = /\/v1\/desk\/signatures\//;
  await page.route(address, (route) => route.abort());
  const sent = page.waitForRequest(address);
  await press(page, "Sign with your key");
  const request = await sent;
  await page.getByText("The server cannot be reached.").first().waitFor();
  await page.unroute(address);
  const { authorization = "" } = request.headers();
  return { url: request.url(), body: request.postData() ?? "", headers: { authorization } };
};

const mainText = (page: Page) => page.locator("main").innerText();

describe("a case at two desks", () => {
  const served = serveVisited([{}, {}]);

  withBrowser(
    "two officers in two browsers",
    served.urls,
    (open) => {
      const pages: Page[] = [];
      const officers = () => {
        const [one, two] = pages;
        if (one === undefined || two === undefined) throw new Error("no pages");
        return { one, two };
      };
      beforeAll(async () => {
        for (const officer of [1, 2]) {
          const page = await open(`${served.desk(officer).url}/`, phone, english);
          await enrol(page, served.desk(officer));
          pages.push(page);
        }
      }, 60_000);

      it("ends with the number under the case, each signature over the text that was shown", async () => {
        const { one, two } = officers();
        await askFor(one, served.scannedAtMs());
        expect(await one.locator("pre").innerText()).toContain(`venue ${String(venue)} from `);
        await sign(one);
        await one.getByText("you cannot approve your own case").waitFor();

        await openCase(two, "case-1");
        await press(two, "Read and approve");
        const first = await two.locator("pre").innerText();
        const proof = await stoppedProof(two);
        await press(two, "Cancel");
        // The same case a moment later is another text, because it says when the officer agrees.
        const asked = two.waitForResponse(/\/approval$/);
        await press(two, "Read and approve");
        const second = String((await (await asked).text()).match(/"id":"([\w-]+)"/)?.[1]);
        expect(await two.locator("pre").innerText()).not.toBe(first);
        const url = proof.url.replace(/[^/]+$/, second);
        const refused = await ask({ ...proof, url, method: "POST" });
        expect([refused.status, refused.body]).toEqual([422, expect.stringContaining("desk-key-wrong")]);
        // Nor does a session alone sign anything.
        const keyless = await ask({ ...proof, body: '{"proof":null}', method: "POST" });
        expect([keyless.status, keyless.body]).toEqual([422, expect.stringContaining("desk-key-wrong")]);
        await press(two, "Cancel");
        await press(two, "Read and approve");
        await sign(two);
        await stands(two, "case-1", "approved");

        await press(one, "Read and give your shares");
        expect(await faults(one)).toEqual([]);
        await sign(one);
        await stands(one, "case-1", "records released");
        await press(two, "Read and give your shares");
        await sign(two);
        await stands(two, "case-1", "answered");
        await stands(one, "case-1", "answered");

        await isLedTo(one, "case-1:");
        await press(one, "Show what was found");
        await one.getByRole("rowheader", { name: number }).waitFor();
        await isLedTo(one, "What was found");
        const text = await mainText(one);
        expect(text).toContain("It can be seen for 13 days 23 hours");
        expect(text).toContain("Nothing stops you from copying what you see.");
        expect(await faults(one)).toEqual([]);
        expect(`${one.url()} ${await one.title()}`).not.toContain("8210");
      });

      it("shows each step as it stands in the logs, verified", async () => {
        const { two } = officers();
        await two.getByText("✓ Verified.").nth(2).waitFor();
        const steps = await two.locator(".steps li").allInnerTexts();
        expect(steps.map((step) => step.split("\n")[0])).toEqual([
          "Approved: the authority committed to the text under two officers",
          "Released: the custodian gave out sealed records",
          "Answered: an issuer answered this case",
        ]);
        expect(steps[0]).toContain("Log of authority, entry 1 of 1");
      });

      it("names an issuer whose log shows no answer, and reads the logs one time after another", async () => {
        const { two } = officers();
        const address = /\/steps$/;
        const held: Route[] = [];
        const silently = async (route: Route | undefined) => {
          const answer = await route?.fetch();
          const body = (await answer?.text())?.replace('"unanswered":[]', '"unanswered":["issuer-1"]');
          if (answer !== undefined && body !== undefined) await route?.fulfill({ response: answer, body });
        };
        await two.route(address, (route) => {
          held.push(route);
        });
        await two.clock.install();
        await press(two, "Back to all cases");
        await openCase(two, "case-1");
        await expect.poll(() => held.length).toBe(1);
        await silently(held[0]);
        await two.getByText("their logs show no answer: issuer-1.").waitFor();
        expect(held.length).toBe(1);
        // The next is asked after a while, and none beside it.
        await two.clock.fastForward(5_000);
        await expect.poll(() => held.length).toBe(2);
        await two.clock.fastForward(30_000);
        await two.getByText("their logs show no answer: issuer-1.").waitFor();
        expect(held.length).toBe(2);
        await held[1]?.continue();
        await two.unroute(address);
        await two.getByText("their logs show no answer").waitFor({ state: "detached" });
        await two.clock.resume();
      });

      it("fits a narrow screen with large letters, in Korean as well", async () => {
        const { one } = officers();
        const wide = () => one.evaluate("document.documentElement.scrollWidth");
        await one.setViewportSize({ width: 320, height: 700 });
        await one.evaluate("document.documentElement.style.fontSize = '200%'");
        expect(await wide()).toBeLessThanOrEqual(320);
        await one.locator("button.language").click();
        await one.locator("html[lang=ko]").waitFor();
        await one.getByRole("button", { name: "인쇄" }).waitFor();
        expect(await wide()).toBeLessThanOrEqual(320);
        expect(await faults(one)).toEqual([]);
        await one.locator("button.language").click();
        await one.locator("html[lang=en]").waitFor();
        await one.evaluate("document.documentElement.style.fontSize = ''");
        await one.setViewportSize(phone);
      });

      it("prints with a mark on every page, and nothing to press", async () => {
        const { one } = officers();
        const mark = one.getByText("BEYOND OUR ERASURE. Printed by officer 1, case-1,");
        expect(await mark.isVisible()).toBe(false);
        await one.emulateMedia({ media: "print" });
        await mark.waitFor();
        // The head of a table stands on each page of a print-out.
        const display = await mark.evaluate((element) => getComputedStyle(element).display);
        expect(display).toBe("table-header-group");
        expect(await one.getByRole("button").count()).toBe(0);
        expect(await mainText(one)).toContain(number);
        await one.emulateMedia({ media: "screen" });
      });

      it("puts the number away when nobody has had the page in sight for long", async () => {
        const { one } = officers();
        await one.clock.install();
        const marked = await one.locator(".printmark").textContent();
        await one.clock.fastForward(minuteMs);
        // What is written when printing begins is in the print-out, because no drawing comes between.
        const printed = await one.evaluate(
          `dispatchEvent(new Event("beforeprint")), document.querySelector(".printmark").textContent`,
        );
        expect(printed).not.toBe(marked);
        const hide = (hidden: boolean) =>
          one.evaluate(
            `Object.defineProperty(document, "hidden", { value: ${String(hidden)}, configurable: true });
             document.dispatchEvent(new Event("visibilitychange"));`,
          );
        await hide(true);
        await one.clock.fastForward(3 * minuteMs);
        await one.getByText("this page was out of sight").first().waitFor();
        expect(await mainText(one)).not.toContain(number);
        await hide(false);
        await one.clock.resume();

        // Closing erases it for both, and so asks for the key over a text that says so.
        await press(one, "Close the case and erase what it learned");
        await one.locator("pre").waitFor();
        expect(await one.locator("pre").innerText()).toContain("officer 1 closes the case at ");
        await press(one, "Cancel");
        await stands(one, "case-1", "answered");
      });

      it("shows the one who asked that it was denied, and why", async () => {
        const { one, two } = officers();
        await press(one, "Back to all cases");
        await isLedTo(one, "Cases");
        await askFor(one, served.scannedAtMs());
        await sign(one);
        await press(two, "Back to all cases");
        await openCase(two, "case-2");
        await two.locator("summary").click();
        await press(two, "Read and deny");
        await two.getByText("Please choose a reason.").first().waitFor();
        const choose = async () => {
          await two.getByLabel("Place or time is doubtful").check();
          await press(two, "Read and deny");
        };
        await choose();
        await two.locator("pre").waitFor();
        expect(await two.locator("pre").innerText()).toContain(
          "officer 2 denies the case as place-or-time-doubtful at ",
        );
        const keyless = await ask({ ...(await stoppedProof(two)), body: '{"proof":null}', method: "POST" });
        expect([keyless.status, keyless.body]).toEqual([422, expect.stringContaining("desk-key-wrong")]);
        await press(two, "Cancel");
        await two.locator("summary").click();
        await choose();
        await sign(two);
        await stands(one, "case-2", "denied");
        await one.getByText("Denied by officer 2: Place or time is doubtful").waitFor();
      });

      it("tells that a case lapsed and that a session ended, and takes the number from the page in time", async () => {
        const { one } = officers();
        await press(one, "Back to all cases");
        await askFor(one, served.scannedAtMs());
        await sign(one);
        served.pass(73 * hourMs);
        await one.getByText("You are no longer signed in at this desk.").first().waitFor();
        await press(one, "Sign in with your key");
        await stands(one, "case-3", "lapsed");
        await press(one, "Back to all cases");
        await openCase(one, "case-1");
        await press(one, "Show what was found");
        await one.getByRole("rowheader", { name: number }).waitFor();
        served.pass(14 * dayMs);
        await one.getByRole("heading", { name: "Sign in" }).waitFor();
        expect(await mainText(one)).not.toContain(number);
        await press(one, "Sign in with your key");
        await stands(one, "case-1", "closed");
        expect(await mainText(one)).not.toContain(number);
      });
    },
    /^Failed to load resource: (the server responded with a status of [45]\d\d|net::ERR_FAILED)/,
  );
});
