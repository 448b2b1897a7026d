/**
 * The national office's word to an issuer: the crisis level, by which issuing goes on or stops at once (clause F7).
 * The table of callers lets nobody else say it.
 * What a level allows is the law's business.
 */
import { Effect } from "effect";
import { HttpApiBuilder } from "../protocol/http/effecthttp.ts";
import { levelsApi } from "../protocol/http/levels.ts";
import { problemOf } from "../protocol/http/problem.ts";
import { Issuer } from "./issuer.ts";

export const levelsHandlers = HttpApiBuilder.group(
  levelsApi,
  "levels",
  Effect.fnUntraced(function* (handlers) {
    const { announceLevel } = yield* Issuer;
    return handlers.handle("announce", ({ payload: { level } }) =>
      Effect.mapError(Effect.as(announceLevel(level), { level }), problemOf),
    );
  }),
);
