import { Effect } from "effect";
import { defaultPolicy } from "../../models/policy.ts";
import { measureCore } from "./core.ts";
import { fullSizes } from "./bench.ts";
const r = Effect.runSync(measureCore(fullSizes.core, defaultPolicy, defaultPolicy));
console.log((1e9/r.ours).toFixed(1), "ns;", (1e6/r.theirs).toFixed(1), "us; ratio", r.ratio.toFixed(0), r.equal);
