// The authority's yearly counts, answered to everybody (clause F13).
// They are counts of a whole year and nothing else, so asking needs no name.
import { Effect } from "effect";
import { statisticsApi } from "../protocol/http/authority.ts";
import { HttpApiBuilder } from "../protocol/http/effecthttp.ts";
import { problemOf } from "../protocol/http/problem.ts";
import { Authority } from "./authority.ts";
import { publicReport } from "./publicreport.ts";

export const statisticsHandlers = HttpApiBuilder.group(
  statisticsApi,
  "statistics",
  Effect.fnUntraced(function* (handlers) {
    const authority = yield* Authority;
    return handlers.handle("ofYear", ({ query }) =>
      Effect.mapError(authority.statistics(query.year), problemOf),
    );
  }),
);

export const reportHandlers = HttpApiBuilder.group(
  statisticsApi,
  "report",
  Effect.fnUntraced(function* (handlers) {
    const ofYear = yield* publicReport;
    return handlers.handle("report", ({ query }) => Effect.mapError(ofYear(query.year), problemOf));
  }),
);
