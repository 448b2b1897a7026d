// A source that sends something bad, of every kind: the board keeps the last good figures with their date, says by a code what is wrong
// and since when, and is in order again with the next good file.
// A source that is slow, gone, broken off or without end is no different.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { freshFolder } from "../../store/freshfolder.ts";
import { noonMs, openBoard } from "./board.ts";
import { owid } from "./extracts.ts";
import { file, openSource, type Answering } from "./source.ts";

const hourMs = 3_600_000;
const settings = { form: "owid", nation: "South Korea", withinMs: 400, bytesMost: 20_000 } as const;

/** Reads a good file, then what a test puts in its place, then the good one with a day more. */
const after = (bad: Answering | undefined) =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const source = yield* openSource;
        source.files.set("/owid.csv", file(owid));
        const board = yield* openBoard({ ...settings, file: `${source.url}/owid.csv` }, freshFolder());
        yield* board.read;
        const good = yield* board.shown();
        board.clock.set(noonMs + hourMs);
        if (bad === undefined) source.files.delete("/owid.csv");
        else source.files.set("/owid.csv", bad);
        yield* board.read;
        board.clock.set(noonMs + 2 * hourMs);
        yield* board.read;
        const broken = yield* board.shown();
        source.files.set(
          "/owid.csv",
          file(`${owid}KOR,Asia,South Korea,2020-07-01,12904.0,54,,282.0,,,,,\n`),
        );
        yield* board.read;
        return { good, broken, again: yield* board.shown() };
      }),
    ),
  );

const rowOf = (line: string) => owid.replace(/^KOR.*2020-06-30.*$/m, line);

const bads: readonly (readonly [what: string, code: string, bad: Answering | undefined])[] = [
  ["is not there", "feed-unreachable", undefined],
  ["breaks the connection off", "feed-unreachable", (response) => response.destroy()],
  [
    "breaks off in the middle",
    "feed-unreachable",
    (response) => {
      response.writeHead(200, { "content-length": "9999" }).write(owid, () => response.destroy());
    },
  ],
  ["never answers", "feed-unreachable", () => undefined],
  [
    "answers a letter at a time",
    "feed-unreachable",
    (response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write("i"), 50);
      response.on("close", () => clearInterval(timer));
    },
  ],
  [
    "answers with an error",
    "feed-refused",
    (response) => {
      response.writeHead(500).end(owid);
    },
  ],
  [
    "sends its reader round in circles",
    "feed-refused",
    (response) => {
      response.writeHead(302, { location: "/owid.csv" }).end();
    },
  ],
  ["is too large", "feed-too-large", file(owid + "x".repeat(20_000))],
  ["is empty", "feed-unreadable", file("")],
  ["has a head alone", "feed-unreadable", file(owid.slice(0, owid.indexOf("\n") + 1))],
  ["is a page of HTML", "feed-columns-missing", file("<!doctype html>\n<title>Sorry</title>\n")],
  ["is JSON", "feed-unreadable", file('{"KOR":\n{"data":[]}}\n')],
  [
    "is in another encoding",
    "feed-unreadable",
    (response) => {
      response.writeHead(200).end(Buffer.from(owid.replace("Japan", "Cura\u00e7ao"), "latin1"));
    },
  ],
  ["ends in the middle of a record", "feed-unreadable", file(owid.trimEnd().slice(0, -30))],
  ["has a quote that never ends", "feed-unreadable", file(owid.replace("Japan", '"Japan'))],
  ["has a cell too many", "feed-unreadable", file(owid.replace("Japan,", "Japan,,"))],
  ["has another name for a column", "feed-columns-missing", file(owid.replace("total_deaths", "deaths"))],
  ["has a word for a figure", "feed-value-wrong", file(owid.replace("12850.0", "many"))],
  ["has a figure below nought", "feed-value-wrong", file(owid.replace("12850.0", "-12850"))],
  ["has half a case", "feed-value-wrong", file(owid.replace("12850.0", "12850.5"))],
  ["has a figure beyond all measure", "feed-value-wrong", file(owid.replace("12850.0", "128500000000000"))],
  ["has a day that is none", "feed-value-wrong", file(owid.replace("2020-06-30,12850", "2020-06-31T,12850"))],
  [
    "has a day twice",
    "feed-value-wrong",
    file(owid.replace("South Korea,2020-06-29", "South Korea,2020-06-30")),
  ],
  ["says nothing of the nation", "feed-nation-missing", file(owid.replaceAll("South Korea", "Korea"))],
  ["is older than what is known", "feed-older", file(rowOf("FRA,Europe,France,2020-06-30,1,,,1,,,,,"))],
  [
    "knows the day after tomorrow",
    "feed-ahead",
    file(rowOf("KOR,Asia,South Korea,2020-07-03,12999.0,,,282.0,,,,,")),
  ],
];

describe("a source that", () => {
  it.each(bads)("%s: %s", async (_what, code, bad) => {
    const { good, broken, again } = await after(bad);
    expect(good.latest).toBe("2020-06-30");
    expect(broken).toEqual({
      ...good,
      feed: { ...good.feed, trouble: { code, sinceMs: noonMs + hourMs } },
    });
    expect(again.latest).toBe("2020-07-01");
    expect(again.feed?.trouble).toBe(null);
    expect(again.nation.confirmed).toEqual([...good.nation.confirmed, 12_904]);
  });

  it("never was any good leaves the board empty, with the word about it", async () => {
    const board = await Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const { read, shown } = yield* openBoard({ ...settings, file: "not-there.csv" }, freshFolder());
          yield* read;
          return yield* shown();
        }),
      ),
    );
    expect([board.dates, board.latest, board.feed?.readAtMs]).toEqual([[], null, null]);
    expect(board.feed?.trouble?.code).toBe("feed-unreachable");
  });
});

describe("the time series of JHU CSSE", () => {
  it.each([
    ["a place twice", (text: string) => `${text},"Korea, South",1,1,1,1,1\n`, "feed-value-wrong"],
    ["no day", (text: string) => text.replaceAll("/20", "/2020"), "feed-columns-missing"],
    ["a figure that is none", (text: string) => text.replace("12850", "n/a"), "feed-value-wrong"],
  ])("with %s is refused", async (_what, change, code) => {
    const { confirmedSeries, deathsSeries } = await import("./extracts.ts");
    const board = await Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const source = yield* openSource;
          source.files.set("/confirmed.csv", file(change(confirmedSeries)));
          source.files.set("/deaths.csv", file(deathsSeries));
          const { read, shown } = yield* openBoard(
            {
              form: "jhu-time-series",
              confirmed: `${source.url}/confirmed.csv`,
              deaths: `${source.url}/deaths.csv`,
              nation: "Korea, South",
            },
            freshFolder(),
          );
          yield* read;
          return yield* shown();
        }),
      ),
    );
    expect(board.feed?.trouble?.code).toBe(code);
  });
});
