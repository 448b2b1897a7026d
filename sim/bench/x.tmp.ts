import { Effect } from "effect";
import { defaultPolicy } from "../../models/policy.ts";
import { prepareSteps, stepsOf } from "./core/steps.ts";
import { generatedSide } from "./core/generated.ts";
import { xstateSide } from "./core/xstate.ts";
import { compare } from "./sides.ts";
const steps = prepareSteps(65536, Number(process.argv[2] ?? 2_000_000), 1);
const sample = stepsOf(steps, 400);
console.log(sample.count);
const a = generatedSide(steps, 400, defaultPolicy), b = xstateSide(sample, defaultPolicy);
const fix = (s: any) => ({...s, work: (r: number) => s.work(r).pipe(Effect.as(1)), });
const r = Effect.runSync(compare(a, b, 2) as any) as any;
console.log(r, r.ours/r.theirs);
for (const s of [a,b]) { console.log(Effect.runSync(s.outcome(0))); }
