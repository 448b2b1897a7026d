// The board as a process: the daily public figures (clause S12), read by everybody, published by the national office,
// and a witness of the other parties' logs. `entrylog serve board` loads this file and nothing of another party.
// It keeps no person, place or case, and so has nothing to sweep.
import { Context, Effect, Layer } from "effect";
import { witnessedHandlers } from "../log/loghandlers.ts";
import { openPartyWitness, witnessCardKeys } from "../log/partylog.ts";
import { LogWitness } from "../log/witness.ts";
import { witnessHandlers } from "../log/witnesshandlers.ts";
import { figuresApi, publishingApi } from "../protocol/http/board.ts";
import { OpenApi } from "../protocol/http/effecthttp.ts";
import { healthApi } from "../protocol/http/health.ts";
import { witnessedApi } from "../protocol/http/log.ts";
import { witnessApi } from "../protocol/http/witness.ts";
import type { PartyMain } from "../server/party.ts";
import { routesOf } from "../server/routes.ts";
import { FigureBook, figureBookLayer } from "./figurebook.ts";
import { figuresHandlers, publishingHandlers } from "./handlers.ts";

const publicApi = healthApi
  .addHttpApi(figuresApi)
  .addHttpApi(witnessedApi)
  .annotate(OpenApi.Title, "Board, for everybody");
const partiesApi = publishingApi
  .addHttpApi(witnessApi)
  .annotate(OpenApi.Title, "Board, for the national office and the logs of the parties");

export const main: PartyMain = {
  cardKeys: ({ name }) => witnessCardKeys(name),
  open: Effect.fnUntraced(function* (frame) {
    const book = Layer.succeed(FigureBook, Context.get(yield* Layer.build(figureBookLayer), FigureBook));
    const witness = Layer.succeed(LogWitness, yield* openPartyWitness(frame));
    return {
      publicRoutes: routesOf(
        publicApi,
        Layer.mergeAll(
          frame.health(),
          Layer.provide(figuresHandlers, book),
          Layer.provide(witnessedHandlers, witness),
        ),
      ),
      partiesRoutes: routesOf(
        partiesApi,
        Layer.mergeAll(Layer.provide(publishingHandlers, book), Layer.provide(witnessHandlers, witness)),
      ),
    };
  }),
};
