import { Effect } from "effect";
import { defaultPolicy, presets } from "../../models/policy.ts";
import { measureCore } from "./core.ts";
const size = { instances: 65536, steps: 3_000_000, sample: 800, blocks: 3, seed: 1 };
console.log(Effect.runSync(measureCore(size, defaultPolicy, defaultPolicy)));
const changed = {...defaultPolicy, constants: {...defaultPolicy.constants, codeLifetime: 179_999}};
console.log(Effect.runSync(measureCore({...size, steps: 100_000, blocks: 1}, defaultPolicy, changed)));
