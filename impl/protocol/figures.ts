// The daily public figures as they cross between parties and to everybody: what the national office publishes of a day,
// and the status board that pages show, with the figures of the nation and its regions side by side (clause S12).
// They are sums of a nation and its regions; nothing smaller is one: no venue, no district, no person.
import { Schema } from "effect";

/** A day in Seoul, as people write it. */
export const FigureDate = Schema.String.check(
  Schema.isPattern(/^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u, {
    expected: "a day such as 2020-07-01",
  }),
);

const Count = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_000_000_000 }));

/** The figures of one day. */
export const DailyFigures = Schema.Struct({
  confirmed: Count,
  inTreatment: Count,
  released: Count,
  deceased: Count,
  tested: Count,
});

export const PublishedFigures = Schema.Struct({
  date: FigureDate,
  ...DailyFigures.fields,
  publishedAtMs: Schema.Int,
});

/** What the board counts, of which a source may not know all. */
export const countedKinds = ["confirmed", "released", "deceased", "tested"] as const;
export type CountedKind = (typeof countedKinds)[number];

/** More than the tests of any nation. */
const sumMost = 100_000_000_000;

/** Sums up to each of the board's days; null where the source says nothing. */
const Sums = Schema.Array(
  Schema.NullOr(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: sumMost }))),
);

export const RegionFigures = Schema.Struct({
  names: Schema.Struct({ en: Schema.String, ko: Schema.String }),
  confirmed: Sums,
  released: Sums,
  deceased: Sums,
  tested: Sums,
});

/** Why the source could not be taken over when it was last read. */
export const feedTroubles = [
  "feed-unreachable",
  "feed-refused",
  "feed-too-large",
  "feed-unreadable",
  "feed-columns-missing",
  "feed-value-wrong",
  "feed-nation-missing",
  "feed-older",
  "feed-ahead",
] as const;
export type FeedTroubleCode = (typeof feedTroubles)[number];

export const StatusBoard = Schema.Struct({
  /** Without a gap, the earliest first; the figures of each region stand in this order. */
  dates: Schema.Array(FigureDate),
  /** The latest day of which the nation's figures are known. */
  latest: Schema.NullOr(FigureDate),
  nation: RegionFigures,
  regions: Schema.Array(RegionFigures),
  /** When the national office published figures last. */
  publishedAtMs: Schema.NullOr(Schema.Int),
  feed: Schema.NullOr(
    Schema.Struct({
      name: Schema.String,
      url: Schema.String,
      /** When it was last taken over. */
      readAtMs: Schema.NullOr(Schema.Int),
      trouble: Schema.NullOr(Schema.Struct({ code: Schema.Literals(feedTroubles), sinceMs: Schema.Int })),
    }),
  ),
});

export const boardDaysMost = 366;
/** What a page shows. */
export const boardDaysUsually = 56;
