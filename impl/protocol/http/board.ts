// What the board serves: the daily public figures of the founding description (clause S12), to everybody,
// and their publication by the national office alone. The board's own page, those of issuers, and portals read the first.
// It holds sums of a nation and its regions and refuses anything smaller: no venue, no district, no person.
import { Schema } from "effect";
import { boardDaysMost, DailyFigures, FigureDate, PublishedFigures, StatusBoard } from "../figures.ts";
import { HttpApi, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "./effecthttp.ts";
import { KnownCaller } from "./caller.ts";
import { problemAnswers } from "./problem.ts";

export const Figures = HttpApiGroup.make("figures")
  .add(
    HttpApiEndpoint.get("list", "/v1/figures", {
      success: Schema.Struct({ figures: Schema.Array(PublishedFigures) }),
    }).annotate(OpenApi.Summary, "What the national office published, the latest day first"),
  )
  .annotate(OpenApi.Description, "Daily public figures.")
  .middleware(KnownCaller);

const Days = Schema.NumberFromString.check(
  Schema.isInt(),
  Schema.isBetween({ minimum: 1, maximum: boardDaysMost }),
);

/** An issuer whose page shows the board asks at the parties' listener, and answers this very address to its readers. */
export const StatusBoards = HttpApiGroup.make("statusboard")
  .add(
    HttpApiEndpoint.get("board", "/v1/board", {
      query: { days: Schema.optionalKey(Days) },
      success: StatusBoard,
      error: problemAnswers("store-unavailable", "peer-unavailable", "board-unknown"),
    }).annotate(
      OpenApi.Summary,
      "The figures of the nation and its regions, of the last eight weeks or as many days",
    ),
  )
  .annotate(OpenApi.Description, "The status board, as data.")
  .middleware(KnownCaller);

export const News = HttpApiGroup.make("news")
  .add(
    HttpApiEndpoint.get("rss", "/v1/board.rss", {
      success: Schema.String.pipe(
        HttpApiSchema.asText({ contentType: "application/rss+xml; charset=utf-8" }),
      ),
    }).annotate(
      OpenApi.Summary,
      "The nation's figures of the last two weeks as RSS 2.0, in the reader's language",
    ),
  )
  .annotate(OpenApi.Description, "The status board, as news.")
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
export const statusBoardApi = HttpApi.make("entrylog").add(StatusBoards);
export const newsApi = HttpApi.make("entrylog").add(News);
export const publishingApi = HttpApi.make("entrylog").add(Publishing);
