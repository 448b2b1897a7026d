import { defaultPolicy } from "../../models/policy.ts";
import { prepareSteps } from "./core/steps.ts";
import { generatedSide } from "./core/generated.ts";
import { makeVerificationColumns, stepVerification, restVerification } from "../../impl/generated/core/verification.ts";
import { policyNumbers } from "../../impl/generated/policy.ts";
import { makeStepLog } from "../../impl/lifecycle/core.ts";
for (const n of [64, 1024, 8192, 65536]) {
  const steps = prepareSteps(n, 2_000_000, 1);
  const rows = makeVerificationColumns(n); const log = makeStepLog(); const p = policyNumbers(defaultPolicy);
  let fired = 0, refused = 0, nots = 0; const hist = new Map<number,number>(); const taken0=new Map<number,number>();
  const run = (count: boolean) => {
    for (let s = 0; s < n; s++) restVerification(rows, s);
    const t = performance.now();
    for (let i = 0; i < steps.count; i++) { log.length = 0; const slot = steps.slot[i] ?? 0; const tk = stepVerification(rows, slot, steps.event[i] ?? 0, steps.matches[i] ?? 0, steps.now[i] ?? 0, p, log);
      if (count) { fired += log.length - (tk > 0 ? 1 : 0); if (tk === 0) nots++; const st = rows.state[slot] ?? 0; hist.set(st, (hist.get(st) ?? 0) + 1); taken0.set(tk, (taken0.get(tk)??0)+1) }
      if (rows.state[slot] === 7) restVerification(rows, slot); }
    return (performance.now() - t) * 1e6 / steps.count;
  };
  const r = [run(false), run(false), run(false), run(false)]; 
  console.log(n, r.map(x => x.toFixed(1)).join(" "), "ns/step");
  if (n === 65536) { run(true); console.log({ fired: fired / steps.count, nots: nots / steps.count }, [...hist].sort((a,b)=>a[0]-b[0]), [...taken0].sort((a,b)=>b[1]-a[1]).slice(0,12)); }
}
