// A page of another origin, opened by the same reader in a real browser: it can read no answer of a party, send nothing that a party
// would act on, show no page in a frame, and hold no window. There is no cookie that could go with it and no header of CORS that would let it.
// The party is a board whose readers may publish, so that nothing but the browser's and the server's own rules stand in the way.
import { createServer, type Server } from "node:http";
import { Effect, Exit, Scope } from "effect";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wide, withBrowser } from "../../inbrowser.ts";
import { office, openSmallServer } from "../server/listening.ts";
import { openTrial } from "./trial/served.ts";

const scope = Effect.runSync(Scope.make());
let foreign: Server;
let foreignUrl = "";
let board: Effect.Success<ReturnType<typeof openSmallServer>>;
let trial: Effect.Success<typeof openTrial>;

beforeAll(async () => {
  const opening = Effect.all([openSmallServer({ everybodyPuttingIs: office }), openTrial]);
  [board, trial] = await Effect.runPromise(Effect.provideService(opening, Scope.Scope, scope));
  foreign = createServer((_request, response) => {
    response
      .writeHead(200, { "content-type": "text/html" })
      .end('<!doctype html><link rel="icon" href="data:,"><title>elsewhere</title>');
  });
  await new Promise<void>((resolve) => foreign.listen(0, "127.0.0.1", resolve));
  const address = foreign.address();
  foreignUrl = `http://127.0.0.1:${String(typeof address === "object" && address !== null ? address.port : 0)}`;
});
afterAll(async () => {
  foreign.close();
  await Effect.runPromise(Scope.close(scope, Exit.void));
});

const figures = { confirmed: 1, inTreatment: 1, released: 0, deceased: 0, tested: 1 };

/** How a request ends for the page that sends it. */
const sent = (page: Page, path: string, init: Readonly<Record<string, unknown>>): Promise<unknown> =>
  page.evaluate(
    `fetch(${JSON.stringify(board.public.url + path)}, ${JSON.stringify(init)}).then(({ type, status }) => type + " " + status, () => "refused")`,
  );

const put = (contentType: string) => ({
  method: "PUT",
  headers: { "content-type": contentType, authorization: "Bearer stolen" },
  body: JSON.stringify(figures),
});

const expected = /blocked by CORS policy|Failed to load resource|frame-ancestors|Content Security Policy/;

describe("a page of another origin", () => {
  withBrowser(
    "with the party's address",
    () => [foreignUrl, board.public.url, trial.url],
    (open) => {
      const elsewhere = () => open(`${foreignUrl}/`, wide);

      it("reads no answer", async () => {
        const page = await elsewhere();
        expect(await sent(page, "/v1/figures", {})).toBe("refused");
        expect(await sent(page, "/v1/figures", { credentials: "include" })).toBe("refused");
        expect(await sent(page, "/v1/figures", { mode: "no-cors" })).toBe("refused");
        await page.context().close();
      });

      it.each([
        ["JSON with a token", put("application/json")],
        ["text with a token", put("text/plain")],
        ["anything, whatever comes back", { ...put("text/plain"), mode: "no-cors", method: "POST" }],
        ["a form", { mode: "no-cors", method: "POST", body: "confirmed=1" }],
      ])("sends nothing that counts: %s", async (_what, init) => {
        const page = await elsewhere();
        expect(await sent(page, "/v1/figures/2020-07-01", init)).toBe("refused");
        expect(board.published).toEqual([]);
        await page.context().close();
      });

      it("shows no page of a party in a frame, and holds none by its window", async () => {
        const page = await elsewhere();
        const address = JSON.stringify(`${trial.url}/`);
        const framed = await page.evaluate(`new Promise((resolve) => {
          const frame = document.createElement("iframe");
          frame.onload = () => resolve(frame.contentDocument === null);
          frame.src = ${address};
          document.body.append(frame);
        })`);
        expect(framed).toBe(true);
        expect(page.frames()[1]?.url()).toMatch(/^chrome-error:/);
        const opened = page.waitForEvent("popup");
        await page.evaluate(`void (self.held = open(${address}))`);
        await (await opened).waitForURL(`${trial.url}/`);
        expect(await page.evaluate("held.closed")).toBe(true);
        await page.context().close();
      });

      it("could do all of that if it were the party's own, so that nothing above is refused by mistake", async () => {
        const page = await open(`${board.public.url}/health`, wide);
        expect(await sent(page, "/v1/figures", {})).toBe("basic 200");
        expect(await sent(page, "/v1/figures/2020-07-01", put("application/json"))).toBe("basic 200");
        expect(await sent(page, "/v1/figures/2020-07-02", put("text/plain"))).toBe("basic 415");
        expect(board.published).toEqual([{ date: "2020-07-01", confirmed: 1 }]);
        await page.context().close();
      });

      it("finds no cookie to bring, because no party keeps one", async () => {
        const page = await open(`${trial.url}/`, wide);
        await page.goto(`${board.public.url}/v1/figures`);
        expect(await page.context().cookies()).toEqual([]);
        await page.context().close();
      });
    },
    expected,
  );
});
