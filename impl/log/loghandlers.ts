// A party's log and what it witnessed, answered to everybody over HTTP: the handlers of impl/protocol/http/log.ts.
// Every logging party's public listener has them. They read what is published and nothing else, so asking costs no signature.
// Tiles never change and say so; the checkpoint may be kept for a few seconds.
import { Effect } from "effect";
import { HttpApiBuilder, HttpServerResponse } from "../protocol/http/effecthttp.ts";
import { logApi } from "../protocol/http/log.ts";
import { problem, problemOf } from "../protocol/http/problem.ts";
import { parseTilePath, type TilePlace } from "./tilepath.ts";
import { TransparencyLog } from "./transparencylog.ts";
import { LogWitness } from "./witness.ts";

const immutable = { "cache-control": "public, max-age=31536000, immutable" };
const aMoment = { "cache-control": "public, max-age=5" };

export const logHandlers = HttpApiBuilder.group(
  logApi,
  "log",
  Effect.fnUntraced(function* (handlers) {
    const { reading } = yield* TransparencyLog;

    const bytesAt = ({ level, index, width }: TilePlace) =>
      level === "entries" ? reading.entries(index, width) : reading.tile(level, index, width);

    const tileAt = (...parts: readonly string[]) =>
      Effect.gen(function* () {
        const place = parseTilePath(parts);
        const bytes = place === undefined ? undefined : yield* bytesAt(place);
        return bytes === undefined
          ? yield* problem("not-found")
          : HttpServerResponse.uint8Array(bytes, {
              contentType: "application/octet-stream",
              headers: immutable,
            });
      }).pipe(Effect.mapError(problemOf));

    return handlers
      .handle("checkpoint", () =>
        Effect.mapBoth(reading.checkpoint, {
          onFailure: problemOf,
          onSuccess: (note) =>
            HttpServerResponse.text(note, { contentType: "text/plain; charset=utf-8", headers: aMoment }),
        }),
      )
      .handle("checkpoints", ({ query }) =>
        Effect.mapBoth(reading.checkpointsAfter(query.after ?? 0), {
          onFailure: problemOf,
          onSuccess: (checkpoints) => ({ checkpoints }),
        }),
      )
      .handle("tile", ({ params }) => tileAt(params.level, params.first))
      .handle("tileOfTwo", ({ params }) => tileAt(params.level, params.first, params.second))
      .handle("tileOfThree", ({ params }) => tileAt(params.level, params.first, params.second, params.third));
  }),
);

export const witnessedHandlers = HttpApiBuilder.group(
  logApi,
  "witnessed",
  Effect.fnUntraced(function* (handlers) {
    const { witnessed } = yield* LogWitness;
    return handlers.handle("logs", () =>
      Effect.mapBoth(witnessed, { onFailure: problemOf, onSuccess: (logs) => ({ logs }) }),
    );
  }),
);
