// Follows a source: reads it at once and then in its rhythm, looks whether it can be right, and writes it into the book.
// The board opens without waiting for it. Whatever is wrong with a source is told to the operator and, by its code, to readers,
// and leaves the last good figures as they are. It never follows a source back in time.
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient";
import { Clock, Context, Effect, Layer, Schedule } from "effect";
import { HttpClient } from "../../protocol/http/effecthttp.ts";
import { boardDaysUsually } from "../../protocol/figures.ts";
import { seoulDay } from "../../protocol/seoulday.ts";
import { datesFrom, dayOf } from "../calendar.ts";
import { FeedBook, type FeedState } from "../feedbook.ts";
import { readDailyReports } from "./dailyreports.ts";
import { makeGathering, type Gathering } from "./gathering.ts";
import { readOwid } from "./owid.ts";
import { readingPlaces, type ReadPlace } from "./reading.ts";
import type { FeedSettings } from "./settings.ts";
import { readTimeSeries } from "./timeseries.ts";
import { trouble } from "./trouble.ts";

/** The latest reports are read again for so many days, because they are corrected. */
const correctedDays = 3;

const gather = (
  settings: FeedSettings,
  { latest }: FeedState,
  today: number,
  read: ReadPlace,
  gathering: Gathering,
) => {
  switch (settings.form) {
    case "jhu-time-series":
      return readTimeSeries(settings, read, gathering);
    case "jhu-daily-reports": {
      const first = latest === null ? today - boardDaysUsually : dayOf(latest) - correctedDays;
      return readDailyReports(settings.reports, datesFrom(first, today), read, gathering);
    }
    case "owid":
      return readOwid(settings.file, read, gathering);
  }
};

/** Reads the source once, and writes what it says or what is wrong with it. */
export const readFeed = Effect.fnUntraced(function* (settings: FeedSettings, read: ReadPlace) {
  const book = yield* FeedBook;
  const atMs = yield* Clock.currentTimeMillis;
  const today = seoulDay(atMs);
  const { nation, regions } = settings;
  yield* Effect.gen(function* () {
    const state = yield* book.state;
    const gathering = makeGathering({ nation, regions });
    yield* gather(settings, state, today, read, gathering);
    const latest = [...(gathering.gathered.get(nation) ?? [])].reduce(
      (last, [date, { confirmed }]) => (confirmed !== null && date > last ? date : last),
      "",
    );
    if (latest === "") return yield* trouble("feed-nation-missing", `it says nothing of ${nation}`);
    if (dayOf(latest) > today) return yield* trouble("feed-ahead", `it knows ${latest}, and today is before`);
    if (state.latest !== null && latest < state.latest)
      return yield* trouble("feed-older", `it ends on ${latest}, and ${state.latest} is known`);
    yield* book.take({
      gathered: gathering.gathered,
      latest,
      atMs,
      isWhole: settings.form !== "jhu-daily-reports",
    });
    yield* Effect.logInfo("figures taken over").pipe(Effect.annotateLogs({ latest }));
  }).pipe(
    Effect.catchTag("FeedTrouble", ({ code, detail }) =>
      Effect.andThen(
        Effect.logWarning("figures not taken over").pipe(Effect.annotateLogs({ code, detail })),
        book.stumble(code, atMs),
      ),
    ),
  );
});

export const followFeed = Effect.fnUntraced(function* (settings: FeedSettings, folder: string) {
  const client = Context.get(yield* Layer.build(NodeHttpClient.layerUndici), HttpClient.HttpClient);
  const read = readingPlaces(client, folder, settings);
  const reading = Effect.catch(readFeed(settings, read), ({ message }) => Effect.logError(message));
  yield* Effect.forkScoped(Effect.repeat(reading, Schedule.spaced(settings.everySeconds * 1_000)));
});

/** Another text for every other source, form, nation or choice of regions, so that their figures never mix. */
export const originOf = (settings: FeedSettings): string => {
  const howItIsReadAndShown = {
    source: undefined,
    names: undefined,
    everySeconds: undefined,
    withinMs: undefined,
    bytesMost: undefined,
  };
  return JSON.stringify({ ...settings, ...howItIsReadAndShown });
};
