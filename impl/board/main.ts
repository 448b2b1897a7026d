// The board as a process: the daily public figures (clause S12), read by everybody, published by the national office.
// `entrylog serve board` loads this file and nothing of another party.
// It keeps no person, place or case, and so has nothing to sweep.
import { Context, Effect, Layer } from "effect";
import { figuresApi, publishingApi } from "../protocol/http/board.ts";
import { OpenApi } from "../protocol/http/effecthttp.ts";
import { healthApi } from "../protocol/http/health.ts";
import type { PartyMain } from "../server/party.ts";
import { routesOf } from "../server/routes.ts";
import { FigureBook, figureBookLayer } from "./figurebook.ts";
import { figuresHandlers, publishingHandlers } from "./handlers.ts";

const publicApi = healthApi.addHttpApi(figuresApi).annotate(OpenApi.Title, "Board, for everybody");
const partiesApi = publishingApi.annotate(OpenApi.Title, "Board, for the national office");

export const main: PartyMain = {
  cardKeys: () => Effect.succeed({}),
  open: Effect.fnUntraced(function* (frame) {
    const book = Layer.succeed(FigureBook, Context.get(yield* Layer.build(figureBookLayer), FigureBook));
    return {
      publicRoutes: routesOf(publicApi, Layer.mergeAll(frame.health(), Layer.provide(figuresHandlers, book))),
      partiesRoutes: routesOf(partiesApi, Layer.provide(publishingHandlers, book)),
    };
  }),
};
