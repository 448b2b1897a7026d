// What the board serves: the daily public figures of the founding description (clause S12), to everybody,
// and their publication by the national office alone. Pages of issuers and portals read the first.
// It holds sums of a nation and refuses anything smaller: no venue, no district, no person.
import { Schema } from "effect";
import { HttpApi, HttpApiEndpoint, HttpApiGroup, OpenApi } from "./effecthttp.ts";
import { KnownCaller } from "./caller.ts";

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

export const Figures = HttpApiGroup.make("figures")
  .add(
    HttpApiEndpoint.get("list", "/v1/figures", {
      success: Schema.Struct({ figures: Schema.Array(PublishedFigures) }),
    }).annotate(OpenApi.Summary, "The published figures, the latest day first"),
  )
  .annotate(OpenApi.Description, "Daily public figures.")
  .middleware(KnownCaller);

export const Publishing = HttpApiGroup.make("publishing")
  .add(
    HttpApiEndpoint.put("publish", "/v1/figures/:date", {
      params: { date: FigureDate },
      payload: DailyFigures,
      success: PublishedFigures,
    }).annotate(OpenApi.Summary, "Publishes the figures of a day, or corrects them"),
  )
  .annotate(OpenApi.Description, "For the national office.")
  .middleware(KnownCaller);

export const figuresApi = HttpApi.make("entrylog").add(Figures);
export const publishingApi = HttpApi.make("entrylog").add(Publishing);
