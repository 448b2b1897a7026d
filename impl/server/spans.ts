// One span a request, named after the method and the template of the route, with the status it ended in.
// It takes no trace context from outside and holds no path, query, header, address or body.
// Without a collector it costs nothing, because then nobody would look at it.
import { Effect, Tracer } from "effect";
import type { HttpServerResponse } from "../protocol/http/effecthttp.ts";

export const spanned =
  (name: string, method: string, route: string) =>
  <E, R>(
    handled: Effect.Effect<HttpServerResponse.HttpServerResponse, E, R>,
  ): Effect.Effect<HttpServerResponse.HttpServerResponse, E, R> =>
    Effect.flatMap(Effect.tracer, (tracer) =>
      tracer === Tracer.nativeTracer
        ? handled
        : handled.pipe(
            Effect.tap(({ status }) => Effect.annotateCurrentSpan("http.response.status_code", status)),
            Effect.withSpan(name, {
              root: true,
              kind: "server",
              attributes: { "http.request.method": method, "http.route": route },
            }),
          ),
    );
