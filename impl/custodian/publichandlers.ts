/**
 * The custodian's handler for everybody: how many visits each day had, has and lost, so that recorded = live + erased can be checked.
 * Sums of whole days and no venue: a count says nothing about anyone.
 */
import { Effect } from "effect";
import { countsApi } from "../protocol/http/custodian.ts";
import { HttpApiBuilder } from "../protocol/http/effecthttp.ts";
import { problemOf } from "../protocol/http/problem.ts";
import { Custodian } from "./custodian.ts";

export const countsHandlers = HttpApiBuilder.group(
  countsApi,
  "counts",
  Effect.fnUntraced(function* (handlers) {
    const custodian = yield* Custodian;
    return handlers.handle("counts", () => Effect.mapError(custodian.counts, problemOf));
  }),
);
