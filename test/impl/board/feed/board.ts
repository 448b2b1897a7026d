// A board's books over a store of its own, fed by hand for tests: each reading is one call, at an instant of the test's.
// What readers see afterwards is asked of the status board itself.
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient";
import { Context, Effect, Layer, Logger, Schema } from "effect";
import { originOf, readFeed } from "../../../../impl/board/feed/following.ts";
import { readingPlaces } from "../../../../impl/board/feed/reading.ts";
import { FeedSettings } from "../../../../impl/board/feed/settings.ts";
import { feedBookLayer } from "../../../../impl/board/feedbook.ts";
import { FigureBook, figureBookLayer } from "../../../../impl/board/figurebook.ts";
import { Boards, boardsLayer } from "../../../../impl/board/statusboard.ts";
import { HttpClient } from "../../../../impl/protocol/http/effecthttp.ts";
import { storeOf } from "../../../../impl/store/storeof.ts";
import { makeSettableClock } from "../../../../sim/conform/harness/settableclock.ts";

export type FeedFile = typeof FeedSettings.Encoded;

/** At noon in Seoul on 1 July 2020. */
export const noonMs = Date.parse("2020-07-01T12:00:00+09:00");

const decode = Schema.decodeUnknownSync(FeedSettings);

export const openBoard = Effect.fnUntraced(function* (settings: FeedFile, folder: string) {
  const clock = makeSettableClock(noonMs);
  const feed = decode(settings);
  const store = storeOf({ kind: "sqlite", file: `${folder}/store.sqlite` }, "normal");
  const books = Layer.provide(Layer.merge(figureBookLayer, feedBookLayer(originOf(feed))), store);
  const opened = yield* Layer.build(Layer.provideMerge(boardsLayer(feed), books));
  const web = Context.get(yield* Layer.build(NodeHttpClient.layerUndici), HttpClient.HttpClient);
  const atItsTime = Layer.mergeAll(Layer.succeedContext(opened), clock.layer, Logger.layer([]));
  return {
    clock,
    read: Effect.provide(readFeed(feed, readingPlaces(web, folder, feed)), atItsTime),
    shown: (days = 56) => Context.get(opened, Boards).ofDays(days),
    publish: Context.get(opened, FigureBook).publish,
  };
});
