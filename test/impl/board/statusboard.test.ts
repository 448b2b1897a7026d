// The status board as data and as news: what the national office publishes goes over what a source said, day by day,
// readers ask for as many days as they want, and a feed reader gets news in its language. It is asked over a real listener.
// An issuer reads it at the parties' listener, as test/impl/serve/matrix.test.ts shows.
import { writeFileSync } from "node:fs";
import { DOMParser } from "linkedom";
import { Effect, Predicate, Schema } from "effect";
import { describe, expect, it } from "vitest";
import { StatusBoard } from "../../../impl/protocol/figures.ts";
import { freshFolder } from "../store/freshfolder.ts";
import { noonMs, openBoard } from "./feed/board.ts";
import { owid } from "./feed/extracts.ts";
import { file, openSource } from "./feed/source.ts";
import { refusalOf, serveBoard } from "./served.ts";

const feed = { form: "owid", file: "owid.csv", nation: "South Korea" } as const;
const decode = Schema.decodeUnknownSync(Schema.fromJsonString(StatusBoard));

const isDocument = (parsed: unknown): parsed is Document => Predicate.hasProperty(parsed, "querySelector");

describe("the status board", () => {
  it("shows the office's figures of a day over those of the source, and which day is the latest of both", async () => {
    const board = await Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const source = yield* openSource;
          source.files.set("/owid.csv", file(owid));
          const { read, publish, shown } = yield* openBoard(
            { ...feed, file: `${source.url}/owid.csv` },
            freshFolder(),
          );
          yield* read;
          const figures = { inTreatment: 938, released: 11_684, deceased: 282, tested: 1_295_962 };
          yield* publish("2020-06-29", { ...figures, confirmed: 12_801 });
          yield* publish("2020-07-01", { ...figures, confirmed: 12_904 });
          return yield* shown(3);
        }),
      ),
    );
    expect(board.dates).toEqual(["2020-06-29", "2020-06-30", "2020-07-01"]);
    expect(board.latest).toBe("2020-07-01");
    expect(board.nation.confirmed).toEqual([12_801, 12_850, 12_904]);
    expect(board.nation.released).toEqual([11_684, null, 11_684]);
    expect(board.publishedAtMs).toBeGreaterThan(noonMs);
  });

  it("begins anew when it is told to follow another nation", async () => {
    const folder = freshFolder();
    const latestOf = (nation: string, isRead: boolean) =>
      Effect.runPromise(
        Effect.scoped(
          Effect.gen(function* () {
            const { read, shown } = yield* openBoard({ ...feed, nation }, folder);
            if (isRead) yield* read;
            return (yield* shown()).latest;
          }),
        ),
      );
    writeFileSync(`${folder}/owid.csv`, owid);
    expect(await latestOf("South Korea", true)).toBe("2020-06-30");
    expect(await latestOf("South Korea", false)).toBe("2020-06-30");
    expect(await latestOf("Japan", false)).toBe(null);
  });
});

describe("the board for others", () => {
  const board = serveBoard({ feed }, { "owid.csv": owid });

  it("is JSON in the form of the contract, of as many days as are asked for", async () => {
    const { status, headers, body } = await board.ask("/v1/board?days=2");
    expect([status, headers["content-type"]]).toEqual([200, "application/json"]);
    const { dates, nation } = decode(body);
    expect([dates, nation.confirmed]).toEqual([
      ["2020-06-29", "2020-06-30"],
      [12_800, 12_850],
    ]);
  });

  it.each(["0", "367", "2.5", "many"])("refuses %s days", async (days) => {
    const { status, body } = await board.ask(`/v1/board?days=${days}`);
    expect([status, body.includes('"code":"input-invalid"')]).toEqual([400, true]);
  });

  it.each([
    ["ko", "대한민국 코로나19 현황", "2020년 6월 30일: 확진 12,850 (+50)"],
    ["en-GB", "COVID-19 in South Korea", "30 June 2020: Confirmed 12,850 (+50)"],
  ])("is news for a reader of %s", async (language, title, first) => {
    const { status, headers, body } = await board.ask("/v1/board.rss", {
      headers: { "accept-language": language },
    });
    expect([status, headers["content-type"]]).toEqual([200, "application/rss+xml; charset=utf-8"]);
    const news: unknown = new DOMParser().parseFromString(body, "text/xml");
    if (!isDocument(news)) throw new Error("no document");
    const textOf = (selector: string) => news.querySelector(selector)?.textContent;
    expect(textOf("channel > title")).toBe(title);
    expect(textOf("channel > link")).toBe(`${board.url()}/`);
    expect(textOf("item > title")).toBe(first);
    expect(textOf("item > guid")).toBe("urn:entrylog:figures:2020-06-30");
    expect(textOf("item > pubDate")).toBe("Mon, 29 Jun 2020 15:00:00 GMT");
    expect(news.querySelectorAll("item").length).toBe(3);
  });
});

describe("a board's configuration", () => {
  it.each([
    [{ feed: { form: "csv" } }, "settings.feed"],
    [{ feed: { ...feed, nation: "" } }, "settings.feed.nation"],
    [{ feed: { ...feed, file: "ftp://example.org/owid.csv" } }, "settings.feed.file"],
    [{ feed: { ...feed, everySeconds: 0 } }, "settings.feed.everySeconds"],
    [{ feed: { ...feed, regions: Array.from({ length: 41 }, String) } }, "settings.feed.regions"],
    [
      { feed: { form: "jhu-daily-reports", reports: "06-30-2020.csv", nation: "US" } },
      "settings.feed.reports",
    ],
    [{ fed: true }, "settings.fed"],
  ])("with %j is told by its place", async (settings, place) => {
    expect(await refusalOf(settings)).toContain(`config.json: ${place}`);
  });
});
