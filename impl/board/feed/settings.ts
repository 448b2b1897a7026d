// What an administrator may set of a board in its configuration: from where it is fed, in which form, and what of it is shown.
// Its main reads it once at the start; a mistake is told by its place.
// Without a feed the board shows what the national office publishes, and that alone.
import { Effect, Schema } from "effect";

const Place = Schema.NonEmptyString.check(
  Schema.isPattern(/^(https?:\/\/\S+|[^:]+)$/, {
    expected: "an address that begins with http:// or https://, or a file in the board's folder",
  }),
);

const dayInPlace = "{MM-DD-YYYY}";

const between = (minimum: number, maximum: number, usually: number) =>
  Schema.Int.check(Schema.isBetween({ minimum, maximum })).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed(usually)),
  );

/** Longer lists are unreadable as small pictures. */
const regionsMost = 40;

const named = (name: string, url: string) =>
  Schema.Struct({ name: Schema.NonEmptyString, url: Schema.String }).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed({ name, url })),
  );

const jhu = named("JHU CSSE COVID-19 Data", "https://github.com/CSSEGISandData/COVID-19");

const everyFeed = {
  /** The nation, as the source writes it. */
  nation: Schema.NonEmptyString,
  /** What is shown beside it: parts of the nation or other countries; all its parts unless this is given. */
  regions: Schema.optionalKey(Schema.Array(Schema.NonEmptyString).check(Schema.isMaxLength(regionsMost))),
  /** How they are called on the board, by what the source calls them. */
  names: Schema.Record(Schema.String, Schema.Struct({ en: Schema.String, ko: Schema.String })).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed({})),
  ),
  everySeconds: between(1, 604_800, 3_600),
  withinMs: between(100, 600_000, 60_000),
  bytesMost: between(1_000, 256_000_000, 128_000_000),
};

export const FeedSettings = Schema.Union([
  Schema.Struct({
    form: Schema.Literal("jhu-time-series"),
    confirmed: Place,
    deaths: Place,
    recovered: Schema.optionalKey(Place),
    source: jhu,
    ...everyFeed,
  }),
  Schema.Struct({
    form: Schema.Literal("jhu-daily-reports"),
    /** One file a day, with its day in its name. */
    reports: Place.check(
      Schema.makeFilter((place) => place.includes(dayInPlace), { expected: `a place with ${dayInPlace}` }),
    ),
    source: jhu,
    ...everyFeed,
  }),
  Schema.Struct({
    form: Schema.Literal("owid"),
    file: Place,
    source: named("Our World in Data", "https://ourworldindata.org/coronavirus"),
    ...everyFeed,
  }),
]);

export type FeedSettings = typeof FeedSettings.Type;

export const BoardSettings = Schema.Struct({ feed: Schema.optionalKey(FeedSettings) });

/** The place of the report of a day. */
export const reportPlace = (reports: string, date: string): string => {
  const [year = "", month = "", day = ""] = date.split("-");
  return reports.replaceAll(dayInPlace, `${month}-${day}-${year}`);
};
