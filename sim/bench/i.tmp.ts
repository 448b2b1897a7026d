import { Effect } from "effect";
import { NodeServices } from "@effect/platform-node";
import { openPremises, opensAtMs } from "./premises.ts";
import { measureIssue } from "./issue.ts";
import { measureCheckIn } from "./checkin.ts";
import { measureLookup } from "./lookup.ts";
const t = performance.now(); const day = 86400000;
const lap = (s: string) => console.log(s, ((performance.now() - t)/1000).toFixed(1));
await Effect.runPromise(Effect.scoped(Effect.gen(function* () {
  const p = yield* openPremises(".entrylog", 10000, 200);
  lap("open");
  console.log(yield* measureIssue(p, { batch: 1000, blocks: 2 }, opensAtMs + 3600000)); lap("issue");
  console.log(yield* measureCheckIn(p, { batch: 500, scansARound: 5000, blocks: 2 }, opensAtMs + 8 * day)); lap("checkin");
  console.log(yield* measureLookup(p, { days: 5, visitsADay: 4, lookups: 1000, blocks: 3, seed: 1 }, opensAtMs + 9 * day)); lap("lookup");
})).pipe(Effect.provide(NodeServices.layer)) as any);
