// What the demonstration's own server answers: its page, who runs, what each store holds, a phone's messages, a search, and the clock.
// It serves this machine alone, under one name, and to no page of another origin; every question is decoded, every answer is built from Schemas.
// It is no party: it looks into folders as a thief would, and asks the phone network as a phone does.
import { Effect, Layer, Schema } from "effect";
import { exchange } from "../exchange.ts";
import { pageRoutes, withPages } from "../../impl/page/serving.ts";
import type { Page } from "../../impl/page/page.ts";
import { HttpRouter, HttpServerRequest, HttpServerResponse } from "../../impl/protocol/http/effecthttp.ts";
import { problem, problemResponse, type Problem } from "../../impl/protocol/http/problem.ts";
import { defaultLimits } from "../../impl/server/limits.ts";
import type { Routes } from "../../impl/server/listener.ts";
import { ownNameOnly } from "../../impl/server/ownname.ts";
import { anyone, publicListener } from "../../impl/server/publiclistener.ts";
import { searched } from "./looking/search.ts";
import { storeSeen } from "./looking/stores.ts";
import { Ahead, CountrySeen, PhoneAsked, PhoneSeen, SearchSeen, Sought, StoresSeen } from "./page/forms.ts";
import { words } from "./page/words/words.ts";
import type { Scene } from "./scene.ts";

const page: Page = { folder: new URL("./page/", import.meta.url), at: "/", words };

const answered =
  <A, I>(form: Schema.Codec<A, I>) =>
  (value: A) =>
    HttpServerResponse.jsonUnsafe(Schema.encodeSync(form)(value));

/** Bodies are JSON alone, which no other site can send here without being asked first. */
const bodyOf = <A, I>(form: Schema.Codec<A, I>) =>
  Effect.gen(function* () {
    const request = yield* HttpServerRequest.HttpServerRequest;
    if (!/^application\/json\b/.test(request.headers["content-type"] ?? ""))
      return yield* Effect.fail(problem("media-type-unsupported"));
    const body = yield* Effect.mapError(request.json, () => problem("request-malformed"));
    return yield* Effect.mapError(Schema.decodeUnknownEffect(form)(body), () => problem("input-invalid"));
  });

const Inbox = Schema.Struct({ phone: Schema.String, messages: PhoneSeen.fields.messages });
const inboxIn = Schema.decodeUnknownEffect(Inbox);

/** What the network shows of a phone; what is no number has no messages. */
const phoneSeen = Effect.fnUntraced(function* (carrier: string | undefined, text: string) {
  const typed = text.replaceAll(/[^\d+-]/g, "");
  if (carrier === undefined || typed === "") return { messages: [] };
  const url = `${carrier}/phones/${encodeURIComponent(typed)}`;
  const replied = yield* Effect.tryPromise({
    try: () => exchange({ method: "GET", url }),
    catch: () => problem("peer-unavailable"),
  });
  if (replied.code !== "") return { messages: [] };
  return yield* Effect.mapError(inboxIn(replied.body), () => problem("peer-unavailable"));
});

const route = (
  method: "GET" | "POST",
  path: `/${string}`,
  handled: Effect.Effect<HttpServerResponse.HttpServerResponse, Problem, HttpServerRequest.HttpServerRequest>,
) => ({
  address: { group: "demonstration", method, path },
  layer: HttpRouter.add(
    method,
    path,
    Effect.catch(handled, (stated) => Effect.succeed(problemResponse(stated))),
  ),
});

const routesIn = (scene: Scene) => {
  const stores = Effect.suspend(() =>
    Effect.forEach(scene.parties(), ({ name, kind }) => storeSeen(scene.folder, name, kind)),
  );
  return [
    route("GET", "/v1/country", Effect.map(scene.seen, answered(CountrySeen))),
    route("GET", "/v1/stores", Effect.map(stores, answered(StoresSeen))),
    route(
      "POST",
      "/v1/phone",
      Effect.flatMap(bodyOf(PhoneAsked), ({ text }) =>
        Effect.map(phoneSeen(scene.carrierUrl(), text), answered(PhoneSeen)),
      ),
    ),
    route(
      "POST",
      "/v1/search",
      Effect.map(bodyOf(Sought), ({ text }) =>
        answered(SearchSeen)(searched(scene.folder, scene.parties(), text)),
      ),
    ),
    route(
      "POST",
      "/v1/clock",
      Effect.flatMap(bodyOf(Ahead), ({ byMs }) =>
        Effect.mapBoth(scene.advance(byMs), {
          onSuccess: answered(CountrySeen),
          onFailure: () => problem("not-ready"),
        }),
      ),
    ),
  ];
};

const routesOfScene = (scene: Scene): Routes => {
  const routes = routesIn(scene);
  return {
    addresses: routes.map(({ address }) => address),
    layer: Layer.mergeAll(Layer.empty, ...routes.map(({ layer }) => layer)),
  };
};

/** Serves the page until the scope ends; answers where. */
export const openShowing = Effect.fnUntraced(function* (scene: Scene, port: number) {
  const host = "127.0.0.1";
  const files = yield* pageRoutes(page);
  let url = "";
  const ownName = ownNameOnly(() => ({ origin: url, host: url.slice("http://".length) }));
  const listening = yield* publicListener({
    place: { host, port },
    limits: defaultLimits,
    routes: withPages(routesOfScene(scene), files, { addresses: [], layer: ownName }),
    identify: anyone,
  });
  url = listening.url;
  return url;
});
