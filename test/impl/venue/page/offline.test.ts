// A door whose network is cut, in a real browser: between the page and the venue's machine, and between that and the custodian.
// It opens and goes on, says what is not yet checked and how many wait, and what waited is delivered once and judged by the law.
import { Effect } from "effect";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { withBrowser } from "../../../inbrowser.ts";
import {
  answer,
  atWork,
  english,
  freshPass,
  numberOf,
  passForChallenge,
  serveDoor,
  type as typeCode,
  visitsOf,
  withWorker,
} from "./served.ts";

/** What a browser itself says of a network that is cut, and its driver of a worker that a test does without. */
const cut =
  /^(Failed to load resource: (net::ERR_|the server responded)|Service Worker registration blocked)/;
const here = "In this browser";
const stored = "Delivered later and stored";
const notStored = "Delivered later and not stored";

/** Waits until the row of this name shows this number. */
const shows = (page: Page, name: string, number: string) =>
  expect.poll(() => numberOf(page, name), { timeout: 20_000 }).toBe(number);

const heldRows = (page: Page) =>
  page.evaluate(`new Promise((done) => {
    const opening = indexedDB.open("held");
    opening.onsuccess = () => {
      const asked = opening.result.transaction("scans").objectStore("scans").getAll();
      asked.onsuccess = () => { opening.result.close(); done(asked.result.map(({ text }) => text)); };
    };
  })`);

/** As if they had been scanned seven hours ago, by every clock. */
const makeOld = `new Promise((done) => {
  const opening = indexedDB.open("held");
  opening.onsuccess = () => {
    const transaction = opening.result.transaction("scans", "readwrite");
    const asked = transaction.objectStore("scans").openCursor();
    asked.onsuccess = () => {
      const cursor = asked.result;
      if (cursor === null) return;
      const { at, told } = cursor.value;
      const earlier = (mark) => ({ ...mark, steadyMs: mark.steadyMs - 25_200_000, wallMs: mark.wallMs - 25_200_000 });
      cursor.update({
        ...cursor.value, at: earlier(at), told: { nowMs: told.nowMs - 25_200_000, since: earlier(told.since) },
      });
      cursor.continue();
    };
    transaction.oncomplete = () => { opening.result.close(); done(true); };
  };
})`;

/** The tablet's clock on the wall is set eight hours ahead, as by the network's time when that is back. */
const setAhead = `(() => { const now = Reflect.get(Date, "now"); Reflect.set(Date, "now", () => now() + 28_800_000); })()`;

