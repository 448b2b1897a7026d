// The board as a process: the status board with the daily public figures (clause S12), read by everybody, fed by a source or
// published by the national office, and a witness of the other parties' logs. `entrylog serve board` loads this file and nothing of
// another party. It keeps no person, place or case, and so has nothing to sweep.
import { Effect, Layer } from "effect";
import { witnessedHandlers } from "../log/loghandlers.ts";
import { openPartyWitness, witnessCardKeys } from "../log/partylog.ts";
import { LogWitness } from "../log/witness.ts";
import { witnessHandlers } from "../log/witnesshandlers.ts";
import { pageRoutes, withPages } from "../page/serving.ts";
import { figuresApi, newsApi, publishingApi, statusBoardApi } from "../protocol/http/board.ts";
import { OpenApi } from "../protocol/http/effecthttp.ts";
import { healthApi } from "../protocol/http/health.ts";
import { witnessedApi } from "../protocol/http/log.ts";
import { witnessApi } from "../protocol/http/witness.ts";
import type { PartyMain } from "../server/party.ts";
import { routesOf } from "../server/routes.ts";
import { followFeed, originOf } from "./feed/following.ts";
import { BoardSettings } from "./feed/settings.ts";
import { feedBookLayer } from "./feedbook.ts";
import { figureBookLayer } from "./figurebook.ts";
import { figuresHandlers, newsHandlers, publishingHandlers, statusBoardHandlers } from "./handlers.ts";
import { boardPage, boardPageFolder } from "./page.ts";
import { boardsLayer } from "./statusboard.ts";

const publicApi = healthApi
  .addHttpApi(figuresApi)
  .addHttpApi(statusBoardApi)
  .addHttpApi(newsApi)
  .addHttpApi(witnessedApi)
  .annotate(OpenApi.Title, "Board, for everybody");
const partiesApi = publishingApi
  .addHttpApi(statusBoardApi)
  .addHttpApi(witnessApi)
  .annotate(OpenApi.Title, "Board, for the national office, issuers' pages and the logs of the parties");

export const main: PartyMain = {
  pages: [boardPageFolder],
  cardKeys: ({ name }) => witnessCardKeys(name),
  open: Effect.fnUntraced(function* (frame) {
    const { feed } = yield* frame.settings(BoardSettings);
    const books = Layer.merge(figureBookLayer, feedBookLayer(feed === undefined ? "" : originOf(feed)));
    const opened = yield* Layer.build(Layer.provideMerge(boardsLayer(feed), books));
    const party = Layer.succeedContext(opened);
    const witness = Layer.succeed(LogWitness, yield* openPartyWitness(frame));
    const page = yield* pageRoutes(yield* Effect.provide(boardPage, opened));
    if (feed !== undefined) yield* Effect.provide(followFeed(feed, frame.folder), opened);
    return {
      publicRoutes: withPages(
        routesOf(
          publicApi,
          Layer.mergeAll(
            frame.health(),
            Layer.provide(Layer.mergeAll(figuresHandlers, statusBoardHandlers, newsHandlers), party),
            Layer.provide(witnessedHandlers, witness),
          ),
        ),
        page,
      ),
      partiesRoutes: routesOf(
        partiesApi,
        Layer.mergeAll(
          Layer.provide(Layer.merge(publishingHandlers, statusBoardHandlers), party),
          Layer.provide(witnessHandlers, witness),
        ),
      ),
    };
  }),
};
