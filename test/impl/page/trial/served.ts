// A server with the trial page and a few answers, right and wrong, for the suites of what pages share.
// It knows nobody: a token that it is shown it only says back.
import { Effect, Layer } from "effect";
import { pageRoutes, withPages } from "../../../../impl/page/serving.ts";
import { healthApi } from "../../../../impl/protocol/http/health.ts";
import { HttpRouter, HttpServerResponse } from "../../../../impl/protocol/http/effecthttp.ts";
import { problem, problemResponse } from "../../../../impl/protocol/http/problem.ts";
import { alwaysReady, healthHandlers } from "../../../../impl/server/health.ts";
import { defaultLimits } from "../../../../impl/server/limits.ts";
import { anyone, publicListener } from "../../../../impl/server/publiclistener.ts";
import { routesOf } from "../../../../impl/server/routes.ts";
import { words } from "./words.ts";

export const trialFolder = new URL("./", import.meta.url);

export const openTrial = Effect.gen(function* () {
  const page = yield* pageRoutes({ folder: trialFolder, at: "/", words, devices: ["camera"] });
  const broken = yield* pageRoutes({
    folder: trialFolder,
    at: "/broken/",
    words,
    first: () => Effect.fail({ code: "store-unavailable" }),
  });
  const answers = Layer.mergeAll(
    HttpRouter.add("GET", "/ok", (request) =>
      Effect.succeed(
        HttpServerResponse.jsonUnsafe({ name: "Ada", token: request.headers["authorization"] ?? "" }),
      ),
    ),
    HttpRouter.add("GET", "/wrong", HttpServerResponse.jsonUnsafe({ name: 7 })),
    HttpRouter.add("GET", "/html", HttpServerResponse.text("<p>no</p>", { contentType: "text/html" })),
    HttpRouter.add("GET", "/busy", problemResponse(problem("overloaded", { retryAfterSeconds: 30 }))),
    HttpRouter.add("GET", "/away", HttpServerResponse.redirect("/ok")),
    HttpRouter.add("GET", "/slow", Effect.as(Effect.sleep(5_000), HttpServerResponse.text(""))),
  );
  const routes = withPages(routesOf(healthApi, healthHandlers(alwaysReady)), page, broken, {
    addresses: [],
    layer: answers,
  });
  const { url } = yield* publicListener({
    place: { host: "127.0.0.1", port: 0 },
    limits: defaultLimits,
    routes,
    identify: anyone,
  });
  return { url };
});