describe("a door whose network is cut", () => {
  const door = serveDoor();
  const doorOfTwo = serveDoor();
  const doorAway = serveDoor();
  withBrowser(
    "in a browser",
    () => [door, doorOfTwo, doorAway].map((each) => each().url),
    (open) => {
      const scanned = async (page: Page, code: string, kind: Parameters<typeof answer>[1]) => {
        await typeCode(page, code);
        await answer(page, kind).waitFor();
      };

      it("goes on, is loaded again, lets scans wait, and delivers each once when the machine is back", async () => {
        const page = await atWork(door(), open);
        const context = page.context();
        await withWorker(context, page);
        // What is asked with a network is kept anew each time.
        await page.evaluate("caches.open('door').then((cache) => cache.delete('/', { ignoreVary: true }))");
        await page.reload();
        await expect
          .poll(() => page.evaluate("caches.match('/', { ignoreVary: true }).then((found) => found?.ok)"))
          .toBe(true);
        const before = visitsOf(door()).length;
        await context.setOffline(true);
        const first = await freshPass(door());
        await scanned(page, first, "unchecked");
        expect(await answer(page, "unchecked").locator(".large").innerText()).toBe(
          "Admitted, not yet checked",
        );
        await scanned(page, first, "refused");
        expect(await answer(page, "refused").innerText()).toContain("This pass has already been used.");
        await scanned(page, "NO PASS", "refused");
        expect(await answer(page, "refused").innerText()).toContain("This QR code is not a pass.");
        await page.reload();
        await page.locator(".answer").waitFor();
        await page.getByText("The venue’s machine cannot be reached.").waitFor();
        await shows(page, here, "1");
        await scanned(page, first, "refused");
        await scanned(page, await freshPass(door()), "unchecked");
        await shows(page, here, "2");
        expect(visitsOf(door())).toHaveLength(before);
        await context.setOffline(false);
        await shows(page, here, "0");
        await shows(page, stored, "2");
        expect(
          visitsOf(door())
            .slice(before)
            .map(({ late }) => late),
        ).toEqual([true, true]);
        expect(await heldRows(page)).toEqual([]);
        expect(await numberOf(page, "Admitted, not yet checked then")).toBe("2");
        await scanned(page, await freshPass(door()), "checked");
        await context.close();
      });

      it("takes no pass that only the machine could judge", async () => {
        const page = await atWork(door(), open);
        const bound = await passForChallenge(door());
        await page.context().setOffline(true);
        await scanned(page, bound, "refused");
        expect(await answer(page, "refused").innerText()).toContain("made for a challenge cannot be checked");
        await page.context().close();
      });

      it("counts a scan once whose answer was lost on the way", async () => {
        const before = visitsOf(door()).length;
        const page = await atWork(door(), open, { ...english, serviceWorkers: "block" });
        await page.route("**/v1/scans", async (route) => {
          await route.fetch();
          await route.abort();
        });
        await scanned(page, await freshPass(door()), "unchecked");
        await shows(page, here, "0");
        expect(
          visitsOf(door())
            .slice(before)
            .map(({ late }) => late),
        ).toEqual([false]);
        await expect.poll(() => page.getByRole("row", { name: notStored }).count()).toBe(0);
        await page.unrouteAll({ behavior: "ignoreErrors" });
        await page.context().close();
      });

      it("deletes what has waited too long, and says so", async () => {
        const before = visitsOf(door()).length;
        const page = await atWork(door(), open);
        await page.context().setOffline(true);
        await scanned(page, await freshPass(door()), "unchecked");
        await page.evaluate(makeOld);
        await page.context().setOffline(false);
        await shows(page, notStored, "1");
        expect(await page.getByText("delivered later than a venue may").isVisible()).toBe(true);
        expect(await heldRows(page)).toEqual([]);
        expect(visitsOf(door())).toHaveLength(before);
        await page.context().close();
      });

      it("stores what it held although the tablet's clock was set eight hours ahead before the machine was back", async () => {
        const before = visitsOf(door()).length;
        const page = await atWork(door(), open);
        await page.getByText("Connected to the venue’s machine.").waitFor();
        await page.context().setOffline(true);
        await scanned(page, await freshPass(door()), "unchecked");
        await page.evaluate(setAhead);
        await page.context().setOffline(false);
        await shows(page, here, "0");
        await expect.poll(() => visitsOf(door()).length).toBe(before + 1);
        await page.context().close();
      });

      it("admits whoever comes while the machine has a fault, says so, and keeps the scan until it is mended", async () => {
        const before = visitsOf(door()).length;
        const page = await atWork(door(), open, { ...english, serviceWorkers: "block" });
        const atFault = { status: 503, json: { code: "store-unavailable" } };
        await page.route(/\/v1\/(late-)?scans/, (route) => route.fulfill(atFault));
        await scanned(page, await freshPass(door()), "unchecked");
        await page.getByText("The venue’s machine has a fault.").waitFor();
        await shows(page, here, "1");
        await page.unroute(/\/v1\/(late-)?scans/);
        await shows(page, here, "0");
        await expect.poll(() => visitsOf(door()).length).toBe(before + 1);
        await page.unrouteAll({ behavior: "ignoreErrors" });
        await page.context().close();
      });

      it("goes on where the browser's store fails", async () => {
        const page = await atWork(door(), open);
        await page.evaluate(
          "IDBFactory.prototype.open = () => { throw new DOMException('gone', 'UnknownError'); }",
        );
        await page.context().setOffline(true);
        await scanned(page, await freshPass(door()), "refused");
        expect(await answer(page, "refused").innerText()).toContain("can keep no more scans");
        await page.context().setOffline(false);
        await page.getByText("Connected to the venue’s machine.").waitFor();
        await scanned(page, await freshPass(door()), "checked");
        await page.context().close();
      });

      it("says that what it held could not be stored when another scanner of the door was not silent", async () => {
        const page = await atWork(doorOfTwo(), open);
        await page.context().setOffline(true);
        await typeCode(page, await freshPass(doorOfTwo()));
        await answer(page, "unchecked").waitFor();
        await Effect.runPromise(doorOfTwo().venue.scan(await freshPass(doorOfTwo())));
        await page.context().setOffline(false);
        await shows(page, notStored, "1");
        expect(await page.getByText("the device has delivered on time since").isVisible()).toBe(true);
        expect(visitsOf(doorOfTwo())).toHaveLength(1);
        await page.context().close();
      });

      it("says not yet checked and how many wait at a machine that cannot reach the custodian, until they are delivered", async () => {
        const page = await atWork(doorAway(), open);
        doorAway().line.cut = true;
        await typeCode(page, await freshPass(doorAway()));
        await answer(page, "unchecked").waitFor();
        await shows(page, "At the venue’s machine", "1");
        expect(await numberOf(page, here)).toBe("0");
        doorAway().line.cut = false;
        await shows(page, "At the venue’s machine", "0");
        await shows(page, stored, "1");
        await page.context().close();
      });
    },
    cut,
  );
});
