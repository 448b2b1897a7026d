// The published forms of open data, read from files and from a server: what the board then shows, figure by figure, by hand.
// Parts of a nation are added up, counties to their part; what a form does not know is null and never nought.
// Nothing of another country comes through.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { freshFolder } from "../../store/freshfolder.ts";
import { noonMs, openBoard, type FeedFile } from "./board.ts";
import * as extracts from "./extracts.ts";
import { file, openSource } from "./source.ts";

const lastDays = ["2020-06-28", "2020-06-29", "2020-06-30"];
const unknown = [null, null, null];

/** What is shown after one reading of these files. */
const shownOf = (settings: FeedFile, files: Readonly<Record<string, string>>) => {
  const folder = freshFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const { read, shown } = yield* openBoard(settings, folder);
        yield* read;
        return yield* shown();
      }),
    ),
  );
};

const seriesFiles = {
  "confirmed.csv": extracts.confirmedSeries,
  "deaths.csv": extracts.deathsSeries,
  "recovered.csv": extracts.recoveredSeries,
};
const series = {
  form: "jhu-time-series",
  confirmed: "confirmed.csv",
  deaths: "deaths.csv",
  recovered: "recovered.csv",
} as const;

describe("the time series of JHU CSSE", () => {
  it("gives a nation by day, with its source and when it was read", async () => {
    const board = await shownOf({ ...series, nation: "Korea, South" }, seriesFiles);
    expect(board).toEqual({
      dates: lastDays,
      latest: "2020-06-30",
      nation: {
        names: { en: "South Korea", ko: "대한민국" },
        confirmed: [12_757, 12_800, 12_850],
        released: [11_429, 11_537, 11_613],
        deceased: [282, 282, 282],
        tested: unknown,
      },
      regions: [],
      publishedAtMs: null,
      feed: {
        name: "JHU CSSE COVID-19 Data",
        url: "https://github.com/CSSEGISandData/COVID-19",
        readAtMs: noonMs,
        trouble: null,
      },
    });
  });

  it("adds the parts of a nation up, and shows each beside it", async () => {
    const { nation, regions } = await shownOf({ ...series, nation: "China" }, seriesFiles);
    expect(nation.confirmed).toEqual([69_039, 69_046, 69_049]);
    expect(nation.deceased).toEqual([4_521, 4_521, 4_521]);
    expect(regions.map(({ names, confirmed, released }) => [names.en, confirmed, released])).toEqual([
      ["Beijing", [904, 911, 914], unknown],
      ["Hubei", [68_135, 68_135, 68_135], [63_623, 63_623, 63_623]],
    ]);
  });

  it("shows other countries where they are asked for, in that order and by the names that they were given", async () => {
    const { nation, regions } = await shownOf(
      {
        ...series,
        nation: "Korea, South",
        regions: ["Italy", "Atlantis"],
        names: { Italy: { en: "Italy", ko: "이탈리아" } },
      },
      seriesFiles,
    );
    expect(nation.confirmed.at(-1)).toBe(12_850);
    expect(regions.map(({ names }) => names.ko)).toEqual(["이탈리아"]);
    expect(regions[0]?.deceased).toEqual([34_738, 34_744, 34_767]);
  });
});

describe("the daily reports of JHU CSSE", () => {
  const settings = { form: "jhu-daily-reports", reports: "{MM-DD-YYYY}.csv", nation: "US" } as const;

  it("add counties up to their part, and parts to the nation", async () => {
    const { latest, nation, regions } = await shownOf(settings, { "06-30-2020.csv": extracts.dailyReport });
    expect(latest).toBe("2020-06-30");
    expect([nation.confirmed, nation.deceased, nation.released]).toEqual([[214_872], [22_478], [0]]);
    expect(regions.map(({ names, confirmed }) => [names.en, confirmed])).toEqual([
      ["New York", [214_371]],
      ["South Carolina", [501]],
    ]);
  });

  it("are read in the columns of the first months too", async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, "03-01-2020.csv"), extracts.earlyReport);
    const board = await Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const { clock, read, shown } = yield* openBoard({ ...settings, nation: "Korea, South" }, folder);
          clock.set(Date.parse("2020-03-02T12:00:00+09:00"));
          yield* read;
          return yield* shown();
        }),
      ),
    );
    expect([board.latest, board.nation.confirmed, board.nation.released]).toEqual([
      "2020-03-01",
      [3_736],
      [30],
    ]);
  });

  it("keep the days before, and ask again only for the latest ones", async () => {
    const folder = freshFolder();
    const [first = "", ...others] = extracts.dailyReport.split("\n");
    const korea = others[0] ?? "";
    await Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const source = yield* openSource;
          const day = (name: string, confirmed: number) =>
            source.files.set(
              `/${name}.csv`,
              file(`${first}\n${korea.replace("12850", String(confirmed))}\n`),
            );
          day("06-24-2020", 12_535);
          day("06-29-2020", 12_800);
          const { read, shown } = yield* openBoard(
            { ...settings, reports: `${source.url}/{MM-DD-YYYY}.csv`, nation: "Korea, South" },
            folder,
          );
          yield* read;
          day("06-29-2020", 12_801);
          day("06-30-2020", 12_850);
          source.asked.length = 0;
          yield* read;
          expect(source.asked.at(0)).toBe("/06-26-2020.csv");
          expect(source.asked.at(-1)).toBe("/07-01-2020.csv");
          const { dates, nation } = yield* shown();
          expect([dates.at(0), dates.at(-1)]).toEqual(["2020-06-24", "2020-06-30"]);
          expect(nation.confirmed).toEqual([12_535, null, null, null, null, 12_801, 12_850]);
        }),
      ),
    );
  });
});

describe("the data set of Our World in Data", () => {
  const settings = { form: "owid", file: "owid.csv", nation: "South Korea", regions: ["Japan"] } as const;

  it("gives cases, deaths and tests, with its decimals and its empty cells", async () => {
    const { nation, regions } = await shownOf(settings, { "owid.csv": extracts.owid });
    expect(nation.confirmed).toEqual([12_757, 12_800, 12_850]);
    expect(nation.deceased).toEqual([282, 282, 282]);
    expect(nation.tested).toEqual([1_251_695, 1_259_954, null]);
    expect(nation.released).toEqual(unknown);
    expect(regions.map(({ names, confirmed }) => [names.en, confirmed])).toEqual([
      ["Japan", [null, null, 18_593]],
    ]);
  });

  it("is read in its compact form too, and with a mark of byte order before it", async () => {
    const { nation } = await shownOf(settings, { "owid.csv": `\uFEFF${extracts.owidCompact}` });
    expect([nation.confirmed, nation.tested]).toEqual([
      [12_800, 12_850],
      [null, null],
    ]);
  });

  it("gives everybody else a turn while a large file is read", async () => {
    const [head = "", korea = ""] = extracts.owid.split("\n");
    const elsewhere = `${korea.replace("South Korea", "Elsewhere")}\n`.repeat(40_000);
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const { latest } = await shownOf(settings, { "owid.csv": `${head}\n${elsewhere}${korea}\n` });
    clearInterval(timer);
    expect([latest, turns > 20]).toEqual(["2020-06-28", true]);
  });
});
