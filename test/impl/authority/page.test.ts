// The authority's page in a real browser, for everybody: the counts of a year as the law asks, how a disclosure works, where the log stands
// and how it is checked. It is there before its program runs and without it, in both languages, and nobody signs in on it.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Clock, Effect, Exit, Logger, Schema, Scope } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openOffice } from "../../../impl/officer/office.ts";
import { approveCase, denyCase, requestCase, textToApprove } from "../../../impl/officer/steps.ts";
import { phone, withBrowser } from "../../inbrowser.ts";
import { faults } from "../../viz/faults.ts";
import { ask } from "../serve/asks.ts";
import { openTogether } from "../serve/together.ts";

const scope = Effect.runSync(Scope.make());
let url = "";

const decode = Schema.decodeUnknownSync(
  Schema.fromJsonString(
    Schema.Struct({
      thisYear: Schema.Int,
      log: Schema.Struct({ entries: Schema.Int, cosigners: Schema.Array(Schema.String) }),
    }),
  ),
);
const report = async () => decode((await ask({ url: `${url}/v1/report` })).body);

/** One case denied, and one approved, which is in the log. */
const opened = Effect.gen(function* () {
  const { folder, opened: parties } = yield* openTogether({ issuers: 1 });
  const one = yield* openOffice(`${folder}/officer-1`);
  const two = yield* openOffice(`${folder}/officer-2`);
  const nowMs = yield* Clock.currentTimeMillis;
  const asked = {
    ground: "investigation",
    windows: [{ venue: 7, fromMs: nowMs - 60_000, untilMs: nowMs - 1_000 }],
  } as const;
  const denied = yield* requestCase(one, asked);
  yield* denyCase(two, denied.caseId, "scope-too-wide");
  const { caseId } = yield* requestCase(one, asked);
  yield* approveCase(two, caseId, yield* textToApprove(two, caseId));
  return parties.get("authority")?.urls.public ?? "";
});

beforeAll(async () => {
  url = await Effect.runPromise(
    opened.pipe(
      Effect.provideService(Scope.Scope, scope),
      Effect.provide([NodeServices.layer, Logger.layer([])]),
    ),
  );
  const published = async (): Promise<void> => {
    if ((await report()).log.entries === 0) await published();
  };
  await published();
}, 60_000);
afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)));

describe("the authority's page", () => {
  withBrowser(
    "for everybody",
    () => url,
    (open) => {
      it("is drawn by the server, and says everything without a script", async () => {
        const page = await open(`${url}/`, phone, { locale: "en-GB", javaScriptEnabled: false });
        const text = await page.locator("main").innerText();
        const { thisYear, log } = await report();
        for (const said of [
          `The year ${String(thisYear)}`,
          "Nobody can approve their own case.",
          "within 72 hours",
          "erased after 14 days",
          `(entries: 1) was cosigned by ${log.cosigners.join(", ")}`,
          "entrylog audit",
          "Officers do not sign in here.",
        ])
          expect(text).toContain(said);
        const rows = await page.locator(".counts tbody tr").allInnerTexts();
        const counts = rows.map((row) => row.split("\t").slice(0, 2).join(" ").trim());
        expect(counts).toContain("denied 1");
        expect(counts).toContain("approved 1");
        expect(counts).toContain("All cases 2");
        expect(log.cosigners.length).toBeGreaterThanOrEqual(2);
        await page.context().close();
      });

      it("shows another year when it is chosen, and remembers the other language", async () => {
        const page = await open(`${url}/`, phone, { locale: "ko-KR" });
        await page.getByLabel("연도").selectOption("2020");
        await page.getByRole("heading", { name: "2020년" }).waitFor();
        await page.getByText("이 해에 요청된 사건이 없습니다.").waitFor();
        expect(await faults(page)).toEqual([]);
        await page.getByRole("button", { name: "English" }).click();
        await page.getByText("No case was asked for in this year.").waitFor();
        await page.locator("html[lang=en]").waitFor();
        expect(await faults(page)).toEqual([]);
        await page.context().close();
      });

      it("fits a narrow screen with large letters, and is small", async () => {
        const page = await open(`${url}/`, { width: 320, height: 700 }, { locale: "en-GB" });
        await page.locator("button.language").waitFor();
        await page.evaluate("document.documentElement.style.fontSize = '200%'");
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
        const sizes = await Promise.all(
          ["/", "/program.js", "/style.css"].map(
            async (path) => (await ask({ url: `${url}${path}` })).body.length,
          ),
        );
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000);
        await page.context().close();
      });
    },
  );
});
